// The provider without bindings. With OWNING it works on copies, as a function does that is given values.

#include "hand.h"
#include "measured.h"

#ifdef __GNUC__
#define VISIBLE __attribute__((__visibility__("default")))
#endif

namespace {

/// An array as the functions use it: what the caller lends, or a copy of it.
template <class T>
struct Array {
  T const* data;
#ifdef OWNING
  Array(T const* lent, size_t size) : data(static_cast<T*>(std::malloc(size * sizeof(T)))) {
    std::memcpy(const_cast<T*>(data), lent, size * sizeof(T));
    touch(data);
  }
  ~Array() { std::free(const_cast<T*>(data)); }
#else
  Array(T const* lent, size_t) : data(lent) {}
#endif
};

char* letters(size_t size) {
  char* memory = static_cast<char*>(std::malloc(size));
  std::memset(memory, 'x', size);
  return memory;
}

struct Counter {
  uint32_t value;
};

}  // namespace

VISIBLE uint32_t hand_add(uint32_t a, uint32_t b) { return a + b; }

VISIBLE uint32_t hand_take_text(char const* data, size_t size) {
  Array<char> text(data, size);
  return static_cast<uint32_t>(size) + static_cast<uint8_t>(text.data[0]);
}

VISIBLE void hand_make_text(uint32_t length, hand_text* text) { *text = {letters(length), length}; }

VISIBLE uint32_t hand_sum_numbers(uint32_t const* data, size_t size) {
  Array<uint32_t> numbers(data, size);
  uint32_t sum = 0;
  for (size_t index = 0; index < size; ++index) sum += numbers.data[index];
  return sum;
}

VISIBLE void hand_make_numbers(uint32_t length, hand_numbers* numbers) {
  auto* data = static_cast<uint32_t*>(std::malloc(length * sizeof(uint32_t)));
  for (uint32_t index = 0; index < length; ++index) data[index] = index;
  *numbers = {data, length};
}

VISIBLE int32_t hand_sum_points(hand_point const* data, size_t size) {
  Array<hand_point> points(data, size);
  int32_t sum = 0;
  for (size_t index = 0; index < size; ++index) sum += points.data[index].x + points.data[index].y;
  return sum;
}

VISIBLE uint64_t hand_sum_entries(hand_entry const* data, size_t size) {
  Array<hand_entry> entries(data, size);
#ifdef OWNING
  for (size_t index = 0; index < size; ++index) {
    hand_text& name = const_cast<hand_text&>(entries.data[index].name);
    char* copy = static_cast<char*>(std::malloc(name.size));
    std::memcpy(copy, name.data, name.size);
    name.data = copy;
  }
  touch(entries.data);
#endif
  uint64_t sum = 0;
  for (size_t index = 0; index < size; ++index) sum += entries.data[index].name.size + entries.data[index].value;
#ifdef OWNING
  for (size_t index = 0; index < size; ++index) std::free(entries.data[index].name.data);
#endif
  return sum;
}

VISIBLE void hand_make_entries(uint32_t length, hand_entries* entries) {
  auto* data = static_cast<hand_entry*>(std::malloc(length * sizeof(hand_entry)));
  for (uint32_t index = 0; index < length; ++index) data[index] = {{letters(short_text), short_text}, index};
  *entries = {data, length};
}

VISIBLE uint32_t hand_ask(uint32_t n) { return hand_notify(n); }

VISIBLE void* hand_counter_new(uint32_t start) {
  auto* counter = static_cast<Counter*>(std::malloc(sizeof(Counter)));
  counter->value = start;
  return counter;
}
VISIBLE uint32_t hand_counter_add(void* counter, uint32_t n) { return static_cast<Counter*>(counter)->value += n; }
VISIBLE void hand_counter_drop(void* counter) { std::free(counter); }
