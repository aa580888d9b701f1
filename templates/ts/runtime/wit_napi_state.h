// The state of a call, and how it fails.
#ifndef WIT_GEN_WIT_NAPI_STATE_H
#define WIT_GEN_WIT_NAPI_STATE_H

#include <initializer_list>
#include <string>

#include "wit_napi_values.h"

#pragma GCC visibility push(hidden)
namespace wit::napi {

/// One call across the boundary. What is wrong with a value is said once: after that, whatever is converted has some value of
/// its type, which nobody sees, since a call that has failed does not happen.
class CallState {
 public:
  CallState(CallState const&) = delete;
  CallState& operator=(CallState const&) = delete;

  napi_env env() const noexcept { return instance_.env; }
  bool has_failed() const noexcept { return has_failed_; }

  /// A property of an object.
  napi_value property(napi_value object, char const* name) {
    napi_value value = nullptr;
    if (has_failed()) return value;
    if (napi_get_named_property(env(), object, name, &value) != napi_ok) fail_as_thrown();
    return value;
  }

  /// An element of an array.
  napi_value element(napi_value array, size_t index) {
    napi_value value = nullptr;
    if (has_failed()) return value;
    if (napi_get_element(env(), array, static_cast<uint32_t>(index), &value) != napi_ok) fail_as_thrown();
    return value;
  }

  /// What the component has done wrong.
  napi_value trap(char const* reason) {
    if (!has_failed()) {
      std::string const message = std::string(label()) + ": " + reason;
      napi_throw_error(env(), "WIT_TRAP", message.c_str());
      has_failed_ = true;
      failed();
    }
    return nullptr;
  }

 protected:
  CallState(Instance& instance, char const* label)
      : instance_(instance), label_(label), mark_(instance.environment->arena.mark()) {}

  ~CallState() { arena().reset(mark_); }

  Instance& instance() const noexcept { return instance_; }
  char const* label() const noexcept { return label_; }
  Entries& entries() const noexcept { return instance_.environment->entries; }
  Arena& arena() const noexcept { return instance_.environment->arena; }

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

  /// Fails by the exception that is pending.
  void fail_as_thrown() {
    if (has_failed()) return;
    has_failed_ = true;
    failed();
  }

  /// Fails by a `TypeError` about the value at a place.
  void fail(Path const& at, char const* expected, napi_value value) {
    if (has_failed()) return;
    std::string const message = at.text() + " must be " + expected + ", not " + described(value);
    fail(message);
  }

  /// Fails by a `TypeError`.
  void fail(std::string const& message) {
    if (has_failed()) return;
    napi_throw_type_error(env(), nullptr, message.c_str());
    has_failed_ = true;
    failed();
  }

  /// What is found from the global object on, name by name.
  napi_value global(std::initializer_list<char const*> names) const {
    napi_value value = nullptr;
    napi_get_global(env(), &value);
    for (char const* const name : names) napi_get_named_property(env(), value, name, &value);
    return value;
  }

 private:
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
      case napi_number:
        return as_text(value);
      case napi_string:
        return "a string";
      case napi_symbol:
        return "a symbol";
      case napi_function:
        return "a function";
      case napi_bigint:
        return is_huge(value) ? "a huge bigint" : as_text(value) + "n";
      case napi_object:
      case napi_external:
        break;
    }
    bool is_promise = false;
    napi_is_promise(env(), value, &is_promise);
    if (is_promise) return "a Promise: functions are synchronous";
    bool is_array = false;
    napi_is_array(env(), value, &is_array);
    return is_array ? "an array" : "an object";
  }

  /// What JavaScript writes for a value, if that is short.
  std::string as_text(napi_value value) const {
    napi_value text = nullptr;
    char plain[64] = {};
    napi_coerce_to_string(env(), value, &text);
    napi_get_value_string_utf8(env(), text, plain, sizeof plain, nullptr);
    return plain;
  }

  /// Whether a bigint is none of 128 bits.
  bool is_huge(napi_value value) const {
    uint64_t words[2] = {};
    size_t count = 2;
    int sign = 0;
    // How many words there are is answered, also where they are more than there is room for.
    napi_get_value_bigint_words(env(), value, &sign, &count, words);
    return count > 2 || words[1] >> 63U != 0;
  }

  Instance& instance_;
  char const* label_;
  Arena::Mark mark_;
  bool has_failed_ = false;
};

}  // namespace wit::napi
#pragma GCC visibility pop

#endif  // WIT_GEN_WIT_NAPI_STATE_H
