// Functions of the component, called by JavaScript.
#ifndef WIT_GEN_WIT_NAPI_EXPORT_H
#define WIT_GEN_WIT_NAPI_EXPORT_H

#include "wit_napi_call.h"

#pragma GCC visibility push(hidden)
namespace wit::napi {

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

}  // namespace wit::napi
#pragma GCC visibility pop

#endif  // WIT_GEN_WIT_NAPI_EXPORT_H
