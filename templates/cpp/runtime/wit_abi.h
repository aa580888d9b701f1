// What the bodies of bindings made by wit-gen are written with. Not for programs: see wit.h.

#ifndef WIT_GEN_WIT_ABI_H
#define WIT_GEN_WIT_ABI_H

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

#include "wit.h"

// Defined by the bindings of every world, of which a component may have several.
#define WIT_WEAK __attribute__((__weak__))

// GCC returns small values in registers, as whole words: also the bytes that a value has no use for, which it then takes for
// forgotten ones. It says so of the bodies that follow this header, so it is told here.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

// How functions are found by other components, and by hosts.
#if defined(_WIN32)
#define WIT_VISIBLE __declspec(dllexport)
#else
#define WIT_VISIBLE __attribute__((__visibility__("default")))
#endif
#if defined(__wasm__)
#define WIT_IMPORT(module, name) __attribute__((__import_module__(module), __import_name__(name)))
#define WIT_EXPORT(name) __attribute__((__export_name__(name)))
#else
#define WIT_IMPORT(module, name)
#define WIT_EXPORT(name) WIT_VISIBLE
#endif

// The symbol of a function whose own name would meet one of the C library's.
#define WIT_STRING_OF_(text) #text
#define WIT_STRING_OF(text) WIT_STRING_OF_(text)
#define WIT_SYMBOL(name) __asm__(WIT_STRING_OF(__USER_LABEL_PREFIX__) name)
// The same where functions are linked by symbols alone.
#if defined(__wasm__)
#define WIT_NATIVE_SYMBOL(name)
#else
#define WIT_NATIVE_SYMBOL(name) WIT_SYMBOL(name)
#endif

