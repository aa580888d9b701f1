// The vocabulary of C++ bindings made by wit-gen: strings and lists whose memory can cross a component
// boundary, results, and the bases of resource classes. Needs C++20; makes no use of exceptions or RTTI.

#ifndef WIT_GEN_WIT_H
#define WIT_GEN_WIT_H

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <initializer_list>
#include <iosfwd>
#include <memory>
#include <new>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <version>

// For std::reference_wrapper, which the libraries that are known have in <memory>, too. The whole of <functional> takes long
// to compile.
#if !defined(_LIBCPP_VERSION) && !defined(__GLIBCXX__) && !defined(_MSVC_STL_VERSION)
#include <functional>
#endif

// Programs written for other generators of this API count on wit.h for these.
#include <cassert>
#include <map>
#include <vector>

// A C++20 project that has its own <expected> may define WIT_STD_EXPECTED.
#if defined(WIT_STD_EXPECTED) || (defined(__cpp_lib_expected) && __cpp_lib_expected >= 202202L)
#include <expected>
namespace wit {
using std::expected;
using std::unexpect;
using std::unexpect_t;
using std::unexpected;
}  // namespace wit
#else
#include "wit_expected.h"
#endif

namespace wit {

/// Ends the program: something happened that the contract between two components rules out.
[[noreturn]] inline void trap([[maybe_unused]] char const* message) noexcept {
#if defined(__wasm__)
  // The host says where. A message would take all of stdio into the module, and ask for the host's files.
  __builtin_trap();
#else
  std::fprintf(stderr, "wit: %s\n", message);
  std::abort();
#endif
}

/// Stands where a `result` has no error type.
struct Void {
  friend bool operator==(Void, Void) = default;
};

template <class T>
using span = std::span<T>;

namespace detail {

/// `malloc` for `count` elements; the memory is freed with `free`, here or by another component.
inline void* allocate(size_t count, size_t size) noexcept {
  if (size != 0 && count > SIZE_MAX / size) trap("a list is too long for the memory");
  void* memory = std::malloc(count * size);
  if (memory == nullptr && count * size != 0) trap("out of memory");
  return memory;
}

/// Stands for the memory of an empty list: never null, always aligned, never dereferenced.
template <class T>
T* dangling() noexcept {
  T* nothing = reinterpret_cast<T*>(alignof(T));
#if defined(__GNUC__) && !defined(__clang__)
  // g++ follows a constant into branches for other members of a variant, and warns that it is deleted there.
  __asm__("" : "+r"(nothing));
#endif
  return nothing;
}

}  // namespace detail

/// Text that can be handed to another component: UTF-8, not null-terminated, in memory of `malloc`.
/// An empty string has no memory.
class string {
public:
  string() noexcept = default;
  /// Takes over memory of `malloc`; for a length of 0 there is nothing to take over.
  string(char const* memory, size_t size) noexcept
      : data_(size != 0 ? const_cast<char*>(memory) : detail::dangling<char>()), size_(size) {}
  explicit string(std::string_view text) {
    if (text.empty()) return;
    data_ = static_cast<char*>(detail::allocate(text.size(), 1));
    size_ = text.size();
    std::memcpy(data_, text.data(), size_);
  }
  string(char const* text) : string(std::string_view(text)) {}
  string(std::nullptr_t) = delete;
  string(string const& other) : string(other.get_view()) {}
  string(string&& other) noexcept { swap(other); }
  string& operator=(string const& other) {
    if (this != &other) *this = string(other);
    return *this;
  }
  string& operator=(string&& other) noexcept {
    string dropped(std::move(*this));
    swap(other);
    return *this;
  }
  ~string() {
    if (size_ != 0) std::free(data_);
  }

  /// A copy of the text.
  static string from_view(std::string_view text) { return string(text); }
  std::string_view get_view() const noexcept { return {data_, size_}; }
  operator std::string_view() const noexcept { return get_view(); }
  std::string to_string() const { return std::string(get_view()); }

  /// Never null, not even for an empty string.
  char const* data() const noexcept { return data_; }
  size_t size() const noexcept { return size_; }
  bool empty() const noexcept { return size_ == 0; }
  char* begin() noexcept { return data_; }
  char* end() noexcept { return data_ + size_; }
  char const* begin() const noexcept { return data_; }
  char const* end() const noexcept { return data_ + size_; }
  char& operator[](size_t index) noexcept { return data_[index]; }
  char const& operator[](size_t index) const noexcept { return data_[index]; }

