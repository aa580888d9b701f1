// The consumer with bindings. Either API style has the same types for it.

#include "consumer_cpp.h"

#include "measured.h"

#include <string>
#include <vector>

namespace work = ::bench::calls::work;

namespace {

std::string const short_string(short_text, 'x');
std::string const long_string(long_text, 'x');

uint64_t take_text(std::string const& text, uint64_t times) {
  uint64_t sum = 0;
  for (uint64_t i = 0; i < times; ++i) sum += work::TakeText(text);
  return sum;
}

}  // namespace

uint32_t exports::bench::calls::events::Notify(uint32_t n) { return n + 1; }

MEASURED(add) {
  uint32_t sum = 0;
  for (uint64_t i = 0; i < times; ++i) sum = work::Add(sum, static_cast<uint32_t>(i));
  return sum;
}

MEASURED(take_short_text) { return take_text(short_string, times); }
MEASURED(take_long_text) { return take_text(long_string, times); }

MEASURED(make_text) {
  uint64_t sum = 0;
  for (uint64_t i = 0; i < times; ++i) {
    auto text = work::MakeText(short_text);
    sum += text.size() + static_cast<uint8_t>(text[0]);
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
  for (uint64_t i = 0; i < times; ++i) sum += work::SumNumbers(numbers);
  return sum;
}

MEASURED(make_numbers) {
  uint64_t sum = 0;
  for (uint64_t i = 0; i < times; ++i) {
    auto numbers = work::MakeNumbers(list_length);
    sum += numbers.size() + numbers[numbers.size() - 1];
  }
  return sum;
}

MEASURED(sum_points) {
  static std::vector<work::Point> const points(list_length, work::Point{1, 2});
  uint64_t sum = 0;
  for (uint64_t i = 0; i < times; ++i) sum += static_cast<uint32_t>(work::SumPoints(points));
  return sum;
}

MEASURED(sum_entries) {
  static std::vector<work::Entry> const entries(list_length, work::Entry{wit::string(short_string), 3});
  uint64_t sum = 0;
  for (uint64_t i = 0; i < times; ++i) sum += work::SumEntries(entries);
  return sum;
}

MEASURED(make_entries) {
  uint64_t sum = 0;
  for (uint64_t i = 0; i < times; ++i) {
    auto entries = work::MakeEntries(list_length);
    sum += entries.size() + entries[entries.size() - 1].name.size();
  }
  return sum;
}

MEASURED(method) {
  work::Counter counter(0);
  uint64_t sum = 0;
  for (uint64_t i = 0; i < times; ++i) sum += counter.Add(1);
  return sum;
}

MEASURED(callback) {
  uint32_t sum = 0;
  for (uint64_t i = 0; i < times; ++i) sum = work::Ask(sum);
  return sum;
}
