// What every addon has: how it is set up, and how resources end.
#ifndef WIT_GEN_WIT_NAPI_H
#define WIT_GEN_WIT_NAPI_H

#include "wit_napi_export.h"
#include "wit_napi_import.h"

#if defined(_WIN32)
#define WIT_VISIBLE __declspec(dllexport)
#else
#define WIT_VISIBLE __attribute__((__visibility__("default")))
#endif
#define WIT_WEAK __attribute__((__weak__))

// The symbol of a function whose own name would meet one of the C library's.
#define WIT_STRING_OF_(text) #text
#define WIT_STRING_OF(text) WIT_STRING_OF_(text)
#define WIT_SYMBOL(name) __asm__(WIT_STRING_OF(__USER_LABEL_PREFIX__) name)

#pragma GCC visibility push(hidden)
namespace wit::napi {

/// Drops an object of JavaScript's for the component, which had a handle of it.
inline void drop_object(uint8_t* handle, char const* label) {
  auto* const object = reinterpret_cast<HostObject*>(handle);
  // What the component still has when its environment ends is nobody's any more.
  if (object->home->environment == nullptr) {
    delete object;
    return;
  }
  ImportCall call(label);
  napi_value const value = call.lift_own_object(handle);
  napi_value symbols = nullptr;
  napi_value key = nullptr;
  napi_value method = nullptr;
  napi_valuetype type = napi_undefined;
  napi_get_global(call.env(), &symbols);
  napi_get_named_property(call.env(), symbols, "Symbol", &symbols);
  napi_get_named_property(call.env(), symbols, "dispose", &key);
  napi_get_property(call.env(), value, key, &method);
  napi_typeof(call.env(), method, &type);
  if (type != napi_undefined) call.invoke({method, value, false}, {});
}

/// Drops a handle that JavaScript has, by the number of its entry. One that is gone is no matter.
inline napi_value dispose(napi_env env, napi_callback_info info) {
  Arguments<1> const arguments(env, info);
  double number = -1;
  napi_get_value_double(env, arguments[0], &number);
  Entries& entries = arguments.instance().environment->entries;
  Entry* const entry = entries.find(number);
  if (entry == nullptr) return nullptr;
  if (entry->is_leaving || entry->lends > 0) {
    napi_throw_type_error(env, nullptr, "the resource is in use by a call, and cannot be disposed of");
    return nullptr;
  }
  uint8_t* const handle = entry->handle;
  ResourceType const& type = *entry->type;
  entries.remove(*entry);
  Instance* const previous = current;
  current = &arguments.instance();
  type.drop(handle);
  current = previous;
  return nullptr;
}

/// Keeps functions that an instance gets in an array.
inline void keep_all(Instance const& instance, napi_value functions, std::vector<napi_ref>& kept) {
  uint32_t count = 0;
  napi_get_array_length(instance.env, functions, &count);
  for (uint32_t index = 0; index < count; ++index) {
    napi_value function = nullptr;
    napi_get_element(instance.env, functions, index, &function);
    kept.push_back(instance.keep(function));
  }
}

/// Takes the functions that make objects of the component's resources.
inline napi_value adopt(napi_env env, napi_callback_info info) {
  Arguments<1> const arguments(env, info);
  keep_all(arguments.instance(), arguments[0], arguments.instance().makers);
  return nullptr;
}

/// Takes the memory for elements of lists, and the functions that pack them or make them.
inline napi_value exchange(napi_env env, napi_callback_info info) {
  Arguments<2> const arguments(env, info);
  Instance& instance = arguments.instance();
  instance.packet = instance.keep(arguments[0]);
  instance.window = instance.window_of(arguments[0]);
  keep_all(instance, arguments[1], instance.packers);
  return nullptr;
}

/// Makes an instance: `instantiate(imports, handleKey, ComponentError)`.
class Setup {
 public:
  Setup(napi_env env, napi_callback_info info) : env_(env) {
    size_t count = 3;
    napi_get_cb_info(env, info, &count, arguments_, nullptr, nullptr);
    Environment* const environment = environment_of(env);
    if (environment == nullptr) return;
    instance_ = std::make_shared<Instance>(env, *environment);
    instance_->handle_key = instance_->keep(arguments_[1]);
    instance_->component_error = instance_->keep(arguments_[2]);
    napi_create_object(env, &functions_);
  }

