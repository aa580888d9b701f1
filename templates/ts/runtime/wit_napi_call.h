// A call, with the resources that cross in it.
#ifndef WIT_GEN_WIT_NAPI_CALL_H
#define WIT_GEN_WIT_NAPI_CALL_H

#include "wit_napi_packing.h"

#pragma GCC visibility push(hidden)
namespace wit::napi {

/// A call either way: what it converts, and whose the resources are that cross.
class Call : public Packing {
 public:
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

  /// A handle of a resource of the component's, which is now JavaScript's.
  napi_value lift_own(uint8_t* handle, ResourceType const& type) {
    if (has_failed()) {
      // Nobody will ever have the object.
      orphans_.push_back({handle, &type});
      return nullptr;
    }
    return new_instance(entries().add(handle, type), type);
  }

  /// A handle of a resource of the component's, which lends it to JavaScript until the call is over.
  napi_value lift_borrow(uint8_t* handle, ResourceType const& type) {
    double const number = entries().add(handle, type);
    ++entries().find(number)->lends;
    borrowed_.push_back(number);
    return new_instance(number, type);
  }

  /// The number of the entry that a constructor gets for the object that it makes.
  napi_value lift_new(uint8_t* handle, ResourceType const& type) { return lift_float(entries().add(handle, type)); }

  /// An object of JavaScript's that comes back to it.
  napi_value lift_own_object(uint8_t* handle) {
    auto* const object = reinterpret_cast<HostObject*>(handle);
    napi_value const value = lift_borrow_object(handle);
    napi_delete_reference(object->home->env, object->object);
    delete object;
    return value;
  }

  /// The same, which the component keeps.
  napi_value lift_borrow_object(uint8_t* handle) const {
    auto const* const object = reinterpret_cast<HostObject const*>(handle);
    if (object->home->environment != instance().environment) die(label(), "an object is of another thread");
    napi_value value = nullptr;
    napi_get_reference_value(env(), object->object, &value);
    return value;
  }

 protected:
  using Packing::Packing;

  ~Call() {
    for (HostObject* const object : lent_) destroy(object);
  }

  struct Orphan {
    uint8_t* handle;
    ResourceType const* type;
  };

  std::vector<Orphan>& orphans() noexcept { return orphans_; }

  /// The call happens: what leaves is gone.
  void begin_leaving() {
    for (size_t index = 0; index < leaving_.size(); ++index) {
      if (Entry* const entry = entries().find(leaving_[index])) entries().remove(*entry);
    }
    leaving_.clear();
    made_.clear();
  }

  /// The call is over: what was lent is back.
  void end_lending() {
    for (size_t index = 0; index < lends_.size(); ++index) {
      if (Entry* const entry = entries().find(lends_[index])) --entry->lends;
    }
    lends_.clear();
    for (double const number : borrowed_) {
      if (Entry* const entry = entries().find(number)) entries().remove(*entry);
    }
    borrowed_.clear();
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

 private:
  /// The number of an object's entry; negative if it has none.
  double number_of(napi_value object) {
    double number = -1;
    napi_valuetype type = napi_undefined;
    if (has_failed()) return number;
    napi_typeof(env(), object, &type);
    if (type != napi_object) return number;
    napi_value value = nullptr;
    if (napi_get_property(env(), object, instance().get(instance().handle_key), &value) != napi_ok) fail_as_thrown();
    else if (napi_get_value_double(env(), value, &number) != napi_ok) return -1;
    return number;
  }

  uint8_t* leave(napi_value object, double number, ResourceType const& type, Path const& at, bool is_given) {
    if (has_failed()) return nullptr;
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
    else if (is_given && entry->lends > 0) fail(at.text() + " is lent to a call that goes on, and cannot be given away");
    if (has_failed()) return nullptr;
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
    if (!has_failed()) napi_instanceof(env(), object, instance().get(instance().imports[resource]), &is_one);
    napi_ref reference = nullptr;
    if (is_one) napi_create_reference(env(), object, 1, &reference);
    else fail(at, "an object of the class that was imported", object);
    return new HostObject{instance().shared_from_this(), reference};
  }

  static void destroy(HostObject* object) {
    if (object->object != nullptr && object->home->environment != nullptr) {
      napi_delete_reference(object->home->env, object->object);
    }
    delete object;
  }

  napi_value new_instance(double number, ResourceType const& type) {
    napi_value const argument = lift_float(number);
    napi_value object = nullptr;
    napi_value const maker = instance().get(instance().makers[type.position]);
    if (napi_call_function(env(), lift_undefined(), maker, 1, &argument, &object) != napi_ok) fail_as_thrown();
    return object;
  }

  /// Entries that leave when the call happens, and those that are lent to it.
  Numbers leaving_;
  Numbers lends_;
  /// Entries of what the component lends to JavaScript.
  std::vector<double> borrowed_;
  /// Objects of JavaScript's that the component gets, and those that it is lent.
  std::vector<HostObject*> made_;
  std::vector<HostObject*> lent_;
  std::vector<Orphan> orphans_;
};

}  // namespace wit::napi
#pragma GCC visibility pop

#endif  // WIT_GEN_WIT_NAPI_CALL_H