  /// Lets go of the memory, which then has to be freed by someone else, and is empty.
  char* leak() noexcept {
    size_ = 0;
    return std::exchange(data_, detail::dangling<char>());
  }
  /// Frees memory that was let go of.
  static void drop_raw(void* memory) noexcept {
    if (memory != detail::dangling<char>()) std::free(memory);
  }

  void swap(string& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
  }

  template <class Text>
    requires std::is_convertible_v<Text const&, std::string_view>
  friend bool operator==(string const& a, Text const& b) noexcept {
    return a.get_view() == std::string_view(b);
  }
  template <class Text>
    requires std::is_convertible_v<Text const&, std::string_view>
  friend std::strong_ordering operator<=>(string const& a, Text const& b) noexcept {
    return a.get_view() <=> std::string_view(b);
  }
  template <class Traits>
  friend std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, string const& text) {
    return out << text.get_view();
  }

private:
  // As the ABI has it: lists of strings cross as they lie in memory.
  char* data_ = detail::dangling<char>();
  size_t size_ = 0;
};

/// A list that can be handed to another component: a fixed number of elements in memory of `malloc`.
/// An empty list has no memory.
template <class T>
class vector {
  static_assert(alignof(T) <= alignof(std::max_align_t), "malloc cannot align this type");

public:
  using value_type = T;

  vector() noexcept = default;
  /// Takes over elements in memory of `malloc`; for a length of 0 there is nothing to take over.
  vector(T* memory, size_t size) noexcept : data_(size != 0 ? memory : detail::dangling<T>()), size_(size) {}
  vector(std::initializer_list<T> elements)
    requires std::is_copy_constructible_v<T>
      : vector(from_view(std::span<T const>(elements.begin(), elements.size()))) {}
  vector(vector const& other)
    requires std::is_copy_constructible_v<T>
      : vector(from_view(other.get_const_view())) {}
  vector(vector&& other) noexcept { swap(other); }
  vector& operator=(vector const& other)
    requires std::is_copy_constructible_v<T>
  {
    if (this != &other) *this = vector(other);
    return *this;
  }
  vector& operator=(vector&& other) noexcept {
    vector dropped(std::move(*this));
    swap(other);
    return *this;
  }
  ~vector() {
    for (T& element : *this) element.~T();
    if (size_ != 0) std::free(static_cast<void*>(data_));
  }

  /// Room for `size` elements, each of which has to be set with `initialize` before anything else happens.
  static vector allocate(size_t size) {
    if (size == 0) return vector();
    return vector(static_cast<T*>(detail::allocate(size, sizeof(T))), size);
  }
  void initialize(size_t index, T element) noexcept {
    ::new (static_cast<void*>(data_ + index)) T(std::move(element));
  }
  /// A copy of the elements, each converted if need be: a list of `wit::string` may be made of `std::string_view`s.
  template <class U>
  static vector from_view(std::span<U> const& elements) {
    return from_range(elements);
  }
  /// A list of what is in a range. The elements of a temporary or moved container are moved.
  template <class Range>
  static vector from_range(Range&& range) {
    auto result = allocate(static_cast<size_t>(std::size(range)));
    T* place = result.data_;
    for (auto&& element : range) {
      constexpr bool is_view = std::is_trivially_copyable_v<std::remove_cvref_t<Range>>;
      if constexpr (std::is_lvalue_reference_v<Range> || is_view) {
        ::new (static_cast<void*>(place++)) T(element);
      } else {
        ::new (static_cast<void*>(place++)) T(std::move(element));
      }
    }
    return result;
  }

  /// Never null, not even for an empty list.
  T* data() noexcept { return data_; }
  T const* data() const noexcept { return data_; }
  size_t size() const noexcept { return size_; }
  bool empty() const noexcept { return size_ == 0; }
  T& operator[](size_t index) noexcept { return data_[index]; }
  T const& operator[](size_t index) const noexcept { return data_[index]; }
  T* begin() noexcept { return data_; }
  T* end() noexcept { return data_ + size_; }
  T const* begin() const noexcept { return data_; }
  T const* end() const noexcept { return data_ + size_; }
  std::span<T> get_view() const noexcept { return {data_, size_}; }
  std::span<T const> get_const_view() const noexcept { return {data_, size_}; }

