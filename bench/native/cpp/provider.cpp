// The provider with bindings, in either API style.

#include "provider_cpp.h"

#include "measured.h"

namespace {

wit::string letters(size_t size) {
  char* memory = static_cast<char*>(std::malloc(size));
  std::memset(memory, 'x', size);
  return {memory, size};
}

}  // namespace

namespace exports::bench::calls::work {

#ifdef VIEWS
using Text = std::string_view;
using Numbers = std::span<uint32_t const>;
using Points = std::span<Point const>;
using Entries = std::span<Entry const>;
#else
using Text = wit::string;
using Numbers = wit::vector<uint32_t>;
using Points = wit::vector<Point>;
using Entries = wit::vector<Entry>;
#endif

uint32_t Add(uint32_t a, uint32_t b) { return a + b; }

uint32_t TakeText(Text text) {
  touch(text.data());
  return static_cast<uint32_t>(text.size()) + static_cast<uint8_t>(text[0]);
}

wit::string MakeText(uint32_t length) { return letters(length); }

uint32_t SumNumbers(Numbers numbers) {
  touch(numbers.data());
  uint32_t sum = 0;
  for (uint32_t number : numbers) sum += number;
  return sum;
}

wit::vector<uint32_t> MakeNumbers(uint32_t length) {
  auto numbers = wit::vector<uint32_t>::allocate(length);
  for (uint32_t index = 0; index < length; ++index) numbers[index] = index;
  return numbers;
}

int32_t SumPoints(Points points) {
  touch(points.data());
  int32_t sum = 0;
  for (Point const& point : points) sum += point.x + point.y;
  return sum;
}

uint64_t SumEntries(Entries entries) {
  touch(entries.data());
  uint64_t sum = 0;
  for (auto const& entry : entries) sum += entry.name.size() + entry.value;
  return sum;
}

wit::vector<Entry> MakeEntries(uint32_t length) {
  auto entries = wit::vector<Entry>::allocate(length);
  for (uint32_t index = 0; index < length; ++index) entries.initialize(index, Entry{letters(short_text), index});
  return entries;
}

uint32_t Ask(uint32_t n) { return ::bench::calls::events::Notify(n); }

}  // namespace exports::bench::calls::work
