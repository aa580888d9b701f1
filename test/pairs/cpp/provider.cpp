// World provider of ../wit/pairs.wit: gives back what it is given, counts, and calls its caller back.

#include "provider_cpp.h"

#include <algorithm>
#include <string>
#include <vector>

namespace {

wit::string joined(std::initializer_list<std::string_view> texts, std::string_view separator) {
  std::string result;
  for (auto text = texts.begin(); text != texts.end(); ++text) {
    if (text != texts.begin()) result += separator;
    result += *text;
  }
  return wit::string(result);
}

}  // namespace

// ---- exchange ----

namespace exports::test::pairs::exchange {

bool EchoBool(bool v) { return v; }
uint8_t EchoU8(uint8_t v) { return v; }
int8_t EchoS8(int8_t v) { return v; }
uint16_t EchoU16(uint16_t v) { return v; }
int16_t EchoS16(int16_t v) { return v; }
uint32_t EchoU32(uint32_t v) { return v; }
int32_t EchoS32(int32_t v) { return v; }
uint64_t EchoU64(uint64_t v) { return v; }
int64_t EchoS64(int64_t v) { return v; }
float EchoF32(float v) { return v; }
double EchoF64(double v) { return v; }
uint32_t EchoChar(uint32_t v) { return v; }
Color EchoColor(Color v) { return v; }
Rights EchoRights(Rights v) { return v; }
Wide EchoWide(Wide v) { return v; }
Point EchoPoint(Point v) { return v; }
Mixed EchoMixed(Mixed v) { return v; }
std::tuple<uint8_t, uint32_t, wit::string> EchoTuple(std::tuple<uint8_t, uint32_t, wit::string> v) { return v; }
wit::string EchoString(wit::string v) { return v; }
wit::vector<uint8_t> EchoBytes(wit::vector<uint8_t> v) { return v; }
wit::vector<double> EchoFloats(wit::vector<double> v) { return v; }
wit::vector<bool> EchoBools(wit::vector<bool> v) { return v; }
wit::vector<uint32_t> EchoChars(wit::vector<uint32_t> v) { return v; }
wit::vector<Color> EchoColors(wit::vector<Color> v) { return v; }
wit::vector<Point> EchoPoints(wit::vector<Point> v) { return v; }
wit::vector<std::tuple<uint32_t, uint32_t>> EchoPairs(wit::vector<std::tuple<uint32_t, uint32_t>> v) { return v; }
wit::vector<std::tuple<uint8_t, uint32_t, uint8_t>> EchoUneven(wit::vector<std::tuple<uint8_t, uint32_t, uint8_t>> v) {
  return v;
}
wit::vector<wit::string> EchoStrings(wit::vector<wit::string> v) { return v; }
wit::vector<wit::vector<wit::string>> EchoNested(wit::vector<wit::vector<wit::string>> v) { return v; }
wit::vector<wit::vector<uint32_t>> EchoGrid(wit::vector<wit::vector<uint32_t>> v) { return v; }
wit::vector<std::optional<wit::string>> EchoOptions(wit::vector<std::optional<wit::string>> v) { return v; }
wit::vector<Shape> EchoShapes(wit::vector<Shape> v) { return v; }
Person EchoPerson(Person v) { return v; }
People EchoPeople(People v) { return v; }
Shape EchoShape(Shape v) { return v; }
std::optional<wit::string> EchoOption(std::optional<wit::string> v) { return v; }
std::optional<std::optional<uint32_t>> EchoOptionOption(std::optional<std::optional<uint32_t>> v) { return v; }
wit::expected<wit::string, uint32_t> EchoResult(wit::expected<wit::string, uint32_t> v) { return v; }
wit::expected<void, wit::Void> EchoResultEmpty(wit::expected<void, wit::Void> v) { return v; }
wit::expected<void, wit::string> EchoResultErr(wit::expected<void, wit::string> v) { return v; }
wit::expected<wit::vector<wit::string>, wit::Void> EchoResultOk(wit::expected<wit::vector<wit::string>, wit::Void> v) {
  return v;
}

using Deep = std::optional<
    wit::vector<std::tuple<wit::string, wit::expected<std::optional<wit::string>, wit::vector<uint8_t>>>>>;
Deep EchoDeep(Deep v) { return v; }

wit::string Many(wit::string a, wit::string b, wit::string c, wit::string d, wit::string e, wit::string f,
                 wit::string g, wit::string h, wit::string i, uint64_t j) {
  wit::string texts = joined({a, b, c, d, e, f, g, h, i}, ",");
  return wit::string(texts.to_string() + ";" + std::to_string(j));
}

wit::vector<wit::string> ManyList(wit::string a, wit::string b, wit::string c, wit::string d, wit::string e,
                                  wit::string f, wit::string g, wit::string h, wit::string i) {
  return {i, h, g, f, e, d, c, b, a};
}

void Nop() {}

wit::vector<wit::string> StringsOf(uint32_t n) {
  auto strings = wit::vector<wit::string>::allocate(n);
  for (uint32_t i = 0; i < n; ++i) strings.initialize(i, wit::string(std::string(i, 'x')));
  return strings;
}

wit::expected<int32_t, wit::string> CheckedDouble(int32_t v) {
  if (v < 0) return wit::unexpected(wit::string("negative"));
  return 2 * v;
}

wit::expected<void, Color> MaybeFail(bool fail) {
  if (fail) return wit::unexpected(Color::kBlue);
  return {};
}

}  // namespace exports::test::pairs::exchange