  /// Lets go of memory and elements, which then are someone else's, and is empty.
  T* leak() noexcept {
    size_ = 0;
    return std::exchange(data_, detail::dangling<T>());
  }
  /// Frees memory that was let go of; the elements must be gone already.
  static void drop_raw(void* memory) noexcept {
    if (memory != detail::dangling<T>()) std::free(memory);
  }

  void swap(vector& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
  }

  friend bool operator==(vector const& a, vector const& b)
    requires requires(T const& x) { x == x; }
  {
    if (a.size_ != b.size_) return false;
    for (size_t index = 0; index < a.size_; ++index) {
      if (!(a.data_[index] == b.data_[index])) return false;
    }
    return true;
  }

private:
  // As the ABI has it: lists of lists cross as they lie in memory.
  T* data_ = detail::dangling<T>();
  size_t size_ = 0;
};

/// A map that can be handed to another component: its entries in memory of `malloc`, in the order in which they
/// came. Nothing is sorted or hashed, so looking up a key tries one entry after the other. Keys are not made unique:
/// of entries with the same key the last one counts.
template <class K, class V>
class unordered_map {
public:
  using key_type = K;
  using mapped_type = V;
  using value_type = std::pair<K, V>;
  using entry_type = value_type;
  using iterator = entry_type*;
  using const_iterator = entry_type const*;

  unordered_map() noexcept = default;
  /// Takes over entries in memory of `malloc`; for a length of 0 there is nothing to take over.
  unordered_map(entry_type* memory, size_t size) noexcept : entries_(memory, size) {}
  unordered_map(std::initializer_list<entry_type> entries)
    requires std::is_copy_constructible_v<entry_type>
      : entries_(entries) {}

  /// Room for `size` entries, each of which has to be set with `initialize` before anything else happens.
  static unordered_map allocate(size_t size) { return unordered_map(vector<entry_type>::allocate(size)); }
  void initialize(size_t index, entry_type entry) noexcept { entries_.initialize(index, std::move(entry)); }
  /// A copy of the entries, each converted if need be.
  template <class Entry>
  static unordered_map from_view(std::span<Entry> const& entries) {
    return from_range(entries);
  }
  /// A map of what is in a range of pairs, such as a `std::map`. The entries of a temporary or moved one are moved.
  template <class Range>
  static unordered_map from_range(Range&& range) {
    return unordered_map(vector<entry_type>::from_range(std::forward<Range>(range)));
  }

  /// Never null, not even for an empty map.
  entry_type* data() noexcept { return entries_.data(); }
  entry_type const* data() const noexcept { return entries_.data(); }
  size_t size() const noexcept { return entries_.size(); }
  bool empty() const noexcept { return entries_.empty(); }
  iterator begin() noexcept { return entries_.begin(); }
  iterator end() noexcept { return entries_.end(); }
  const_iterator begin() const noexcept { return entries_.begin(); }
  const_iterator end() const noexcept { return entries_.end(); }
  std::span<entry_type> get_view() const noexcept { return entries_.get_view(); }
  std::span<entry_type const> get_const_view() const noexcept { return entries_.get_const_view(); }

  /// The entry that counts for this key, or `end()`.
  template <class Key>
  iterator find(Key const& key) noexcept {
    return const_cast<iterator>(std::as_const(*this).find(key));
  }
  template <class Key>
  const_iterator find(Key const& key) const noexcept {
    for (const_iterator entry = end(); entry != begin();) {
      if ((--entry)->first == key) return entry;
    }
    return end();
  }
  template <class Key>
  bool contains(Key const& key) const noexcept {
    return find(key) != end();
  }

  /// Lets go of memory and entries, which then are someone else's, and is empty.
  entry_type* leak() noexcept { return entries_.leak(); }
  /// Frees memory that was let go of; the entries must be gone already.
  static void drop_raw(void* memory) noexcept { vector<entry_type>::drop_raw(memory); }

  void swap(unordered_map& other) noexcept { entries_.swap(other.entries_); }

