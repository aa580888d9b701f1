// What conversions of values have in common.
#ifndef WIT_GEN_WIT_NAPI_VALUES_H
#define WIT_GEN_WIT_NAPI_VALUES_H

#include <string>

#include "wit_napi_environment.h"

#pragma GCC visibility push(hidden)
namespace wit::napi {

/// Where a value stands, as a message has it: `points[3].x`. Made of what is on the stack.
class Path {
 public:
  explicit Path(char const* name) noexcept : name_(name) {}

  Path member(char const* name) const noexcept { return {this, name, 0}; }
  Path item(size_t index) const noexcept { return {this, nullptr, index}; }

  std::string text() const {
    if (outer_ == nullptr) return name_;
    if (name_ == nullptr) return outer_->text() + "[" + std::to_string(index_) + "]";
    return outer_->text() + "." + name_;
  }

 private:
  Path(Path const* outer, char const* name, size_t index) noexcept : outer_(outer), name_(name), index_(index) {}

  Path const* outer_ = nullptr;
  char const* name_;
  size_t index_ = 0;
};

/// The names of cases or flags, in order.
struct Cases {
  char const* const* names;
  size_t count;
};

inline constexpr char const* option_names[] = {"none", "some"};
/// The tags of options that are objects, since `undefined` alone would not say which one is empty.
inline constexpr Cases option_cases{option_names, 2};
inline constexpr char const* result_names[] = {"ok", "err"};
inline constexpr Cases result_cases{result_names, 2};

/// A pointer and a length.
struct Memory {
  uint8_t* pointer;
  size_t length;
};

/// Values that end with a part of a function.
class HandleScope {
 public:
  explicit HandleScope(napi_env env) noexcept : env_(env) { napi_open_handle_scope(env, &scope_); }
  HandleScope(HandleScope const&) = delete;
  HandleScope& operator=(HandleScope const&) = delete;
  ~HandleScope() { napi_close_handle_scope(env_, scope_); }

 private:
  napi_env env_;
  napi_handle_scope scope_ = nullptr;
};

/// Numbers of a typed array.
template <class Number>
struct TypedArray;
#define WIT_NAPI_TYPED_ARRAY(Number, kind, text)                \
  template <>                                                   \
  struct TypedArray<Number> {                                   \
    static constexpr napi_typedarray_type type = kind;          \
    static constexpr char const* expected = text " or an array"; \
  }
WIT_NAPI_TYPED_ARRAY(uint8_t, napi_uint8_array, "a Uint8Array");
WIT_NAPI_TYPED_ARRAY(int8_t, napi_int8_array, "a Int8Array");
WIT_NAPI_TYPED_ARRAY(uint16_t, napi_uint16_array, "a Uint16Array");
WIT_NAPI_TYPED_ARRAY(int16_t, napi_int16_array, "a Int16Array");
WIT_NAPI_TYPED_ARRAY(uint32_t, napi_uint32_array, "a Uint32Array");
WIT_NAPI_TYPED_ARRAY(int32_t, napi_int32_array, "a Int32Array");
WIT_NAPI_TYPED_ARRAY(uint64_t, napi_biguint64_array, "a BigUint64Array");
WIT_NAPI_TYPED_ARRAY(int64_t, napi_bigint64_array, "a BigInt64Array");
WIT_NAPI_TYPED_ARRAY(float, napi_float32_array, "a Float32Array");
WIT_NAPI_TYPED_ARRAY(double, napi_float64_array, "a Float64Array");
#undef WIT_NAPI_TYPED_ARRAY

}  // namespace wit::napi
#pragma GCC visibility pop

#endif  // WIT_GEN_WIT_NAPI_VALUES_H
