// Lists whose elements JavaScript packs into memory, and makes of it: one call of JavaScript's for many elements.
#ifndef WIT_GEN_WIT_NAPI_PACKING_H
#define WIT_GEN_WIT_NAPI_PACKING_H

#include "wit_napi_lower.h"

#pragma GCC visibility push(hidden)
namespace wit::napi {

/// A discriminant: so many bytes of an element that have a value.
struct InCase {
  size_t offset;
  size_t width;
  uint32_t value;
};

/// The pointer and the length of a text in an element, which are there in all of these cases.
struct TextSlot {
  size_t offset;
  InCase const* cases;
  size_t count;

  bool is_in(uint8_t const* element) const noexcept {
    for (size_t index = 0; index < count; ++index) {
      InCase const& each = cases[index];
      uint32_t value = 0;
      std::memcpy(&value, element + each.offset, each.width);
      if (value != each.value) return false;
    }
    return true;
  }
};

/// How elements of a type cross: by which function of JavaScript's, and what that leaves to the addon.
struct ElementPacking {
  size_t position;
  size_t size;
  TextSlot const* texts;
  size_t text_count;
};

/// JavaScript reads and writes memory as this machine does.
inline constexpr bool is_packed_machine = sizeof(void*) == 8 && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__;

/// What is left of the window, for as long as elements are copied to or from there. Packing may call the program, and that the
/// component: where there is no room for an element then, JavaScript has another window for so long.
class WindowUse {
 public:
  WindowUse(Instance& instance, size_t size) : instance_(instance), outer_(instance.window) {
    is_other_ = outer_.size - outer_.used < size;
    if (is_other_) {
      call("enter");
      instance_.window = instance_.window_of(packet());
    }
    start_ = instance_.window.used;
    instance_.window.used = instance_.window.size;
  }
  WindowUse(WindowUse const&) = delete;
  WindowUse& operator=(WindowUse const&) = delete;

  ~WindowUse() {
    instance_.window = outer_;
    if (is_other_) leave();
  }

  /// Where it begins, in the window.
  size_t start() const noexcept { return start_; }
  size_t size() const noexcept { return instance_.window.size - start_; }
  uint8_t* bytes() const noexcept { return instance_.window.bytes + start_; }

 private:
  napi_value packet() const { return instance_.get(instance_.packet); }

  /// JavaScript is not called while an exception is on its way.
  void leave() const {
    bool is_pending = false;
    napi_value exception = nullptr;
    napi_is_exception_pending(instance_.env, &is_pending);
    if (is_pending) napi_get_and_clear_last_exception(instance_.env, &exception);
    call("leave");
    if (is_pending) napi_throw(instance_.env, exception);
  }

  void call(char const* name) const {
    napi_value method = nullptr;
    napi_get_named_property(instance_.env, packet(), name, &method);
    napi_call_function(instance_.env, packet(), method, 0, nullptr, nullptr);
  }

  Instance& instance_;
  Window outer_;
  bool is_other_ = false;
  size_t start_ = 0;
};

/// The part of a call that has lists packed.
class Packing : public Lowering {
 public:
  /// Memory for elements until the call is over: of the window where there is room, so that they need not be copied.
  uint8_t* allocate_packed(size_t count, ElementPacking const& packing, size_t align, Path const& at) {
    Window& window = instance().window;
    if (has_failed() || count == 0 || count > (window.size - window.used) / packing.size) {
      return allocate_lent(count, packing.size, align, at);
    }
    uint8_t* const elements = window.bytes + window.used;
    // What is there next is aligned for everything.
    window.used += (count * packing.size + 15) / 16 * 16;
    return elements;
  }

  /// Stores elements of an array, with texts that are lent.
  void pack_lent(napi_value list, size_t count, uint8_t* elements, ElementPacking const& packing, Path const& at) {
    pack<false>(list, count, elements, packing, at);
  }

  /// The same with texts that become the component's.
  void pack_given(napi_value list, size_t count, uint8_t* elements, ElementPacking const& packing, Path const& at) {
    pack<true>(list, count, elements, packing, at);
  }

  /// An array of elements.
  napi_value unpack(uint8_t* elements, size_t count, ElementPacking const& packing) {
    return unpack_as<false>(elements, count, packing);
  }

  /// The same, where texts become ours.
  napi_value unpack_given(uint8_t* elements, size_t count, ElementPacking const& packing) {
    return unpack_as<true>(elements, count, packing);
  }

 protected:
  Packing(Instance& instance, char const* label) : Lowering(instance, label), used_(instance.window.used) {}
  ~Packing() { instance().window.used = used_; }

 private:
  template <bool is_given>
  void pack(napi_value list, size_t count, uint8_t* elements, ElementPacking const& packing, Path const& at) {
    if (has_failed() || count == 0) return;
    Window const& window = instance().window;
    napi_value const exception =
        window.has(elements)
            ? pack_part<is_given>(list, 0, count, elements, static_cast<size_t>(elements - window.bytes), packing, at)
            : pack_copied<is_given>(list, count, elements, packing, at);
    if (exception != nullptr) fail_inside(exception, at);
  }

  /// Packs elsewhere as many elements at a time as there is room for.
  template <bool is_given>
  napi_value pack_copied(napi_value list, size_t count, uint8_t* elements, ElementPacking const& packing, Path const& at) {
    WindowUse const use(instance(), packing.size);
    size_t const most = use.size() / packing.size;
    napi_value exception = nullptr;
    for (size_t from = 0; from < count && exception == nullptr && !has_failed(); from += most) {
      size_t const end = from + (count - from < most ? count - from : most);
      exception = pack_part<is_given>(list, from, end, use.bytes(), use.start(), packing, at);
      std::memcpy(elements + from * packing.size, use.bytes(), (end - from) * packing.size);
    }
    return exception;
  }