  /// Whether both have the same entries, in whatever order.
  friend bool operator==(unordered_map const& a, unordered_map const& b)
    requires requires(K const& key, V const& value) { key == key && value == value; }
  {
    if (a.size() != b.size()) return false;
    for (entry_type const& entry : a) {
      if (a.count_of(entry) != b.count_of(entry)) return false;
    }
    return true;
  }

private:
  size_t count_of(entry_type const& wanted) const {
    size_t count = 0;
    for (entry_type const& entry : *this) {
      if (entry == wanted) ++count;
    }
    return count;
  }

  explicit unordered_map(vector<entry_type> entries) noexcept : entries_(std::move(entries)) {}

  vector<entry_type> entries_;
};

/// Whether a set of flags has all of the others. Takes flags of any width, as the operators do.
template <class Flags>
constexpr bool has_all(Flags const& set, std::type_identity_t<Flags> const& flags) noexcept {
  return (set & flags) == flags;
}
/// Whether a set of flags has at least one of the others.
template <class Flags>
constexpr bool has_any(Flags const& set, std::type_identity_t<Flags> const& flags) noexcept {
  return (set & flags) != Flags{};
}

namespace detail {

template <class Flags>
constexpr auto flag_bits(Flags flags) noexcept {
  return static_cast<std::underlying_type_t<Flags>>(flags);
}

}  // namespace detail

}  // namespace wit

/// Gives flags that are an enum the operators of sets; `all` has every flag. For bindings.
#define WIT_FLAG_OPERATORS(Flags, all)                                                         \
  constexpr Flags operator|(Flags a, Flags b) noexcept {                                       \
    return static_cast<Flags>(::wit::detail::flag_bits(a) | ::wit::detail::flag_bits(b));      \
  }                                                                                            \
  constexpr Flags operator&(Flags a, Flags b) noexcept {                                       \
    return static_cast<Flags>(::wit::detail::flag_bits(a) & ::wit::detail::flag_bits(b));      \
  }                                                                                            \
  constexpr Flags operator^(Flags a, Flags b) noexcept {                                       \
    return static_cast<Flags>(::wit::detail::flag_bits(a) ^ ::wit::detail::flag_bits(b));      \
  }                                                                                            \
  constexpr Flags operator~(Flags a) noexcept { return a ^ static_cast<Flags>(all); }          \
  constexpr Flags& operator|=(Flags& a, Flags b) noexcept { return a = a | b; }                \
  constexpr Flags& operator&=(Flags& a, Flags b) noexcept { return a = a & b; }                \
  constexpr Flags& operator^=(Flags& a, Flags b) noexcept { return a = a ^ b; }                \
  static_assert(sizeof(Flags) != 0)

namespace wit {

/// Flags too many for an integer. The generated struct derives from it and names the flags.
template <class Flags, size_t Count>
struct wide_flags {
  std::array<uint32_t, (Count + 31) / 32> words{};

  static constexpr Flags flag(size_t index) noexcept {
    Flags flags{};
    flags.words[index / 32] = uint32_t{1} << (index % 32);
    return flags;
  }

  friend constexpr Flags operator|(Flags a, Flags const& b) noexcept { return a |= b; }
  friend constexpr Flags operator&(Flags a, Flags const& b) noexcept { return a &= b; }
  friend constexpr Flags operator^(Flags a, Flags const& b) noexcept { return a ^= b; }
  friend constexpr Flags operator~(Flags a) noexcept {
    for (size_t index = 0; index < Count; ++index) a ^= flag(index);
    return a;
  }
  friend constexpr Flags& operator|=(Flags& a, Flags const& b) noexcept {
    for (size_t word = 0; word < a.words.size(); ++word) a.words[word] |= b.words[word];
    return a;
  }
  friend constexpr Flags& operator&=(Flags& a, Flags const& b) noexcept {
    for (size_t word = 0; word < a.words.size(); ++word) a.words[word] &= b.words[word];
    return a;
  }
  friend constexpr Flags& operator^=(Flags& a, Flags const& b) noexcept {
    for (size_t word = 0; word < a.words.size(); ++word) a.words[word] ^= b.words[word];
    return a;
  }
  friend constexpr bool operator==(wide_flags const&, wide_flags const&) = default;
};

/// A resource that another component implements: the base of its class. Holds one handle, which the
/// derived class drops. Moving empties the source; an empty one may only be assigned to or destroyed.
template <class Handle>
class BasicResourceImport {
public:
  using handle_t = Handle;
  static constexpr handle_t invalid{};