// ---- store ----

namespace exports::test::pairs::store {

wit::Owned<Counter> Counter::Merge(wit::Owned<Counter> a, std::reference_wrapper<Counter const> b) {
  auto merged = New(0u, wit::string(a->Label().to_string() + "+" + b.get().Label().to_string()));
  merged->Add(a->value() + b.get().value());
  return merged;
}

uint32_t Alive() { return Counter::alive(); }

wit::vector<wit::Owned<Counter>> All(uint32_t n) {
  auto counters = wit::vector<wit::Owned<Counter>>::allocate(n);
  for (uint32_t i = 0; i < n; ++i) counters.initialize(i, Counter::New(i, wit::string(std::string("c").append(std::to_string(i)))));
  return counters;
}

uint64_t Consume(wit::vector<wit::Owned<Counter>> counters) {
  uint64_t sum = 0;
  for (auto const& counter : counters) sum += counter->value();
  return sum;
}

uint64_t Sum(wit::vector<std::reference_wrapper<Counter const>> counters) {
  uint64_t sum = 0;
  for (Counter const& counter : counters) sum += counter.value();
  return sum;
}

uint32_t Bump(std::optional<std::reference_wrapper<Counter const>> a,
              std::optional<std::reference_wrapper<Counter const>> b) {
  uint32_t bumped = 0;
  for (auto const& counter : {a, b}) {
    if (!counter) continue;
    counter->get().Add(1);
    ++bumped;
  }
  return bumped;
}

wit::Owned<Counter> Pass(wit::Owned<Counter> c) { return c; }
std::optional<wit::Owned<Counter>> PassOption(std::optional<wit::Owned<Counter>> c) { return c; }
wit::expected<wit::Owned<Counter>, wit::string> PassResult(wit::expected<wit::Owned<Counter>, wit::string> c) {
  return c;
}
Held PassHeld(Held h) { return h; }
std::tuple<wit::Owned<Counter>, wit::string, wit::Owned<Counter>> PassTuple(
    std::tuple<wit::Owned<Counter>, wit::string, wit::Owned<Counter>> t) {
  return t;
}
wit::vector<Labelled> PassLabelled(wit::vector<Labelled> l) { return l; }

wit::vector<uint64_t> Look(wit::vector<Seen> s) {
  auto sums = wit::vector<uint64_t>::allocate(s.size());
  for (size_t i = 0; i < s.size(); ++i) {
    sums.initialize(i, s[i].by.get().value() + static_cast<uint64_t>(int64_t{s[i].at.x} + s[i].at.y));
  }
  return sums;
}

}  // namespace exports::test::pairs::store

// ---- round-trip ----

namespace exports::test::pairs::round_trip {

namespace callbacks = ::test::pairs::callbacks;

namespace {
std::optional<Notebook> kept;
}

wit::vector<wit::string> ReversedNames(wit::vector<Person> people) {
  auto names = callbacks::Names(people);
  std::reverse(names.begin(), names.end());
  return names;
}

wit::vector<Shape> TurnAll(wit::vector<Shape> shapes) {
  for (Shape& shape : shapes) shape = callbacks::Turn(std::move(shape));
  return shapes;
}

wit::string WriteInto(std::reference_wrapper<Notebook const> book, wit::vector<wit::string> lines) {
  for (auto const& line : lines) book.get().Write(line);
  return book.get().Title();
}

uint32_t CountLines(wit::vector<std::reference_wrapper<Notebook const>> books) {
  size_t lines = 0;
  for (Notebook const& book : books) lines += book.Lines().size();
  return static_cast<uint32_t>(lines);
}

Notebook NewBook(wit::string title, wit::vector<wit::string> lines) {
  Notebook book(title);
  for (auto const& line : lines) book.Write(line);
  return book;
}

wit::vector<wit::string> Burn(Notebook&& book) {
  Notebook ours = std::move(book);
  return ours.Lines();
}

Notebook PassBook(Notebook&& book) { return std::move(book); }

void Keep(Notebook&& book) { kept = std::move(book); }

std::optional<Notebook> TakeKept() { return std::exchange(kept, std::nullopt); }

}  // namespace exports::test::pairs::round_trip
