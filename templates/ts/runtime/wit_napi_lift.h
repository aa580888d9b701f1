// Lifting: core values to those of JavaScript.
#ifndef WIT_GEN_WIT_NAPI_LIFT_H
#define WIT_GEN_WIT_NAPI_LIFT_H

#include "wit_napi_state.h"
#include "wit_napi_utf8.h"

#pragma GCC visibility push(hidden)
namespace wit::napi {

/// The part of a call that lifts.
class Lifting : public CallState {
 public:
  napi_value lift_integer(int32_t value) const {
    napi_value lifted = nullptr;
    napi_create_int32(env(), value, &lifted);
    return lifted;
  }

  napi_value lift_integer(uint32_t value) const {
    napi_value lifted = nullptr;
    napi_create_uint32(env(), value, &lifted);
    return lifted;
  }

  napi_value lift_integer(int64_t value) const {
    napi_value lifted = nullptr;
    napi_create_bigint_int64(env(), value, &lifted);
    return lifted;
  }

  napi_value lift_integer(uint64_t value) const {
    napi_value lifted = nullptr;
    napi_create_bigint_uint64(env(), value, &lifted);
    return lifted;
  }

  napi_value lift_float(double value) const {
    napi_value lifted = nullptr;
    napi_create_double(env(), value, &lifted);
    return lifted;
  }

  napi_value lift_boolean(bool value) const {
    napi_value lifted = nullptr;
    napi_get_boolean(env(), value, &lifted);
    return lifted;
  }

  napi_value lift_char(uint32_t value) {
    if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return trap("a char is none");
    char16_t const units[2] = {
        static_cast<char16_t>(value < 0x10000 ? value : 0xD800 + ((value - 0x10000) >> 10U)),
        static_cast<char16_t>(0xDC00 + (value & 0x3FFU)),
    };
    napi_value lifted = nullptr;
    napi_create_string_utf16(env(), units, value < 0x10000 ? 1 : 2, &lifted);
    return lifted;
  }

  napi_value lift_case(uint32_t index, Cases const& cases) {
    return index < cases.count ? new_text(cases.names[index]) : unknown_case();
  }

  /// For a discriminant that no case has.
  napi_value unknown_case() { return trap("a value is in no case of its type"); }

  napi_value lift_flags(std::initializer_list<int32_t> words, Cases const& flags) {
    napi_value const object = new_object();
    for (size_t index = 0; index < flags.count; ++index) {
      auto const word = static_cast<uint32_t>(*(words.begin() + static_cast<std::ptrdiff_t>(index / 32)));
      set_property(object, flags.names[index], lift_boolean(((word >> (index % 32)) & 1U) != 0));
    }
    return object;
  }

  /// The same as the bits of a bigint. Bits without a flag are ignored.
  napi_value lift_flag_bits(std::initializer_list<int32_t> bits, size_t count) const {
    std::vector<uint64_t> words((count + 63) / 64);
    size_t index = 0;
    for (int32_t const each : bits) {
      words[index / 2] |= uint64_t{static_cast<uint32_t>(each)} << (index % 2 * 32);
      ++index;
    }
    if (count % 64 != 0) words.back() &= (uint64_t{1} << (count % 64)) - 1;
    napi_value lifted = nullptr;
    napi_create_bigint_words(env(), 0, words.size(), words.data(), &lifted);
    return lifted;
  }

  napi_value lift_text(uint8_t const* pointer, size_t length) {
    auto const* const text = reinterpret_cast<char const*>(length == 0 ? dangling(1) : pointer);
    napi_value lifted = nullptr;
    size_t const plain = ascii_length(pointer, length);
    if (plain < length && !is_utf8(pointer + plain, length - plain)) return trap("a string is not UTF-8");
    napi_status const status = plain == length ? napi_create_string_latin1(env(), text, length, &lifted)
                                               : napi_create_string_utf8(env(), text, length, &lifted);
    if (status != napi_ok) return trap("a string is longer than JavaScript has them");
    return lifted;
  }

  /// The same of what becomes ours.
  napi_value lift_text_given(uint8_t* pointer, size_t length) {
    napi_value const lifted = lift_text(pointer, length);
    free_array(pointer, length);
    return lifted;
  }

  template <class Number>
  napi_value lift_numbers(uint8_t const* pointer, size_t count) {
    void* bytes = nullptr;
    napi_value buffer = nullptr;
    napi_value lifted = nullptr;
    if (napi_create_arraybuffer(env(), array_size(count, sizeof(Number)), &bytes, &buffer) != napi_ok) {
      return trap("a list is longer than JavaScript has them");
    }
    if (count != 0) std::memcpy(bytes, pointer, count * sizeof(Number));
    napi_create_typedarray(env(), TypedArray<Number>::type, count, buffer, 0, &lifted);
    return lifted;
  }

  template <class Number>
  napi_value lift_numbers_given(uint8_t* pointer, size_t count) {
    napi_value const lifted = lift_numbers<Number>(pointer, count);
    free_array(pointer, count);
    return lifted;
  }

  napi_value lift_undefined() const {
    napi_value value = nullptr;
    napi_get_undefined(env(), &value);
    return value;
  }

  napi_value new_object() const {
    napi_value object = nullptr;
    napi_create_object(env(), &object);
    return object;
  }

  napi_value new_array(size_t count) {
    napi_value array = nullptr;
    if (count > 0xFFFFFFFFU || napi_create_array_with_length(env(), count, &array) != napi_ok) {
      return trap("a list is longer than JavaScript has them");
    }
    return array;
  }

  napi_value new_text(char const* text) const {
    napi_value value = nullptr;
    napi_create_string_utf8(env(), text, NAPI_AUTO_LENGTH, &value);
    return value;
  }

  void set_property(napi_value object, char const* name, napi_value value) const {
    napi_set_named_property(env(), object, name, value);
  }

  void set_element(napi_value array, size_t index, napi_value value) const {
    napi_set_element(env(), array, static_cast<uint32_t>(index), value);
  }

  napi_value lift_tuple(std::initializer_list<napi_value> items) {
    napi_value const tuple = new_array(items.size());
    size_t index = 0;
    for (napi_value const item : items) set_element(tuple, index++, item);
    return tuple;
  }

  /// A case by its tag; without a payload it has no `val`.
  napi_value lift_variant(char const* tag, napi_value payload = nullptr) const {
    napi_value const object = new_object();
    set_property(object, "tag", new_text(tag));
    if (payload != nullptr) set_property(object, "val", payload);
    return object;
  }

  /// A Map of an array of entries.
  napi_value lift_map(napi_value entries) {
    napi_value map = nullptr;
    if (!has_failed() && napi_new_instance(env(), global({"Map"}), 1, &entries, &map) != napi_ok) fail_as_thrown();
    return map;
  }

 protected:
  using CallState::CallState;
  ~Lifting() = default;
};

}  // namespace wit::napi
#pragma GCC visibility pop

#endif  // WIT_GEN_WIT_NAPI_LIFT_H
