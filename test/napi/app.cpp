// World app of app.wit.

#include "app_cpp.h"

#include <memory>
#include <optional>
#include <string>
#include <thread>

namespace host = ::test::napi::host;
namespace parts = ::test::napi::parts;

static uint32_t alive = 0;
static std::optional<host::Log> kept;

namespace exports::test::napi::api {

Counter::Counter(uint32_t start) : value(start) { ++alive; }
Counter::~Counter() { --alive; }
uint32_t Counter::Next() { return ++value; }
uint32_t Counter::NextAfter(uint32_t how) { return host::Answer(how) + ++value; }
uint32_t Counter::Sum(wit::Owned<Counter> a, wit::Owned<Counter> b) { return a->value + b->value; }

uint32_t Small(uint8_t a, int8_t b, uint16_t c, int16_t d, uint32_t e, int32_t f) {
  return a + static_cast<uint32_t>(b) + c + static_cast<uint32_t>(d) + e + static_cast<uint32_t>(f);
}
uint32_t Big(uint64_t, int64_t, float, bool, uint32_t e) { return e; }
Color Shade(Color c, Marks) { return c; }
uint32_t Count(Shape s) {
  if (auto const* path = std::get_if<Shape::Path>(&s.variants)) return static_cast<uint32_t>(path->value.size());
  return std::get_if<Shape::Dot>(&s.variants) ? 1 : 0;
}
uint32_t Sum(wit::vector<uint32_t> numbers, std::tuple<wit::string, std::optional<std::optional<uint8_t>>> pair,
             std::array<uint8_t, 3> three) {
  uint32_t sum = std::get<1>(pair) ? std::get<1>(pair)->value_or(100) : 1000;
  for (uint32_t number : numbers) sum += number;
  for (uint8_t number : three) sum += number;
  return sum;
}
uint32_t Table(wit::unordered_map<wit::string, uint8_t> entries) { return static_cast<uint32_t>(entries.size()); }
uint32_t Peek(std::reference_wrapper<Counter const> c) { return c.get().value; }
uint32_t TakeAll(wit::vector<wit::Owned<Counter>> counters) { return static_cast<uint32_t>(counters.size()); }
uint32_t Alive() { return alive; }
wit::expected<uint32_t, wit::string> Attempt(uint32_t how) { return host::Attempt(how); }
uint32_t Answer(uint32_t how) { return host::Answer(how); }
Log Write(Log&& l, wit::string text) {
  l.Write(text.get_view());
  return std::move(l);
}
void DropLog(Log&& l) { Log const dropped = std::move(l); }
void KeepLog(Log&& l) { kept = std::move(l); }
wit::vector<Sample> Samples(wit::vector<Sample> samples) {
  return host::Samples(std::span<Sample const>(samples.data(), samples.size()));
}
wit::vector<Entry> Entries(wit::vector<Entry> entries) {
  return host::Entries(std::span<Entry const>(entries.data(), entries.size()));
}
wit::vector<Entry> LieInText() {
  auto const entry = [](char const* text) {
    return Entry{wit::string::from_view("first"), parts::Note{parts::Note::Plain{wit::string::from_view(text)}}, std::nullopt};
  };
  return {entry("plain"), entry("\xff\xfe"), entry("last")};
}
uint32_t FromThread() {
  uint32_t answer = 0;
  std::thread([&] { answer = host::Answer(0); }).join();
  return answer;
}
wit::string NotText() { return wit::string::from_view("\xff\xfe"); }

}  // namespace exports::test::napi::api
