// Memory of a call, and the bits in it.
#ifndef WIT_GEN_WIT_NAPI_MEMORY_H
#define WIT_GEN_WIT_NAPI_MEMORY_H

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <type_traits>
#include <vector>

// Addons of one process do not share what is in here, whoever else has the same.
#pragma GCC visibility push(hidden)
namespace wit::napi {

/// Ends the process: what has happened cannot be answered to, neither to JavaScript nor to the component.
[[noreturn]] inline void die(char const* where, char const* what) noexcept {
  std::fprintf(stderr, "wit: %s: %s\n", where, what);
  std::abort();
}

template <class Value>
Value load(uint8_t const* at) noexcept {
  Value value;
  std::memcpy(&value, at, sizeof value);
  return value;
}

template <class Value>
void store(uint8_t* at, Value value) noexcept {
  std::memcpy(at, &value, sizeof value);
}

/// The same bits as another core type: the slot of a variant is wider than, or of another kind than, what a case puts there.
template <class To, class From>
To bits_as(From value) noexcept {
  uint64_t bits = 0;
  if constexpr (std::is_pointer_v<From>) {
    bits = reinterpret_cast<uintptr_t>(value);
  } else if constexpr (std::is_floating_point_v<From>) {
    std::conditional_t<sizeof(From) == 4, uint32_t, uint64_t> own = 0;
    static_assert(sizeof own == sizeof value);
    std::memcpy(&own, &value, sizeof value);
    bits = own;
  } else {
    bits = static_cast<uint64_t>(value);
  }
  if constexpr (std::is_pointer_v<To>) {
    return reinterpret_cast<To>(static_cast<uintptr_t>(bits));
  } else if constexpr (std::is_floating_point_v<To>) {
    auto const own = static_cast<std::conditional_t<sizeof(To) == 4, uint32_t, uint64_t>>(bits);
    To result;
    static_assert(sizeof own == sizeof result);
    std::memcpy(&result, &own, sizeof result);
    return result;
  } else {
    return static_cast<To>(bits);
  }
}

/// The pointer of what has no bytes: aligned, and not null.
inline uint8_t* dangling(size_t align) noexcept {
  return reinterpret_cast<uint8_t*>(static_cast<uintptr_t>(align));
}

/// The bytes of an array; more than there can be of one that is too long.
inline size_t array_size(size_t count, size_t size) noexcept {
  size_t bytes = 0;
  return __builtin_mul_overflow(count, size, &bytes) ? SIZE_MAX : bytes;
}

/// Memory that becomes the receiver's, who frees it. Null if there is none.
inline uint8_t* allocate(size_t count, size_t size, size_t align) noexcept {
  size_t const bytes = array_size(count, size);
  return bytes == 0 ? dangling(align) : static_cast<uint8_t*>(std::malloc(bytes));
}

/// Frees an array that may be empty: then there is nothing behind the pointer.
inline void free_array(uint8_t* pointer, size_t count) noexcept {
  if (count != 0) std::free(pointer);
}

/// A list that has room for a few without an allocation, as most calls have no more handles.
class Numbers {
 public:
  void add(double number) {
    if (count_ < few) first_[count_] = number;
    else more_.push_back(number);
    ++count_;
  }

  size_t size() const noexcept { return count_; }
  double operator[](size_t index) const noexcept { return index < few ? first_[index] : more_[index - few]; }

  void clear() noexcept {
    count_ = 0;
    more_.clear();
  }

 private:
  static constexpr size_t few = 4;
  double first_[few] = {};
  size_t count_ = 0;
  std::vector<double> more_;
};

/// What calls lend: the calls of an environment are nested, so each gives back all that it has taken when it ends.
class Arena {
 public:
  struct Mark {
    size_t block;
    size_t used;
  };

  Arena() = default;
  Arena(Arena const&) = delete;
  Arena& operator=(Arena const&) = delete;
  ~Arena() {
    for (Block const& block : blocks_) std::free(block.bytes);
  }

  Mark mark() const noexcept { return {block_, used_}; }

  void reset(Mark mark) noexcept {
    block_ = mark.block;
    used_ = mark.used;
    if (block_ == 0 && used_ == 0) shrink();
  }

  /// Null if there is no memory.
  uint8_t* allocate(size_t count, size_t size, size_t align) noexcept {
    size_t const bytes = array_size(count, size);
    if (bytes == 0) return dangling(align);
    if (block_ < blocks_.size()) {
      size_t const start = (used_ + align - 1) / align * align;
      if (start <= blocks_[block_].size && bytes <= blocks_[block_].size - start) {
        used_ = start + bytes;
        return blocks_[block_].bytes + start;
      }
      ++block_;
    }
    bool const is_there = block_ < blocks_.size() && blocks_[block_].size >= bytes;
    if (!is_there && !insert(bytes)) return nullptr;
    used_ = bytes;
    return blocks_[block_].bytes;
  }

  /// Gives back the end of what was allocated last.
  void trim(uint8_t const* end) noexcept { used_ = static_cast<size_t>(end - blocks_[block_].bytes); }

 private:
  struct Block {
    uint8_t* bytes;
    size_t size;
  };
  static constexpr size_t least = size_t{64} << 10U;
  static constexpr size_t kept_blocks = 2;
  static constexpr size_t kept_size = size_t{1} << 20U;

  bool insert(size_t bytes) noexcept {
    size_t const size = bytes < least ? least : bytes;
    auto* const memory = static_cast<uint8_t*>(std::malloc(size));
    if (memory == nullptr) return false;
    blocks_.insert(blocks_.begin() + static_cast<std::ptrdiff_t>(block_), Block{memory, size});
    return true;
  }

  /// Keeps what many calls need, and no more.
  void shrink() noexcept {
    while (blocks_.size() > kept_blocks || (!blocks_.empty() && blocks_.back().size > kept_size)) {
      std::free(blocks_.back().bytes);
      blocks_.pop_back();
    }
  }

  std::vector<Block> blocks_;
  size_t block_ = 0;
  size_t used_ = 0;
};

}  // namespace wit::napi
#pragma GCC visibility pop

#endif  // WIT_GEN_WIT_NAPI_MEMORY_H