  BasicResourceImport() noexcept = default;
  explicit BasicResourceImport(handle_t owned) noexcept : handle(owned) {}
  BasicResourceImport(BasicResourceImport&& other) noexcept : handle(other.into_handle()) {}
  BasicResourceImport(BasicResourceImport const&) = delete;
  BasicResourceImport& operator=(BasicResourceImport&&) = delete;
  BasicResourceImport& operator=(BasicResourceImport const&) = delete;

  handle_t get_handle() const noexcept { return handle; }
  /// Replaces the handle without dropping it.
  void set_handle(handle_t owned) noexcept { handle = owned; }
  /// Lets go of the handle, which then is the caller's.
  handle_t into_handle() noexcept { return std::exchange(handle, invalid); }

protected:
  handle_t handle{};
};

using ResourceImportBase = BasicResourceImport<void*>;
using TableResourceImportBase = BasicResourceImport<int32_t>;

/// How others know the objects of an exported resource: by their address. Bindings specialise it where
/// handles are numbers in a table.
template <class R>
struct ResourceHandles {
  using handle_t = void*;
  static handle_t add(R* object) noexcept { return object; }
  static R* find(handle_t handle) noexcept { return static_cast<R*>(handle); }
  static void drop(handle_t handle) noexcept { R::Dtor(find(handle)); }
};

/// Destroys an object of an exported resource when the last owner is this component.
template <class R>
struct Deregister {
  void operator()(R* object) const noexcept {
    if (object->handle == R::invalid) R::Dtor(object);
    else ResourceHandles<R>::drop(object->handle);
  }
};

/// An object of an exported resource that this component owns at the moment.
template <class R>
using Owned = std::unique_ptr<R, Deregister<R>>;

/// A resource that this component implements: the base of the class that you write.
template <class R>
class ResourceExportBase {
public:
  using handle_t = typename ResourceHandles<R>::handle_t;
  using Deregister = wit::Deregister<R>;
  using Owned = wit::Owned<R>;
  static constexpr handle_t invalid{};

  /// Invalid until others have to know the object, which is complete by then.
  mutable handle_t handle{};

  ResourceExportBase() noexcept = default;
  ResourceExportBase(ResourceExportBase const&) = delete;
  ResourceExportBase& operator=(ResourceExportBase const&) = delete;

  // Objects lie in memory of `malloc`: what there is for everything else tells of its end by stdio, which a WebAssembly module
  // would have whole, and which asks for the host's files.
  static void* operator new(size_t size) { return detail::allocate(1, size); }
  static void operator delete(void* memory) noexcept { std::free(memory); }
  static void* operator new(size_t, void* place) noexcept { return place; }
  static void* operator new(size_t size, std::align_val_t align) { return ::operator new(size, align); }
  static void operator delete(void* memory, std::align_val_t align) noexcept { ::operator delete(memory, align); }

  /// Makes an object. A class may have a `New` of its own.
  template <class... Arguments>
  static Owned New(Arguments&&... arguments) {
    return Owned(new R(std::forward<Arguments>(arguments)...));
  }
  /// Destroys an object that nobody owns any more. A class may have a `Dtor` of its own.
  static void Dtor(R* self) noexcept { delete self; }

  handle_t get_handle() const noexcept {
    if (handle == invalid) handle = ResourceHandles<R>::add(const_cast<R*>(static_cast<R const*>(this)));
    return handle;
  }
  void set_handle(handle_t owned) noexcept { handle = owned; }
  /// Lets go of the handle, which then is someone else's.
  handle_t into_handle() noexcept {
    get_handle();
    return std::exchange(handle, invalid);
  }
};

/// One of our own objects as the functions of other components take it. Where a world exports a resource and
/// imports an interface that speaks of it, to those imports the resource is an imported one, like any other's.
template <class Imported, class R>
Imported as_imported(Owned<R> object) noexcept {
  static_assert(std::is_same_v<typename Imported::handle_t, void*>, "only where a handle is the object");
  return Imported(ResourceImportBase(object.release()->into_handle()));
}

/// The way back, for a resource that is known to be ours.
template <class R, class Imported>
Owned<R> as_exported(Imported resource) noexcept {
  static_assert(std::is_same_v<typename Imported::handle_t, void*>, "only where a handle is the object");
  return Owned<R>(ResourceHandles<R>::find(resource.into_handle()));
}

}  // namespace wit

#endif  // WIT_GEN_WIT_H
