// The consumer without bindings.

#include "hand.h"
#include "measured.h"

#include <string>
#include <vector>

namespace {

std::string const short_string(short_text, 'x');
std::string const long_string(long_text, 'x');

uint64_t take_text(std::string const& text, uint64_t times) {
  uint64_t sum = 0;
  for (uint64_t i = 0; i < times; ++i) sum += hand_take_text(text.data(), text.size());
  return sum;
}

}  // namespace

__attribute__((__visibility__("default"))) uint32_t hand_notify(uint32_t n) { return n + 1; }

MEASURED(add) {
  uint32_t sum = 0;
  for (uint64_t i = 0; i < times; ++i) sum = hand_add(sum, static_cast<uint32_t>(i));
  return sum;
}

MEASURED(take_short_text) { return take_text(short_string, times); }
MEASURED(take_long_text) { return take_text(long_string, times); }

MEASURED(make_text) {
  uint64_t sum = 0;
  for (uint64_t i = 0; i < times; ++i) {
    hand_text text;
    hand_make_text(short_text, &text);
    sum += text.size + static_cast<uint8_t>(text.data[0]);
    std::free(text.data);
  }
  return sum;
}

MEASURED(sum_numbers) {
  static std::vector<uint32_t> const numbers = [] {
    std::vector<uint32_t> made(list_length);
    for (uint32_t index = 0; index < list_length; ++index) made[index] = index;
    return made;
  }();
  uint64_t sum = 0;
  for (uint64_t i = 0; i < times; ++i) sum += hand_sum_numbers(numbers.data(), numbers.size());
  return sum;
}

MEASURED(make_numbers) {
  uint64_t sum = 0;
  for (uint64_t i = 0; i < times; ++i) {
    hand_numbers numbers;
    hand_make_numbers(list_length, &numbers);
    sum += numbers.size + numbers.data[numbers.size - 1];
    std::free(numbers.data);
  }
  return sum;
}

MEASURED(sum_points) {
  static std::vector<hand_point> const points(list_length, hand_point{1, 2});
  uint64_t sum = 0;
  for (uint64_t i = 0; i < times; ++i) sum += static_cast<uint32_t>(hand_sum_points(points.data(), points.size()));
  return sum;
}

MEASURED(sum_entries) {
  static std::vector<hand_entry> const entries(
      list_length, hand_entry{{const_cast<char*>(short_string.data()), short_string.size()}, 3});
  uint64_t sum = 0;
  for (uint64_t i = 0; i < times; ++i) sum += hand_sum_entries(entries.data(), entries.size());
  return sum;
}

MEASURED(make_entries) {
  uint64_t sum = 0;
  for (uint64_t i = 0; i < times; ++i) {
    hand_entries entries;
    hand_make_entries(list_length, &entries);
    sum += entries.size + entries.data[entries.size - 1].name.size;
    for (size_t index = 0; index < entries.size; ++index) std::free(entries.data[index].name.data);
    std::free(entries.data);
  }
  return sum;
}

MEASURED(method) {
  void* counter = hand_counter_new(0);
  uint64_t sum = 0;
  for (uint64_t i = 0; i < times; ++i) sum += hand_counter_add(counter, 1);
  hand_counter_drop(counter);
  return sum;
}

MEASURED(callback) {
  uint32_t sum = 0;
  for (uint64_t i = 0; i < times; ++i) sum = hand_ask(sum);
  return sum;
}
