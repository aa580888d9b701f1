// Lowering: values of JavaScript to core values.
#ifndef WIT_GEN_WIT_NAPI_LOWER_H
#define WIT_GEN_WIT_NAPI_LOWER_H

#include <cmath>
#include <limits>

#include "wit_napi_lift.h"

#pragma GCC visibility push(hidden)
namespace wit::napi {

/// The part of a call that lowers.
class Lowering : public Lifting {
 public:
  template <class Integer>
  Integer lower_integer(napi_value value, Path const& at) {
    if constexpr (sizeof(Integer) == 8) {
      return lower_big<Integer>(value, at);
    } else {
      double number = 0;
      constexpr auto least = static_cast<double>(std::numeric_limits<Integer>::min());
      constexpr auto most = static_cast<double>(std::numeric_limits<Integer>::max());
      bool const is_number = napi_get_value_double(env(), value, &number) == napi_ok;
      if (is_number && number >= least && number <= most && std::trunc(number) == number) {
        return static_cast<Integer>(number);
      }
      fail(at, integers<Integer>(), value);
      return 0;
    }
  }

  template <class Float>
  Float lower_float(napi_value value, Path const& at) {
    double number = 0;
    if (napi_get_value_double(env(), value, &number) != napi_ok) fail(at, "a number", value);
    return static_cast<Float>(number);
  }

  bool lower_boolean(napi_value value, Path const& at) {
    bool truth = false;
    if (napi_get_value_bool(env(), value, &truth) != napi_ok) fail(at, "a boolean", value);
    return truth;
  }

  /// The Unicode scalar value that is the whole of a string.
  uint32_t lower_char(napi_value value, Path const& at) {
    char16_t units[4] = {};
    size_t count = 0;
    napi_get_value_string_utf16(env(), value, units, 4, &count);
    uint32_t const first = units[0];
    uint32_t const second = units[1];
    if (count == 1 && (first < 0xD800 || first > 0xDFFF)) return first;
    bool const is_pair = first >= 0xD800 && first <= 0xDBFF && second >= 0xDC00 && second <= 0xDFFF;
    if (count == 2 && is_pair) return 0x10000U + ((first - 0xD800U) << 10U) + (second - 0xDC00U);
    fail(at, "a string of one character", value);
    return 0;
  }

  /// The position of a case.
  int32_t lower_case(napi_value value, Cases const& cases, Path const& at) {
    char short_name[64];
    size_t length = 0;
    if (napi_get_value_string_utf8(env(), value, nullptr, 0, &length) == napi_ok) {
      std::string long_name;
      char* name = short_name;
      if (length >= sizeof short_name) {
        long_name.resize(length + 1);
        name = long_name.data();
      }
      napi_get_value_string_utf8(env(), value, name, length + 1, &length);
      for (size_t index = 0; index < cases.count; ++index) {
        if (std::strlen(cases.names[index]) == length && std::memcmp(cases.names[index], name, length) == 0) {
          return static_cast<int32_t>(index);
        }
      }
    }
    fail(at, one_of(cases).c_str(), value);
    return -1;
  }

  /// A member that may be left out, and of whose name every object has a function by itself: one that is inherited is not meant.
  napi_value not_inherited(napi_value object, char const* name) {
    napi_value const member = property(object, name);
    if (has_failed()) return member;
    napi_valuetype type = napi_undefined;
    napi_typeof(env(), member, &type);
    if (type != napi_function) return member;
    bool is_own = false;
    if (napi_has_own_property(env(), object, new_text(name), &is_own) != napi_ok) fail_as_thrown();
    return is_own ? member : lift_undefined();
  }

  /// 32 flags of an object, from the given one on. What is not there is not set. `inheritable` are the bits of those for which
  /// `not_inherited` asks.
  int32_t lower_flags(napi_value object, Cases const& flags, size_t first, Path const& at, uint32_t inheritable = 0) {
    uint32_t bits = 0;
    for (size_t index = first; index < flags.count && index < first + 32; ++index) {
      char const* const name = flags.names[index];
      bool const may_be_inherited = ((inheritable >> (index - first)) & 1U) != 0;
      napi_value const flag = may_be_inherited ? not_inherited(object, name) : property(object, name);
      if (has_failed() || is_undefined(flag)) continue;
      if (lower_boolean(flag, at.member(name))) bits |= uint32_t{1} << (index - first);
    }
    return static_cast<int32_t>(bits);
  }