  /// Packs elements to a place of the window. Answers with what JavaScript throws.
  template <bool is_given>
  napi_value pack_part(napi_value list, size_t from, size_t end, uint8_t* elements, size_t place,
                       ElementPacking const& packing, Path const& at) {
    napi_value texts = nullptr;
    napi_value const exception =
        call(packing, {list, lift_size(from), lift_size(end), lift_size(place)}, &texts);
    if (exception == nullptr && packing.text_count != 0) {
      lower_texts<is_given>(texts, elements, end - from, packing, at);
    }
    return exception;
  }

  template <bool is_given>
  napi_value unpack_as(uint8_t* elements, size_t count, ElementPacking const& packing) {
    if (count == 0) return new_array(0);
    if (count > 0xFFFFFFFFU) trap("a list is longer than JavaScript has them");
    if (has_failed()) {
      if (is_given) lift_texts<is_given>(elements, count, packing);
      return nullptr;
    }
    napi_value list = lift_undefined();
    napi_value exception = nullptr;
    {
      WindowUse const use(instance(), packing.size);
      size_t const most = use.size() / packing.size;
      // Where a text is wrong others are freed all the same.
      for (size_t from = 0; from < count; from += most) {
        size_t const end = from + (count - from < most ? count - from : most);
        uint8_t* const first = elements + from * packing.size;
        std::memcpy(use.bytes(), first, (end - from) * packing.size);
        napi_value const texts =
            packing.text_count == 0 ? lift_undefined() : lift_texts<is_given>(first, end - from, packing);
        if (has_failed() || exception != nullptr) continue;
        exception = call(
            packing, {list, lift_size(count), lift_size(from), lift_size(end), lift_size(use.start()), texts}, &list);
      }
    }
    if (exception != nullptr) trap_by(exception);
    return list;
  }

  /// Calls a function of JavaScript's. Answers with what it throws, or with nothing.
  napi_value call(ElementPacking const& packing, std::initializer_list<napi_value> arguments, napi_value* result) const {
    napi_value const function = instance().get(instance().packers[packing.position]);
    napi_status const status =
        napi_call_function(env(), lift_undefined(), function, arguments.size(), arguments.begin(), result);
    if (status == napi_ok) return nullptr;
    napi_value const exception = clear();
    return exception == nullptr ? lift_undefined() : exception;
  }

  napi_value lift_size(size_t size) const { return lift_integer(static_cast<uint32_t>(size)); }

  /// Texts in the order of the elements, and in each of them in that of its slots, as JavaScript puts them.
  template <bool is_given>
  void lower_texts(napi_value texts, uint8_t* elements, size_t count, ElementPacking const& packing, Path const& at) {
    HandleScope const scope(env());
    size_t next = 0;
    for (size_t index = 0; index < count && !has_failed(); ++index) {
      uint8_t* const slot = elements + index * packing.size;
      for (size_t position = 0; position < packing.text_count; ++position) {
        TextSlot const& text = packing.texts[position];
        if (!text.is_in(slot)) continue;
        napi_value const value = element(texts, next++);
        Memory const memory = is_given ? lower_text_given(value, at) : lower_text_lent(value, at);
        store(slot + text.offset, memory.pointer);
        store(slot + text.offset + sizeof memory.pointer, memory.length);
      }
    }
  }

  /// The same. What is given is freed, also where nobody will have the texts.
  template <bool is_given>
  napi_value lift_texts(uint8_t const* elements, size_t count, ElementPacking const& packing) {
    napi_value const texts = new_array(0);
    HandleScope const scope(env());
    size_t next = 0;
    for (size_t index = 0; index < count; ++index) {
      uint8_t const* const slot = elements + index * packing.size;
      for (size_t position = 0; position < packing.text_count; ++position) {
        TextSlot const& text = packing.texts[position];
        if (!text.is_in(slot)) continue;
        auto* const pointer = load<uint8_t*>(slot + text.offset);
        auto const length = load<size_t>(slot + text.offset + sizeof pointer);
        set_element(texts, next++, is_given ? lift_text_given(pointer, length) : lift_text(pointer, length));
      }
    }
    return texts;
  }

  /// Fails by what packing has thrown. Where a value is wrong, it knows where in the list that is.
  void fail_inside(napi_value exception, Path const& at) {
    napi_value const arguments[] = {exception, new_text(at.text().c_str())};
    napi_value const packet = instance().get(instance().packet);
    napi_value method = nullptr;
    napi_value message = nullptr;
    napi_get_named_property(env(), packet, "complaint", &method);
    size_t length = 0;
    bool const is_called = napi_call_function(env(), packet, method, 2, arguments, &message) == napi_ok;
    if (is_called && napi_get_value_string_utf8(env(), message, nullptr, 0, &length) == napi_ok) {
      std::string text(length + 1, '\0');
      napi_get_value_string_utf8(env(), message, text.data(), length + 1, &length);
      fail(std::string(text.c_str()));
      return;
    }
    napi_throw(env(), exception);
    fail_as_thrown();
  }

  /// Traps by what unpacking has thrown.
  void trap_by(napi_value exception) {
    napi_value message = nullptr;
    char text[128] = {};
    napi_get_named_property(env(), exception, "message", &message);
    napi_get_value_string_utf8(env(), message, text, sizeof text, nullptr);
    trap(text);
  }

  /// How much of the window calls had that go on around this one.
  size_t used_;
};

}  // namespace wit::napi
#pragma GCC visibility pop

#endif  // WIT_GEN_WIT_NAPI_PACKING_H