// Asks whoever defines an interface, when this component is loaded, whether it means the same interface: it defines a function of
// this name that returns this value, or none. The reference to the function is weak, which formats other than ELF do not have. It
// is kept in memory, where the loader writes what it finds; in code that has fixed addresses it would never be null. A module
// for WebAssembly says in a custom section what it would ask, a line for each interface, and whoever instantiates it looks.
#if defined(__ELF__)
#define WIT_SAME_INTERFACE(interface, function, value)                         \
  extern "C" __attribute__((__weak__)) uint64_t function() noexcept;           \
  static wit::abi::Fingerprint volatile wit_entry_##function = function;       \
  [[maybe_unused]] static bool const wit_same_##function =                     \
      wit::abi::same_interface(interface, wit_entry_##function, value)
#elif defined(__wasm__)
#define WIT_SAME_INTERFACE(interface, function, value)                         \
  __asm__(".section \".custom_section.wit-fingerprints\",\"\",@\n"                 \
          ".ascii \"" #function " " #value " " interface "\\n\"\n")
#else
#define WIT_SAME_INTERFACE(interface, function, value) static_assert(true)
#endif

namespace wit::abi {

// ---- memory ----

template <class T>
T load(uint8_t const* place) noexcept {
  T value;
  std::memcpy(&value, place, sizeof(T));
  return value;
}

template <class T>
void store(uint8_t* place, std::type_identity_t<T> value) noexcept {
  std::memcpy(place, &value, sizeof(T));
}

/// What stands for the address of nothing: aligned, and not null.
inline uint8_t* dangling(size_t align) noexcept { return reinterpret_cast<uint8_t*>(align); }

/// Memory that the other component will free.
inline uint8_t* allocate(size_t count, size_t size, size_t align) noexcept {
  if (count == 0 || size == 0) return dangling(align);
  return static_cast<uint8_t*>(detail::allocate(count, size));
}

/// Memory for values of the host: more, or other, memory than before, where there was some.
inline uint8_t* reallocate(uint8_t* old, size_t old_size, size_t size, size_t align) noexcept {
  if (size == 0) {
    if (old_size != 0) std::free(old);
    return dangling(align);
  }
  void* const memory = std::realloc(old_size == 0 ? nullptr : old, size);
  if (memory == nullptr) trap("there is no memory for a value of the host");
  return static_cast<uint8_t*>(memory);
}

/// Frees an array that the other component allocated; an empty one has no memory.
inline void free_array(uint8_t* memory, size_t count) noexcept {
  if (count != 0) std::free(memory);
}

/// Elements that views look at, in memory of `Scratch`. Each has to be set with `initialize`.
template <class T>
class KeptList {
public:
  explicit KeptList(T* elements, size_t size) noexcept : elements_(elements), size_(size) {}

  void initialize(size_t index, T element) const noexcept {
    ::new (static_cast<void*>(elements_ + index)) T(std::move(element));
  }
  std::span<T> view() const noexcept { return {elements_, size_}; }

private:
  T* elements_;
  size_t size_;
};

/// Memory that lasts until the call is over: a little on the stack, more in blocks that double in size.
class Scratch {
public:
  Scratch() noexcept : next_(first_), end_(first_ + sizeof(first_)) {}
  Scratch(Scratch const&) = delete;
  Scratch& operator=(Scratch const&) = delete;
  ~Scratch() {
    for (; kept_ != nullptr; kept_ = kept_->previous) kept_->destroy(*kept_);
    while (blocks_ != nullptr) std::free(std::exchange(blocks_, blocks_->previous));
  }

  uint8_t* allocate(size_t count, size_t size, size_t align) noexcept {
    if (count == 0 || size == 0) return dangling(align);
    if (count > (SIZE_MAX - sizeof(Block) - align) / size) trap("a list is too long for the memory");
    size_t const bytes = count * size;
    uint8_t* start = aligned(align);
    if (start == nullptr || static_cast<size_t>(end_ - start) < bytes) {
      grow(bytes + align);
      start = aligned(align);
    }
    next_ = start + bytes;
    return start;
  }

  /// Room for elements, which are destroyed when the call is over.
  template <class T>
  KeptList<T> list(size_t size) noexcept {
    static_assert(alignof(T) <= alignof(std::max_align_t), "malloc cannot align this type");
    T* const elements = reinterpret_cast<T*>(allocate(size, sizeof(T), alignof(T)));
    if constexpr (!std::is_trivially_destructible_v<T>) {
      auto const destroy = [](Kept const& kept) noexcept {
        std::destroy_n(static_cast<T*>(kept.elements), kept.size);
      };
      void* const place = allocate(1, sizeof(Kept), alignof(Kept));
      kept_ = ::new (place) Kept{kept_, elements, size, destroy};
    }
    return KeptList<T>(elements, size);
  }

  /// Keeps a value until the call is over.
  template <class T>
  T& keep(T value) noexcept {
    auto const kept = list<T>(1);
    kept.initialize(0, std::move(value));
    return kept.view()[0];
  }

private:
  /// Elements with destructors.
  struct Kept {
    Kept* previous;
    void* elements;
    size_t size;
    void (*destroy)(Kept const& kept) noexcept;
  };

  struct Block {
    Block* previous;
  };

  uint8_t* aligned(size_t align) const noexcept {
    size_t const skip = (align - reinterpret_cast<uintptr_t>(next_) % align) % align;
    return static_cast<size_t>(end_ - next_) < skip ? nullptr : next_ + skip;
  }

  void grow(size_t bytes) noexcept {
    block_bytes_ = bytes > 2 * block_bytes_ ? bytes : 2 * block_bytes_;
    void* memory = detail::allocate(1, sizeof(Block) + block_bytes_);
    blocks_ = ::new (memory) Block{blocks_};
    next_ = static_cast<uint8_t*>(memory) + sizeof(Block);
    end_ = next_ + block_bytes_;
  }

  alignas(std::max_align_t) uint8_t first_[256];
  uint8_t* next_;
  uint8_t* end_;
  Block* blocks_ = nullptr;
  Kept* kept_ = nullptr;
  size_t block_bytes_ = sizeof(first_);
};

// ---- fingerprints ----

/// Answers with the fingerprint of an interface.
using Fingerprint = uint64_t (*)() noexcept;

/// Ends the program if another component means another interface than this one, by the same name.
inline bool same_interface(char const* name, Fingerprint function, uint64_t ours) noexcept {
  if (function == nullptr) return true;
  uint64_t const theirs = function();
  if (theirs == ours) return true;
  std::fprintf(stderr,
      "wit: two components do not mean the same by `%s`: one was built for %016llx, the one that provides it for %016llx\n", name,
      static_cast<unsigned long long>(ours), static_cast<unsigned long long>(theirs));
  std::abort();
}

// ---- scalars ----

static_assert(sizeof(bool) == 1, "lists of bools cross as they lie in memory");

[[noreturn]] inline void bad_case([[maybe_unused]] char const* type) noexcept {
#if defined(__wasm__)
  __builtin_trap();
#else
  std::fprintf(stderr, "wit: a value of %s is in no case of it\n", type);
  std::abort();
#endif
}

/// A Unicode scalar value, which neither a surrogate nor anything past U+10FFFF is.
inline uint32_t checked_char(uint32_t value) noexcept {
  if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) trap("a char is no Unicode scalar value");
  return value;
}

/// The case of an enum whose cases are numbered from 0.
template <class Enum>
Enum enum_case(uint32_t number, uint32_t count, char const* type) noexcept {
  if (number >= count) bad_case(type);
  return static_cast<Enum>(number);
}

/// The bits of a core value as another type of core value.
template <class To, class From>
To bits_as(From value) noexcept {
  uint64_t bits = 0;
  if constexpr (std::is_same_v<From, float>) bits = std::bit_cast<uint32_t>(value);
  else if constexpr (std::is_same_v<From, double>) bits = std::bit_cast<uint64_t>(value);
  else if constexpr (std::is_pointer_v<From>) bits = reinterpret_cast<uintptr_t>(value);
  else bits = static_cast<uint64_t>(value);
  if constexpr (std::is_same_v<To, float>) return std::bit_cast<float>(static_cast<uint32_t>(bits));
  else if constexpr (std::is_same_v<To, double>) return std::bit_cast<double>(bits);
  else if constexpr (std::is_pointer_v<To>) return reinterpret_cast<To>(static_cast<uintptr_t>(bits));
  else return static_cast<To>(bits);
}

// ---- flags ----

template <class Flags>
int32_t flags_word(Flags const& flags, size_t word) noexcept {
  if constexpr (std::is_enum_v<Flags>) {
    return static_cast<int32_t>(static_cast<uint32_t>(static_cast<uint64_t>(flags) >> (32 * word)));
  } else {
    return static_cast<int32_t>(flags.words[word]);
  }
}

/// Flags of their words; bits that are no flag are left out.
template <class Flags, size_t Count, size_t Words>
Flags flags_of(std::array<int32_t, Words> const& words) noexcept {
  if constexpr (std::is_enum_v<Flags>) {
    uint64_t bits = 0;
    for (size_t word = 0; word < Words; ++word) bits |= uint64_t{static_cast<uint32_t>(words[word])} << (32 * word);
    if constexpr (Count < 64) bits &= (uint64_t{1} << Count) - 1;
    return static_cast<Flags>(bits);
  } else {
    Flags flags{};
    for (size_t word = 0; word < Words; ++word) flags.words[word] = static_cast<uint32_t>(words[word]);
    return flags & ~Flags{};
  }
}

// ---- strings and lists of plain data ----

/// The memory of what is lent. Callees only read it.
inline uint8_t* data(std::string_view text) noexcept {
  return text.empty() ? dangling(1) : reinterpret_cast<uint8_t*>(const_cast<char*>(text.data()));
}
template <class T>
uint8_t* data(std::span<T> elements) noexcept {
  if (elements.empty()) return dangling(alignof(T));
  return reinterpret_cast<uint8_t*>(const_cast<std::remove_const_t<T>*>(elements.data()));
}
inline uint8_t* data(string const& text) noexcept { return data(text.get_view()); }
template <class T>
uint8_t* data(vector<T> const& elements) noexcept {
  return data(elements.get_const_view());
}

/// The memory of what is given away.
inline uint8_t* release(string& text) noexcept { return reinterpret_cast<uint8_t*>(text.leak()); }
template <class T>
uint8_t* release(vector<T>& elements) noexcept {
  return reinterpret_cast<uint8_t*>(elements.leak());
}

/// Ends the program if elements cannot be where another component says that they are. A host looks before it passes
/// anything on, so this is for hosts that do not: a number of bytes with more bits than an address must not be taken for
/// a small one. Natively there is nothing to compare with.
template <class T>
void check_place([[maybe_unused]] uint8_t const* memory, [[maybe_unused]] size_t count) noexcept {
#if defined(__wasm32__)
  uint64_t const start = reinterpret_cast<uintptr_t>(memory);
  uint64_t const end = uint64_t{__builtin_wasm_memory_size(0)} << 16;
  bool const is_inside = start + uint64_t{count} * sizeof(T) <= end;
  if (count != 0 && !(is_inside && start % alignof(T) == 0)) trap("elements of another component are not in memory");
#endif
}

// The address of what is empty may be anything: nobody looks there.
inline std::string_view view_string(uint8_t const* memory, size_t size) noexcept {
  check_place<char>(memory, size);
  return {reinterpret_cast<char const*>(memory), size};
}
inline string copy_string(uint8_t const* memory, size_t size) { return string(view_string(memory, size)); }
inline string adopt_string(uint8_t* memory, size_t size) noexcept {
  check_place<char>(memory, size);
  return string(reinterpret_cast<char const*>(memory), size);
}

template <class T>
std::span<T const> view_list(uint8_t const* memory, size_t size) noexcept {
  check_place<T>(memory, size);
  return {reinterpret_cast<T const*>(memory), size};
}
template <class T>
vector<T> copy_list(uint8_t const* memory, size_t size) {
  static_assert(std::is_trivially_copyable_v<T>);
  check_place<T>(memory, size);
  auto copy = vector<T>::allocate(size);
  if (size != 0) std::memcpy(static_cast<void*>(copy.data()), memory, size * sizeof(T));
  return copy;
}
template <class T>
vector<T> adopt_list(uint8_t* memory, size_t size) noexcept {
  check_place<T>(memory, size);
  return vector<T>(reinterpret_cast<T*>(memory), size);
}

// ---- lists of fixed length ----

template <class T, size_t... Index, class Make>
std::array<T, sizeof...(Index)> make_array_of(std::index_sequence<Index...>, Make& make) {
  return {make(Index)...};
}

/// The array of what a function makes for each index, in order. No element is made by its default constructor, which
/// for a resource may ask another component for an object.
template <class T, size_t Count, class Make>
std::array<T, Count> make_array(Make make) {
  if constexpr (std::is_trivially_default_constructible_v<T>) {
    std::array<T, Count> elements;
    for (size_t index = 0; index < Count; ++index) elements[index] = make(index);
    return elements;
  } else {
    return make_array_of<T>(std::make_index_sequence<Count>(), make);
  }
}

// ---- handles ----

inline uint8_t* core_handle(void* handle) noexcept {
  if (handle == nullptr) trap("a resource is used after it was moved away");
  return static_cast<uint8_t*>(handle);
}
inline int32_t core_handle(int32_t handle) noexcept {
  if (handle == 0) trap("a resource is used after it was moved away");
  return handle;
}
inline void* user_handle(uint8_t* handle) noexcept {
  if (handle == nullptr) trap("a handle is null");
  return handle;
}
inline int32_t user_handle(int32_t handle) noexcept { return handle; }

template <class Handle>
using core_handle_t = decltype(core_handle(Handle()));

/// The handle of a resource that its owner keeps.
template <class R>
auto lend(R const& resource) noexcept {
  return core_handle(resource.get_handle());
}
template <class R>
auto lend(std::reference_wrapper<R const> resource) noexcept {
  return core_handle(resource.get().get_handle());
}

/// The handle of a resource that is given away.
template <class R>
auto give(R& resource) noexcept {
  return core_handle(resource.into_handle());
}
template <class R>
auto give(Owned<R>& resource) noexcept {
  if (!resource) trap("a resource is used after it was moved away");
  return core_handle(resource.release()->into_handle());
}

/// An imported resource that is ours from now on.
template <class R>
R take(core_handle_t<typename R::handle_t> handle) noexcept {
  return R(BasicResourceImport<typename R::handle_t>(user_handle(handle)));
}

/// An imported resource that is the caller's: the object lasts until the call is over and never drops its handle.
template <class R>
std::reference_wrapper<R const> borrow(core_handle_t<typename R::handle_t> handle, Scratch& scratch) noexcept {
  void* place = scratch.allocate(1, sizeof(R), alignof(R));
  return std::cref(*::new (place) R(BasicResourceImport<typename R::handle_t>(user_handle(handle))));
}

/// The same where handles are entries of a table: the entry is ours for the call, and dropped when it is over.
template <class R>
std::reference_wrapper<R const> borrow_entry(int32_t handle, Scratch& scratch) noexcept {
  return std::cref(scratch.keep(R(BasicResourceImport<int32_t>(handle))));
}

/// The object behind the handle of an exported resource. Whoever sends a handle has looked whether there is one.
template <class R>
R& object(uint8_t* handle) noexcept {
#if !defined(NDEBUG)
  if (handle == nullptr) trap("a handle is null");
#endif
  return *static_cast<R*>(static_cast<void*>(handle));
}
/// The same where handles are numbers: what arrives is the address, looked up already.
template <class R>
R& object(int32_t address) noexcept {
  return *reinterpret_cast<R*>(static_cast<uintptr_t>(static_cast<uint32_t>(address)));
}

/// An exported resource that comes back to its maker.
template <class R>
Owned<R> take_back(core_handle_t<typename ResourceHandles<R>::handle_t> handle) noexcept {
  R* object = ResourceHandles<R>::find(user_handle(handle));
  object->set_handle(user_handle(handle));
  return Owned<R>(object);
}

}  // namespace wit::abi

#endif  // WIT_GEN_WIT_ABI_H