  /// 32 bits of a bigint of `count` bits, by the position of the word.
  int32_t lower_flag_bits(napi_value value, size_t count, size_t word, Path const& at) {
    std::vector<uint64_t> words((count + 63) / 64);
    size_t used = words.size();
    int sign = 0;
    // How many words the number has is answered, also where they are more than there is room for.
    bool is_right = napi_get_value_bigint_words(env(), value, &sign, &used, words.data()) == napi_ok;
    is_right = is_right && sign == 0 && used <= words.size();
    if (is_right && count % 64 != 0 && used == words.size()) is_right = (words.back() >> (count % 64)) == 0;
    if (!is_right) {
      fail(at, ("a bigint of " + std::to_string(count) + " bits").c_str(), value);
      return 0;
    }
    return static_cast<int32_t>(static_cast<uint32_t>(words[word / 2] >> (word % 2 * 32)));
  }

  /// A record, a variant or flags.
  napi_value lower_object(napi_value value, Path const& at) {
    napi_valuetype type = napi_undefined;
    napi_typeof(env(), value, &type);
    if (type != napi_object) fail(at, "an object", value);
    return value;
  }

  /// Whether an optional value is there.
  bool is_some(napi_value value) const {
    napi_valuetype type = napi_undefined;
    napi_typeof(env(), value, &type);
    return type != napi_undefined && type != napi_null;
  }

  /// How many elements an array has. None, once a call has failed: then nobody looks at them.
  size_t lower_count(napi_value value, Path const& at) {
    uint32_t count = 0;
    if (has_failed()) return 0;
    bool is_array = false;
    napi_is_array(env(), value, &is_array);
    if (!is_array || napi_get_array_length(env(), value, &count) != napi_ok) fail(at, "an array", value);
    return count;
  }

  /// A tuple, or a list of fixed length.
  void lower_elements(napi_value value, size_t expected, Path const& at) {
    if (has_failed()) return;
    uint32_t count = 0;
    bool is_array = false;
    napi_is_array(env(), value, &is_array);
    if (is_array && napi_get_array_length(env(), value, &count) == napi_ok && count == expected) return;
    fail(at, ("an array of " + std::to_string(expected) + " elements").c_str(), value);
  }

  /// The entries of a Map, as an array of pairs.
  napi_value lower_entries(napi_value map, Path const& at) {
    if (has_failed()) return map;
    napi_value const type = global({"Map"});
    bool is_map = false;
    napi_instanceof(env(), map, type, &is_map);
    napi_value entries = nullptr;
    napi_value const method = global({"Map", "prototype", "entries"});
    // What only looks like a map is none: `entries` says so.
    if (!is_map || napi_call_function(env(), map, method, 0, nullptr, &entries) != napi_ok) {
      clear();
      fail(at, "a Map", map);
      return map;
    }
    napi_value const array = global({"Array"});
    if (napi_call_function(env(), array, global({"Array", "from"}), 1, &entries, &entries) != napi_ok) fail_as_thrown();
    return entries;
  }

  Memory lower_text_lent(napi_value value, Path const& at) {
    size_t units = 0;
    if (!text_units(value, &units, at)) return {dangling(1), 0};
    // No unit of UTF-16 is more than three bytes; the last byte is for the zero that is written behind.
    uint8_t* const pointer = allocate_lent(3 * units + 1, 1, 1, at);
    size_t length = 0;
    if (has_failed()) return {pointer, length};
    napi_get_value_string_utf8(env(), value, reinterpret_cast<char*>(pointer), 3 * units + 1, &length);
    arena().trim(pointer + length);
    return {pointer, length};
  }

  Memory lower_text_given(napi_value value, Path const& at) {
    size_t units = 0;
    if (!text_units(value, &units, at)) return {dangling(1), 0};
    size_t length = 0;
    napi_get_value_string_utf8(env(), value, nullptr, 0, &length);
    uint8_t* const pointer = allocate_given(length + 1, 1, 1, at);
    if (has_failed()) return {pointer, 0};
    napi_get_value_string_utf8(env(), value, reinterpret_cast<char*>(pointer), length + 1, &length);
    return {pointer, length};
  }

  template <class Number>
  Memory lower_numbers_lent(napi_value value, Path const& at) {
    return lower_numbers<Number>(value, at, [this, &at](size_t count) { return allocate_lent(count, sizeof(Number), alignof(Number), at); });
  }

  template <class Number>
  Memory lower_numbers_given(napi_value value, Path const& at) {
    return lower_numbers<Number>(value, at, [this, &at](size_t count) { return allocate_given(count, sizeof(Number), alignof(Number), at); });
  }

  /// Memory until the call is over. Where there is none the call fails, and nobody writes there.
  uint8_t* allocate_lent(size_t count, size_t size, size_t align, Path const& at) {
    return has_failed() ? nullptr : there(arena().allocate(count, size, align), count, at);
  }

