// Values of JavaScript to what crosses the boundary, and back.
#ifndef WIT_GEN_WIT_NAPI_CALL_H
#define WIT_GEN_WIT_NAPI_CALL_H

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <limits>
#include <string>

#include "wit_napi_environment.h"

// Addons of one process do not share what is in here, whoever else has the same.
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

/// One call across the boundary. What is wrong with a value is said once: after that, whatever is converted has some value of
/// its type, which nobody sees, since a call that has failed does not happen.
class Call {
 public:
  Call(Call const&) = delete;
  Call& operator=(Call const&) = delete;

  napi_env env() const noexcept { return instance_.env; }
  bool has_failed() const noexcept { return has_failed_; }

  // ---- lowering: JavaScript to core values ----

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

  /// 32 flags of an object, from the given one on. What is not there is not set.
  int32_t lower_flags(napi_value object, Cases const& flags, size_t first, Path const& at) {
    uint32_t bits = 0;
    for (size_t index = first; index < flags.count && index < first + 32; ++index) {
      napi_value const flag = property(object, flags.names[index]);
      if (has_failed_ || is_undefined(flag)) continue;
      if (lower_boolean(flag, at.member(flags.names[index]))) bits |= uint32_t{1} << (index - first);
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

  /// A property of an object.
  napi_value property(napi_value object, char const* name) {
    napi_value value = nullptr;
    if (has_failed_) return value;
    if (napi_get_named_property(env(), object, name, &value) != napi_ok) fail_as_thrown();
    return value;
  }

  /// An element of an array.
  napi_value element(napi_value array, size_t index) {
    napi_value value = nullptr;
    if (has_failed_) return value;
    if (napi_get_element(env(), array, static_cast<uint32_t>(index), &value) != napi_ok) fail_as_thrown();
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
    if (has_failed_) return 0;
    bool is_array = false;
    napi_is_array(env(), value, &is_array);
    if (!is_array || napi_get_array_length(env(), value, &count) != napi_ok) fail(at, "an array", value);
    return count;
  }

  /// A tuple, or a list of fixed length.
  void lower_elements(napi_value value, size_t expected, Path const& at) {
    if (has_failed_) return;
    uint32_t count = 0;
    bool is_array = false;
    napi_is_array(env(), value, &is_array);
    if (is_array && napi_get_array_length(env(), value, &count) == napi_ok && count == expected) return;
    fail(at, ("an array of " + std::to_string(expected) + " elements").c_str(), value);
  }

  /// The entries of a Map, as an array of pairs.
  napi_value lower_entries(napi_value map, Path const& at) {
    if (has_failed_) return map;
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
    uint8_t* const pointer = arena().allocate(3 * units + 1, 1, 1);
    size_t length = 0;
    napi_get_value_string_utf8(env(), value, reinterpret_cast<char*>(pointer), 3 * units + 1, &length);
    arena().trim(pointer + length);
    return {pointer, length};
  }

  Memory lower_text_given(napi_value value, Path const& at) {
    size_t units = 0;
    if (!text_units(value, &units, at)) return {dangling(1), 0};
    size_t length = 0;
    napi_get_value_string_utf8(env(), value, nullptr, 0, &length);
    uint8_t* const pointer = allocate_given(length + 1, 1, 1);
    napi_get_value_string_utf8(env(), value, reinterpret_cast<char*>(pointer), length + 1, &length);
    return {pointer, length};
  }

  template <class Number>
  Memory lower_numbers_lent(napi_value value, Path const& at) {
    return lower_numbers<Number>(value, at, [this](size_t count) { return allocate_lent(count, sizeof(Number), alignof(Number)); });
  }

  template <class Number>
  Memory lower_numbers_given(napi_value value, Path const& at) {
    return lower_numbers<Number>(value, at, [this](size_t count) { return allocate_given(count, sizeof(Number), alignof(Number)); });
  }

  /// Memory until the call is over.
  uint8_t* allocate_lent(size_t count, size_t size, size_t align) { return arena().allocate(count, size, align); }

  /// Memory that becomes the component's.
  uint8_t* allocate_given(size_t count, size_t size, size_t align) const { return allocate(count, size, align); }

  /// A handle of a resource of the component's, which leaves JavaScript when the call happens.
  uint8_t* lower_own(napi_value object, ResourceType const& type, Path const& at) {
    return leave(object, number_of(object), type, at, true);
  }

  /// The same, which JavaScript keeps.
  uint8_t* lower_borrow(napi_value object, ResourceType const& type, Path const& at) {
    return leave(object, number_of(object), type, at, false);
  }

  /// The receiver of a method, by the number of its entry.
  uint8_t* lower_self(napi_value number, ResourceType const& type) {
    double value = -1;
    napi_get_value_double(env(), number, &value);
    return leave(number, value, type, Path("this"), false);
  }

  /// An object that JavaScript implements a resource by, for the component to drop.
  uint8_t* lower_own_object(napi_value object, size_t resource, Path const& at) {
    HostObject* const made = host_object(object, resource, at);
    made_.push_back(made);
    return reinterpret_cast<uint8_t*>(made);
  }

  /// The same, until the call is over.
  uint8_t* lower_borrow_object(napi_value object, size_t resource, Path const& at) {
    HostObject* const made = host_object(object, resource, at);
    lent_.push_back(made);
    return reinterpret_cast<uint8_t*>(made);
  }

  // ---- lifting: core values to JavaScript ----

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
    if (!has_failed_ && napi_new_instance(env(), global({"Map"}), 1, &entries, &map) != napi_ok) fail_as_thrown();
    return map;
  }

  /// A handle of a resource of the component's, which is now JavaScript's.
  napi_value lift_own(uint8_t* handle, ResourceType const& type) {
    if (has_failed_) {
      // Nobody will ever have the object.
      orphans_.push_back({handle, &type});
      return nullptr;
    }
    return new_instance(add(handle, type, false), type);
  }

  /// The number of the entry that a constructor gets for the object that it makes.
  napi_value lift_new(uint8_t* handle, ResourceType const& type) { return lift_float(add(handle, type, false)); }

  /// The same, until the call is over.
  napi_value lift_borrow(uint8_t* handle, ResourceType const& type) {
    double const number = add(handle, type, true);
    borrowed_.add(number);
    return new_instance(number, type);
  }

  /// An object of JavaScript's that comes back to it.
  napi_value lift_own_object(uint8_t* handle) {
    auto* const object = reinterpret_cast<HostObject*>(handle);
    napi_value const value = lift_borrow_object(handle);
    napi_delete_reference(object->home->env, object->object);
    delete object;
    return value;
  }

  napi_value lift_borrow_object(uint8_t* handle) const {
    auto const* const object = reinterpret_cast<HostObject const*>(handle);
    if (object->home->environment != instance_.environment) die(label_, "an object is of another thread");
    napi_value value = nullptr;
    napi_get_reference_value(env(), object->object, &value);
    return value;
  }

  /// What the component has done wrong.
  napi_value trap(char const* reason) {
    if (!has_failed_) {
      std::string const message = std::string(label_) + ": " + reason;
      napi_throw_error(env(), "WIT_TRAP", message.c_str());
      has_failed_ = true;
      failed();
    }
    return nullptr;
  }

 protected:
  Call(Instance& instance, char const* label)
      : instance_(instance), label_(label), mark_(instance.environment->arena.mark()) {}

  ~Call() {
    for (HostObject* const object : lent_) destroy(object);
    for (size_t index = 0; index < borrowed_.size(); ++index) {
      if (Entry* const entry = entries().find(borrowed_[index])) entries().remove(*entry);
    }
    arena().reset(mark_);
  }

  struct Orphan {
    uint8_t* handle;
    ResourceType const* type;
  };

  Instance& instance() const noexcept { return instance_; }
  char const* label() const noexcept { return label_; }
  Entries& entries() const noexcept { return instance_.environment->entries; }
  Arena& arena() const noexcept { return instance_.environment->arena; }
  std::vector<Orphan>& orphans() noexcept { return orphans_; }

  void begin_leaving() {
    for (size_t index = 0; index < leaving_.size(); ++index) {
      if (Entry* const entry = entries().find(leaving_[index])) entries().remove(*entry);
    }
    leaving_.clear();
    made_.clear();
  }

  void end_lending() {
    for (size_t index = 0; index < lends_.size(); ++index) {
      if (Entry* const entry = entries().find(lends_[index])) --entry->lends;
    }
    lends_.clear();
  }

  /// Nothing leaves: the call does not happen.
  void stay() {
    for (size_t index = 0; index < leaving_.size(); ++index) {
      if (Entry* const entry = entries().find(leaving_[index])) entry->is_leaving = false;
    }
    leaving_.clear();
    for (HostObject* const object : made_) destroy(object);
    made_.clear();
  }

  /// What is thrown in JavaScript, taken from there; none if nothing is.
  napi_value clear() const {
    bool is_pending = false;
    napi_is_exception_pending(env(), &is_pending);
    napi_value exception = nullptr;
    if (is_pending) napi_get_and_clear_last_exception(env(), &exception);
    return exception;
  }

  /// Called when the first thing goes wrong, with the exception pending.
  virtual void failed() = 0;

  void fail_as_thrown() {
    if (has_failed_) return;
    has_failed_ = true;
    failed();
  }

 private:
  void fail(Path const& at, char const* expected, napi_value value) {
    if (has_failed_) return;
    std::string const message = at.text() + " must be " + expected + ", not " + described(value);
    fail(message);
  }

  void fail(std::string const& message) {
    if (has_failed_) return;
    napi_throw_type_error(env(), nullptr, message.c_str());
    has_failed_ = true;
    failed();
  }

  /// A value in few words: never its content, which may be long or secret, but for what is short and plain.
  std::string described(napi_value value) const {
    napi_valuetype type = napi_undefined;
    napi_typeof(env(), value, &type);
    switch (type) {
      case napi_undefined:
        return "undefined";
      case napi_null:
        return "null";
      case napi_boolean:
      case napi_number: {
        napi_value text = nullptr;
        char plain[64] = {};
        napi_coerce_to_string(env(), value, &text);
        napi_get_value_string_utf8(env(), text, plain, sizeof plain, nullptr);
        return plain;
      }
      case napi_string:
        return "a string";
      case napi_symbol:
        return "a symbol";
      case napi_function:
        return "a function";
      case napi_bigint:
        return "a bigint";
      case napi_object:
      case napi_external:
        break;
    }
    bool is_array = false;
    napi_is_array(env(), value, &is_array);
    return is_array ? "an array" : "an object";
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
    if (has_failed_) return false;
    if (napi_get_value_string_utf16(env(), value, nullptr, 0, units) == napi_ok) return *units != 0;
    fail(at, "a string", value);
    return false;
  }

  /// Copies a typed array, or converts an array element by element.
  template <class Number, class Allocate>
  Memory lower_numbers(napi_value value, Path const& at, Allocate allocate_numbers) {
    if (has_failed_) return {dangling(alignof(Number)), 0};
    bool is_typed = false;
    napi_is_typedarray(env(), value, &is_typed);
    if (is_typed) {
      napi_typedarray_type type = napi_int8_array;
      size_t count = 0;
      void* numbers = nullptr;
      napi_get_typedarray_info(env(), value, &type, &count, &numbers, nullptr, nullptr);
      if (type == TypedArray<Number>::type) {
        uint8_t* const pointer = allocate_numbers(count);
        if (count != 0) std::memcpy(pointer, numbers, count * sizeof(Number));
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
    for (size_t index = 0; index < count && !has_failed_; ++index) {
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

  napi_value global(std::initializer_list<char const*> names) const {
    napi_value value = nullptr;
    napi_get_global(env(), &value);
    for (char const* const name : names) napi_get_named_property(env(), value, name, &value);
    return value;
  }

  static size_t ascii_length(uint8_t const* bytes, size_t length) noexcept {
    size_t index = 0;
    for (; index + 8 <= length; index += 8) {
      if ((load<uint64_t>(bytes + index) & 0x8080808080808080U) != 0) break;
    }
    while (index < length && bytes[index] < 0x80) ++index;
    return index;
  }

  /// Whether bytes are UTF-8: the shortest form of Unicode scalar values.
  static bool is_utf8(uint8_t const* bytes, size_t length) noexcept {
    size_t index = 0;
    while (index < length) {
      uint32_t const first = bytes[index];
      size_t const more = first < 0x80 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
      if (more == 0) {
        ++index;
        continue;
      }
      if (first < 0xC2 || first > 0xF4 || length - index <= more) return false;
      uint32_t const second = bytes[index + 1];
      uint32_t const least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
      uint32_t const most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
      if (second < least || second > most) return false;
      for (size_t other = 2; other <= more; ++other) {
        if ((bytes[index + other] & 0xC0U) != 0x80) return false;
      }
      index += more + 1;
    }
    return true;
  }

  /// The number of an object's entry; negative if it has none.
  double number_of(napi_value object) {
    double number = -1;
    napi_valuetype type = napi_undefined;
    if (has_failed_) return number;
    napi_typeof(env(), object, &type);
    if (type != napi_object) return number;
    napi_value value = nullptr;
    if (napi_get_property(env(), object, instance_.get(instance_.handle_key), &value) != napi_ok) fail_as_thrown();
    else if (napi_get_value_double(env(), value, &number) != napi_ok) return -1;
    return number;
  }

  uint8_t* leave(napi_value object, double number, ResourceType const& type, Path const& at, bool is_given) {
    if (has_failed_) return nullptr;
    Entry* const entry = entries().find(number);
    if (entry == nullptr) {
      if (number >= 0) fail(at.text() + " was disposed of or given away before");
      else fail(at, (std::string("an object of ") + type.name).c_str(), object);
      return nullptr;
    }
    if (entry->type != &type) {
      fail(at.text() + " must be an object of " + type.name + ", not of " + entry->type->name);
      return nullptr;
    }
    if (entry->is_leaving) fail(at.text() + " is given away twice");
    else if (is_given && entry->is_borrowed) fail(at.text() + " is only borrowed, and cannot be given away");
    else if (is_given && entry->lends > 0) fail(at.text() + " is lent to a call that goes on, and cannot be given away");
    if (has_failed_) return nullptr;
    if (is_given) {
      entry->is_leaving = true;
      leaving_.add(number);
    } else {
      ++entry->lends;
      lends_.add(number);
    }
    return entry->handle;
  }

  HostObject* host_object(napi_value object, size_t resource, Path const& at) {
    bool is_one = false;
    if (!has_failed_) napi_instanceof(env(), object, instance_.get(instance_.imports[resource]), &is_one);
    napi_ref reference = nullptr;
    if (is_one) napi_create_reference(env(), object, 1, &reference);
    else fail(at, "an object of the class that was imported", object);
    return new HostObject{instance_.shared_from_this(), reference};
  }

  static void destroy(HostObject* object) {
    if (object->object != nullptr && object->home->environment != nullptr) {
      napi_delete_reference(object->home->env, object->object);
    }
    delete object;
  }

  double add(uint8_t* handle, ResourceType const& type, bool is_borrowed) {
    return entries().add(handle, type, is_borrowed);
  }

  napi_value new_instance(double number, ResourceType const& type) {
    napi_value const argument = lift_float(number);
    napi_value object = nullptr;
    napi_value const maker = instance_.get(instance_.makers[type.position]);
    if (napi_call_function(env(), lift_undefined(), maker, 1, &argument, &object) != napi_ok) fail_as_thrown();
    return object;
  }

  Instance& instance_;
  char const* label_;
  Arena::Mark mark_;
  bool has_failed_ = false;
  /// Entries that leave when the call happens, and those that are lent to it.
  Numbers leaving_;
  Numbers lends_;
  /// Entries that are lent to JavaScript.
  Numbers borrowed_;
  /// Objects of JavaScript's that the component gets, and those that it is lent.
  std::vector<HostObject*> made_;
  std::vector<HostObject*> lent_;
  std::vector<Orphan> orphans_;
};

/// What JavaScript passes to a function.
template <size_t count>
class Arguments {
 public:
  Arguments(napi_env env, napi_callback_info info) {
    size_t given = count;
    void* data = nullptr;
    napi_get_cb_info(env, info, &given, values_, nullptr, &data);
    instance_ = static_cast<Instance*>(data);
  }

  napi_value operator[](size_t index) const noexcept { return values_[index]; }
  Instance& instance() const noexcept { return *instance_; }

 private:
  napi_value values_[count == 0 ? 1 : count] = {};
  Instance* instance_ = nullptr;
};

/// JavaScript calls the component.
class ExportCall final : public Call {
 public:
  ExportCall(Instance& instance, char const* label) : Call(instance, label) {}

  ~ExportCall() {
    if (has_begun_) {
      end_lending();
      if (!orphans().empty()) drop_orphans();
      current = previous_;
    } else {
      end_lending();
      stay();
    }
  }

  /// Whether the call happens: all arguments are values of their types. What they give away is gone now.
  bool begin() {
    if (has_failed()) return false;
    begin_leaving();
    previous_ = current;
    current = &instance();
    has_begun_ = true;
    return true;
  }

  /// Throws what a result has for an error.
  napi_value throw_error(napi_value payload) {
    if (has_failed()) return nullptr;
    napi_value error = nullptr;
    napi_value const argument = payload == nullptr ? lift_undefined() : payload;
    if (napi_new_instance(env(), instance().get(instance().component_error), 1, &argument, &error) == napi_ok) {
      napi_throw(env(), error);
    }
    fail_as_thrown();
    return nullptr;
  }

 private:
  void failed() override {}

  /// Components may call JavaScript when they drop what they own, which they cannot while an exception is on its way.
  void drop_orphans() {
    napi_value const exception = clear();
    for (Orphan const& orphan : orphans()) orphan.type->drop(orphan.handle);
    if (exception != nullptr) napi_throw(env(), exception);
  }

  Instance* previous_ = nullptr;
  bool has_begun_ = false;
};

/// What a function of JavaScript's has come to: a result, or the error of one.
struct Outcome {
  bool is_error;
  napi_value value;
};

/// A function, and what it is called on.
struct Callee {
  napi_value function;
  napi_value receiver;
  bool is_class;
};

/// The component calls JavaScript. Nothing can be said to the component but a result: whatever else happens ends the process.
class ImportCall final : public Call {
 public:
  explicit ImportCall(char const* label) : Call(instance_of(label), label), scope_(env()) {}

  ~ImportCall() {
    begin_leaving();
    end_lending();
  }

  /// An imported function.
  Callee function(size_t position) const {
    return {instance().get(instance().imports[position]), instance().get(instance().receivers[position]), false};
  }

  /// The constructor of an imported class.
  Callee constructor(size_t position) const { return {instance().get(instance().imports[position]), nullptr, true}; }

  /// A static function of an imported class.
  Callee method(size_t position, char const* name) { return method(instance().get(instance().imports[position]), name); }

  /// A method of an object.
  Callee method(napi_value object, char const* name) { return {property(object, name), object, false}; }

  /// Calls what returns nothing but values.
  napi_value invoke(Callee const& callee, std::initializer_list<napi_value> arguments) {
    napi_value result = nullptr;
    if (call(callee, arguments, &result) != napi_ok) fail_as_thrown();
    return result;
  }

  /// Calls what may throw the error of a result: what has a property `payload` means that; other errors of JavaScript are none
  /// of the component's, and everything else that is thrown is the error itself.
  Outcome attempt(Callee const& callee, std::initializer_list<napi_value> arguments) {
    napi_value result = nullptr;
    if (call(callee, arguments, &result) == napi_ok) return {false, result};
    napi_value const thrown = clear();
    if (thrown == nullptr) die(label(), "the import is no function");
    napi_valuetype type = napi_undefined;
    napi_typeof(env(), thrown, &type);
    bool has_payload = false;
    if (type == napi_object) napi_has_own_property(env(), thrown, new_text("payload"), &has_payload);
    if (has_payload) return {true, property(thrown, "payload")};
    bool is_error = false;
    napi_is_error(env(), thrown, &is_error);
    if (is_error) {
      napi_throw(env(), thrown);
      fail_as_thrown();
    }
    return {true, thrown};
  }

 private:
  static Instance& instance_of(char const* label) {
    if (current == nullptr) die(label, "called from another thread than JavaScript's, or while JavaScript was not calling");
    return *current;
  }

  napi_status call(Callee const& callee, std::initializer_list<napi_value> arguments, napi_value* result) {
    size_t const count = arguments.size();
    if (callee.is_class) return napi_new_instance(env(), callee.function, count, arguments.begin(), result);
    return napi_call_function(env(), callee.receiver, callee.function, count, arguments.begin(), result);
  }

  /// Says what was thrown, and ends the process.
  void failed() override {
    napi_value const exception = clear();
    if (exception == nullptr) die(label(), "JavaScript could not be called");
    napi_value text = nullptr;
    bool is_error = false;
    napi_is_error(env(), exception, &is_error);
    if (is_error) napi_get_named_property(env(), exception, "stack", &text);
    if (text == nullptr || napi_coerce_to_string(env(), text, &text) != napi_ok) {
      clear();
      if (napi_coerce_to_string(env(), exception, &text) != napi_ok) die(label(), "the import has thrown something");
    }
    size_t length = 0;
    napi_get_value_string_utf8(env(), text, nullptr, 0, &length);
    std::string shown(length + 1, '\0');
    napi_get_value_string_utf8(env(), text, shown.data(), length + 1, &length);
    die(label(), ("the import has thrown, and the component cannot go on: " + std::string(shown.c_str())).c_str());
  }

  HandleScope scope_;
};

}  // namespace wit::napi
#pragma GCC visibility pop

#endif  // WIT_GEN_WIT_NAPI_CALL_H
