// What lives as long as an environment of Node: names of properties, handles, and who implements the imports.
#ifndef WIT_GEN_WIT_NAPI_ENVIRONMENT_H
#define WIT_GEN_WIT_NAPI_ENVIRONMENT_H

#include <node_api.h>

#include <atomic>
#include <memory>

#include "wit_napi_memory.h"

// Addons of one process do not share what is in here, whoever else has the same.
#pragma GCC visibility push(hidden)
namespace wit::napi {

/// A resource that the component implements.
struct ResourceType {
  /// Its name, for messages.
  char const* name;
  /// The position of its class among those of an instance.
  size_t position;
  void (*drop)(uint8_t*);
};

/// A handle that JavaScript holds: an object has the number of its entry, so that nothing JavaScript does to the object makes a
/// pointer of anything else.
struct Entry {
  uint8_t* handle = nullptr;
  ResourceType const* type = nullptr;
  /// How often the entry was used for other handles before.
  uint32_t generation = 0;
  /// How many calls it is lent to.
  uint32_t lends = 0;
  /// Whether a call that is being prepared gives it away.
  bool is_leaving = false;
};

/// The entries of an environment.
class Entries {
 public:
  /// The number of a new entry: exact as a number of JavaScript.
  double add(uint8_t* handle, ResourceType const& type) {
    size_t position = entries_.size();
    if (free_.empty()) {
      entries_.emplace_back();
    } else {
      position = free_.back();
      free_.pop_back();
    }
    Entry& entry = entries_[position];
    entry.handle = handle;
    entry.type = &type;
    return static_cast<double>(entry.generation) * positions + static_cast<double>(position);
  }

  /// The entry of a number; none if that was removed, or never was one.
  Entry* find(double number) noexcept {
    if (!(number >= 0) || !(number < positions * generations)) return nullptr;
    auto const whole = static_cast<uint64_t>(number);
    if (static_cast<double>(whole) != number) return nullptr;
    size_t const position = whole % static_cast<uint64_t>(positions);
    if (position >= entries_.size()) return nullptr;
    Entry& entry = entries_[position];
    return entry.handle != nullptr && entry.generation == whole / static_cast<uint64_t>(positions) ? &entry : nullptr;
  }

  void remove(Entry& entry) {
    auto const position = static_cast<size_t>(&entry - entries_.data());
    uint32_t const generation = entry.generation + 1;
    entry = Entry{};
    entry.generation = generation;
    // An entry whose numbers are used up is never used again.
    if (generation < static_cast<uint32_t>(generations)) free_.push_back(position);
  }

 private:
  static constexpr double positions = 4294967296.0;
  static constexpr double generations = 2097152.0;

  std::vector<Entry> entries_;
  std::vector<size_t> free_;
};

/// Memory that JavaScript reads and writes, and keeps where it is. Calls take of it one behind the other.
struct Window {
  uint8_t* bytes = nullptr;
  size_t size = 0;
  size_t used = 0;

  bool has(uint8_t const* pointer) const noexcept { return pointer >= bytes && pointer < bytes + size; }
};

class Instance;

/// One environment of Node: the main thread, or a worker.
class Environment {
 public:
  Environment() = default;
  Environment(Environment const&) = delete;
  Environment& operator=(Environment const&) = delete;

  Arena arena;
  Entries entries;
  std::vector<std::shared_ptr<Instance>> instances;
};

/// What JavaScript implements the imports of the component with, and how it makes objects of the component's resources.
class Instance : public std::enable_shared_from_this<Instance> {
 public:
  Instance(napi_env its_env, Environment& its_environment) : env(its_env), environment(&its_environment) {}
  Instance(Instance const&) = delete;
  Instance& operator=(Instance const&) = delete;

  napi_env const env;
  /// None when the environment has ended.
  Environment* environment;
  /// Imported functions and classes.
  std::vector<napi_ref> imports;
  /// What each of them is a member of.
  std::vector<napi_ref> receivers;
  /// By the position of a resource: the function that makes an object of the number of an entry.
  std::vector<napi_ref> makers;
  /// The functions that pack elements of lists or make them, and the memory that is between them and the addon.
  std::vector<napi_ref> packers;
  napi_ref packet = nullptr;
  Window window;
  /// The key of the property in which objects have that number.
  napi_ref handle_key = nullptr;
  /// The class of the errors that are thrown for results.
  napi_ref component_error = nullptr;

  napi_value get(napi_ref reference) const {
    napi_value value = nullptr;
    napi_get_reference_value(env, reference, &value);
    return value;
  }

  /// The window that JavaScript looks at through an object's `view`.
  Window window_of(napi_value object) const {
    napi_value view = nullptr;
    void* bytes = nullptr;
    size_t size = 0;
    napi_get_named_property(env, object, "view", &view);
    napi_get_dataview_info(env, view, &size, &bytes, nullptr, nullptr);
    return {static_cast<uint8_t*>(bytes), size, 0};
  }

  napi_ref keep(napi_value value) const {
    napi_ref reference = nullptr;
    napi_create_reference(env, value, 1, &reference);
    return reference;
  }
};

/// The environment that has the component; there is one at a time, for nothing is known of what the component shares.
inline std::atomic<Environment*> owner{nullptr};

/// The instance whose function JavaScript is calling on this thread.
inline thread_local Instance* current = nullptr;

/// An object of JavaScript's that the component has a handle of.
struct HostObject {
  std::shared_ptr<Instance> home;
  napi_ref object;
};

}  // namespace wit::napi
#pragma GCC visibility pop

#endif  // WIT_GEN_WIT_NAPI_ENVIRONMENT_H
