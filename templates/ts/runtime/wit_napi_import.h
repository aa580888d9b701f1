// Functions of JavaScript, called by the component.
#ifndef WIT_GEN_WIT_NAPI_IMPORT_H
#define WIT_GEN_WIT_NAPI_IMPORT_H

#include <initializer_list>
#include <string>

#include "wit_napi_call.h"

#pragma GCC visibility push(hidden)
namespace wit::napi {

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

#endif  // WIT_GEN_WIT_NAPI_IMPORT_H