  /// Whether the two sides mean the same interface; a component that does not say is believed.
  void same(char const* interface_name, uint64_t (*fingerprint)() noexcept, uint64_t expected) {
    if (has_failed() || fingerprint == nullptr || fingerprint() == expected) return;
    fail(std::string("the component means another ") + interface_name + " than these bindings");
  }

  /// A function that the component imports.
  void import_function(char const* module, char const* name) { import(module, name, "a function"); }

  /// A class that implements a resource that the component imports.
  void import_class(char const* module, char const* name) { import(module, name, "a class"); }

  /// A function for JavaScript to call.
  void function(char const* name, napi_callback callback) {
    if (has_failed()) return;
    napi_value made = nullptr;
    napi_create_function(env_, name, NAPI_AUTO_LENGTH, callback, instance_.get(), &made);
    napi_set_named_property(env_, functions_, name, made);
  }

  /// The functions of the instance; nothing if something was missing.
  napi_value end() {
    if (has_failed()) return nullptr;
    // Beside the world's functions, none of which can be called like these.
    function("wit:adopt", adopt);
    function("wit:dispose", dispose);
    function("wit:exchange", exchange);
    instance_->environment->instances.push_back(instance_);
    return functions_;
  }

 private:
  bool has_failed() const noexcept { return instance_ == nullptr; }

  void fail(std::string const& message) {
    napi_throw_type_error(env_, nullptr, message.c_str());
    instance_ = nullptr;
  }

  /// The environment's own data; none, and an exception, if another one has the component.
  static Environment* environment_of(napi_env env) {
    void* data = nullptr;
    napi_get_instance_data(env, &data);
    if (data != nullptr) return static_cast<Environment*>(data);
    auto* const made = new Environment;
    Environment* none = nullptr;
    if (!owner.compare_exchange_strong(none, made)) {
      delete made;
      napi_throw_error(env, "WIT_THREAD", "the component is in use by another thread");
      return nullptr;
    }
    napi_set_instance_data(env, made, [](napi_env, void* ended, void*) { end_environment(static_cast<Environment*>(ended)); }, nullptr);
    return made;
  }

  static void end_environment(Environment* environment) {
    // References end with the environment.
    for (auto const& instance : environment->instances) instance->environment = nullptr;
    owner = nullptr;
    delete environment;
  }

  void import(char const* module, char const* name, char const* expected) {
    if (has_failed()) return;
    napi_value receiver = nullptr;
    napi_value found = nullptr;
    napi_valuetype type = napi_undefined;
    napi_get_named_property(env_, arguments_[0], module, &receiver);
    if (receiver != nullptr) napi_get_named_property(env_, receiver, name, &found);
    if (found != nullptr) napi_typeof(env_, found, &type);
    if (type == napi_function) {
      instance_->receivers.push_back(instance_->keep(receiver));
      instance_->imports.push_back(instance_->keep(found));
      return;
    }
    bool is_pending = false;
    napi_value ignored = nullptr;
    napi_is_exception_pending(env_, &is_pending);
    if (is_pending) napi_get_and_clear_last_exception(env_, &ignored);
    fail(std::string("imports['") + module + "']." + name + " must be " + expected);
  }

  napi_env env_;
  napi_value arguments_[3] = {};
  napi_value functions_ = nullptr;
  std::shared_ptr<Instance> instance_;
};

}  // namespace wit::napi
#pragma GCC visibility pop

#endif  // WIT_GEN_WIT_NAPI_H