  /// Memory that becomes the component's.
  uint8_t* allocate_given(size_t count, size_t size, size_t align, Path const& at) {
    return has_failed() ? nullptr : there(allocate(count, size, align), count, at);
  }

 protected:
  using Lifting::Lifting;
  ~Lowering() = default;

 private:
  /// Memory, if it could be had.
  uint8_t* there(uint8_t* memory, size_t count, Path const& at) {
    if (memory == nullptr) {
      std::string const message = at.text() + " is too long: there is no memory for " + std::to_string(count) + " elements";
      napi_throw_range_error(env(), nullptr, message.c_str());
      fail_as_thrown();
    }
    return memory;
  }

  static std::string one_of(Cases const& cases) {
    std::string text = "one of ";
    for (size_t index = 0; index < cases.count; ++index) {
      text += (index == 0 ? "'" : ", '") + std::string(cases.names[index]) + "'";
    }
    return text;
  }

  template <class Integer>
  static constexpr char const* integers() noexcept {
    if constexpr (std::is_same_v<Integer, uint8_t>) return "an integer from 0 to 255";
    else if constexpr (std::is_same_v<Integer, int8_t>) return "an integer from -128 to 127";
    else if constexpr (std::is_same_v<Integer, uint16_t>) return "an integer from 0 to 65535";
    else if constexpr (std::is_same_v<Integer, int16_t>) return "an integer from -32768 to 32767";
    else if constexpr (std::is_same_v<Integer, uint32_t>) return "an integer from 0 to 4294967295";
    else return "an integer from -2147483648 to 2147483647";
  }

  template <class Integer>
  Integer lower_big(napi_value value, Path const& at) {
    Integer number = 0;
    bool is_whole = false;
    if constexpr (std::is_signed_v<Integer>) {
      if (napi_get_value_bigint_int64(env(), value, &number, &is_whole) != napi_ok) is_whole = false;
      if (!is_whole) fail(at, "a bigint from -2^63 to 2^63 - 1", value);
    } else {
      if (napi_get_value_bigint_uint64(env(), value, &number, &is_whole) != napi_ok) is_whole = false;
      if (!is_whole) fail(at, "a bigint from 0 to 2^64 - 1", value);
    }
    return number;
  }

  template <class Number>
  Number lower_number(napi_value value, Path const& at) {
    if constexpr (std::is_floating_point_v<Number>) return lower_float<Number>(value, at);
    else return lower_integer<Number>(value, at);
  }

  /// The units of UTF-16 of a string.
  bool text_units(napi_value value, size_t* units, Path const& at) {
    if (has_failed()) return false;
    if (napi_get_value_string_utf16(env(), value, nullptr, 0, units) == napi_ok) return *units != 0;
    fail(at, "a string", value);
    return false;
  }

  /// Copies a typed array, or converts an array element by element.
  template <class Number, class Allocate>
  Memory lower_numbers(napi_value value, Path const& at, Allocate allocate_numbers) {
    if (has_failed()) return {dangling(alignof(Number)), 0};
    bool is_typed = false;
    napi_is_typedarray(env(), value, &is_typed);
    if (is_typed) {
      napi_typedarray_type type = napi_int8_array;
      size_t count = 0;
      void* numbers = nullptr;
      napi_get_typedarray_info(env(), value, &type, &count, &numbers, nullptr, nullptr);
      if (type == TypedArray<Number>::type) {
        uint8_t* const pointer = allocate_numbers(count);
        if (count != 0 && !has_failed()) std::memcpy(pointer, numbers, count * sizeof(Number));
        return {pointer, count};
      }
    }
    bool is_array = false;
    uint32_t count = 0;
    napi_is_array(env(), value, &is_array);
    if (!is_array || napi_get_array_length(env(), value, &count) != napi_ok) {
      fail(at, TypedArray<Number>::expected, value);
      return {dangling(alignof(Number)), 0};
    }
    uint8_t* const pointer = allocate_numbers(count);
    for (size_t index = 0; index < count && !has_failed(); ++index) {
      HandleScope const scope(env());
      Number const number = lower_number<Number>(element(value, index), at.item(index));
      store<Number>(pointer + index * sizeof(Number), number);
    }
    return {pointer, count};
  }

  bool is_undefined(napi_value value) const {
    napi_valuetype type = napi_undefined;
    napi_typeof(env(), value, &type);
    return type == napi_undefined;
  }
};

}  // namespace wit::napi
#pragma GCC visibility pop

#endif  // WIT_GEN_WIT_NAPI_LOWER_H
