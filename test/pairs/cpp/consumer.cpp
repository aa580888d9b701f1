// World consumer of ../wit/pairs.wit: calls everything that the provider exports, asserts what comes back, and is
// called back by it. Prints the name of each section and `ok`; the first failure ends the program with status 1.

#include "consumer_cpp.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

using namespace std::string_view_literals;

namespace exchange = test::pairs::exchange;
namespace store = test::pairs::store;
namespace round_trip = test::pairs::round_trip;
namespace kinds = test::pairs::kinds;

using kinds::Color;
using kinds::Mixed;
using kinds::Person;
using kinds::Point;
using kinds::Rights;
using kinds::Shape;
using kinds::Wide;
using store::Counter;
using test::pairs::callbacks::Notebook;

// ---- what the consumer exports ----

namespace exports::test::pairs::callbacks {

uint32_t OpenNotebooks() { return Notebook::open(); }

wit::vector<wit::string> Names(wit::vector<Person> people) {
  auto names = wit::vector<wit::string>::allocate(people.size());
  for (size_t i = 0; i < people.size(); ++i) names.initialize(i, std::move(people[i].name));
  return names;
}

Shape Turn(Shape s) { return s; }

}  // namespace exports::test::pairs::callbacks

// ---- checking ----

namespace {

void check(bool holds, char const* what, int line) {
  if (holds) return;
  std::fprintf(stderr, "consumer.cpp:%d: %s does not hold\n", line, what);
  std::exit(1);
}
#define CHECK(...) check((__VA_ARGS__), #__VA_ARGS__, __LINE__)

bool same(Point const& a, Point const& b) { return a.x == b.x && a.y == b.y; }

bool same(Mixed const& a, Mixed const& b) {
  return a.a == b.a && a.b == b.b && a.c == b.c && std::bit_cast<uint32_t>(a.d) == std::bit_cast<uint32_t>(b.d) &&
         a.e == b.e && a.f == b.f;
}

bool same(Person const& a, Person const& b) {
  if (a.home.has_value() != b.home.has_value() || (a.home && !same(*a.home, *b.home))) return false;
  return a.name == b.name && a.age == b.age && a.tags == b.tags;
}

bool same(Shape const& a, Shape const& b) {
  if (a.variants.index() != b.variants.index()) return false;
  return std::visit(
      [&]<class Case>(Case const& left) {
        auto const& right = std::get<Case>(b.variants);
        if constexpr (std::is_same_v<Case, Shape::Nothing>) return true;
        else if constexpr (std::is_same_v<Case, Shape::Corner>) return same(left.value, right.value);
        else if constexpr (std::is_floating_point_v<decltype(left.value)>) {
          return std::memcmp(&left.value, &right.value, sizeof left.value) == 0;
        } else return left.value == right.value;
      },
      a.variants);
}

template <class A, class B>
bool equal(A const& a, B const& b) {
  return std::equal(std::begin(a), std::end(a), std::begin(b), std::end(b));
}

template <class A, class B>
bool all_same(A const& a, B const& b) {
  return std::equal(std::begin(a), std::end(a), std::begin(b), std::end(b),
                    [](auto const& x, auto const& y) { return same(x, y); });
}

/// An echo that gives back equal values.
template <class Result, class Argument, class Value>
void echoes(Result (*echo)(Argument), std::initializer_list<Value> values) {
  for (Value const& value : values) CHECK(echo(value) == value);
}

/// Floats that have to come back bit by bit, NaNs included.
template <class Float, class Bits>
void echoes_bits(Float (*echo)(Float), std::initializer_list<Bits> patterns) {
  for (Bits bits : patterns) CHECK(std::bit_cast<Bits>(echo(std::bit_cast<Float>(bits))) == bits);
}

template <class Integer>
void echoes_integers(Integer (*echo)(Integer)) {
  using Limits = std::numeric_limits<Integer>;
  echoes(echo, {Integer{0}, Integer{1}, Integer{42}, Limits::min(), Limits::max(), static_cast<Integer>(Limits::max() / 2)});
}

/// Texts with everything that texts can have.
std::vector<std::string> texts() {
  return {"", "a", "plain text", "Grüße, 世界 🚀", std::string("embedded\0null\0", 14), std::string(1'000'000, 'm'),
          "\x7f\xc2\x80\xf4\x8f\xbf\xbf"};
}

std::vector<std::string_view> views_of(std::vector<std::string> const& strings) {
  return {strings.begin(), strings.end()};
}

std::vector<Shape> shapes() {
  return {Shape{Shape::Nothing{}},
          Shape{Shape::Count{0}},
          Shape{Shape::Count{std::numeric_limits<uint64_t>::max()}},
          Shape{Shape::Label{""}},
          Shape{Shape::Label{"a label 🚀"}},
          Shape{Shape::Ratio{-0.0f}},
          Shape{Shape::Ratio{std::bit_cast<float>(0x7fc0beefu)}},
          Shape{Shape::Exact{std::numeric_limits<double>::denorm_min()}},
          Shape{Shape::Exact{std::bit_cast<double>(0xfff8'0000'dead'beefull)}},
          Shape{Shape::Corner{{-1, 2}}},
          Shape{Shape::Corner{{std::numeric_limits<int32_t>::min(), std::numeric_limits<int32_t>::max()}}},
          Shape{Shape::Many{{}}},
          Shape{Shape::Many{{"one", "", "three"}}}};
}

std::vector<Person> people() {
  return {{"Ada", 36, Point{1, -1}, {"countess", "", "programmer"}},
          {"", 0, std::nullopt, {}},
          {"Grüße 🚀", 255, Point{std::numeric_limits<int32_t>::min(), 0}, {"ü"}}};
}

// ---- exchange ----

void scalars() {
  echoes(exchange::EchoBool, {true, false});
  echoes_integers(exchange::EchoU8);
  echoes_integers(exchange::EchoS8);
  echoes_integers(exchange::EchoU16);
  echoes_integers(exchange::EchoS16);
  echoes_integers(exchange::EchoU32);
  echoes_integers(exchange::EchoS32);
  echoes_integers(exchange::EchoU64);
  echoes_integers(exchange::EchoS64);
  echoes_bits(exchange::EchoF32, {0u, 0x80000000u, 0x3f800000u, 0x7f800000u, 0xff800000u, 1u, 0x7fc00000u, 0xffc0beefu});
  echoes_bits(exchange::EchoF64, {0ull, 1ull << 63, 0x3ff0000000000000ull, 0x7ff0000000000000ull, 1ull,
                                  0x7ff8000000000000ull, 0xfff8dead0000beefull});
  echoes(exchange::EchoChar, {uint32_t{0}, uint32_t{'a'}, uint32_t{U'ß'}, 0xD7FFu, 0xE000u, uint32_t{U'🚀'}, 0x10FFFFu});
  echoes(exchange::EchoColor, {Color::kRed, Color::kGreen, Color::kBlue});
  echoes(exchange::EchoRights, {Rights::k_None, Rights::kRead, Rights::kWrite | Rights::kExecute, ~Rights::k_None});
  echoes(exchange::EchoWide, {Wide::k_None, Wide::kF0, Wide::kF7, Wide::kF8, Wide::kF0 | Wide::kF8, ~Wide::k_None});
  exchange::Nop();
}

void records() {
  for (Point const& point : {Point{0, 0}, Point{-1, 1}, Point{std::numeric_limits<int32_t>::min(), std::numeric_limits<int32_t>::max()}}) {
    CHECK(same(exchange::EchoPoint(point), point));
  }
  for (Mixed const& mixed : {Mixed{}, Mixed{1, 2, 3, 4.5f, true, U'x'},
                             Mixed{255, std::numeric_limits<uint64_t>::max(), 65535, std::nanf(""), false, 0x10FFFF}}) {
    CHECK(same(exchange::EchoMixed(mixed), mixed));
  }
  for (Person const& person : people()) CHECK(same(exchange::EchoPerson(person), person));
  // The order of a tuple's parts in memory is the library's own affair.
  CHECK(exchange::EchoTuple({uint8_t{1}, 0xDEADBEEFu, "three"sv}) == std::tuple<uint8_t, uint32_t, wit::string>(1, 0xDEADBEEF, "three"));
  CHECK(exchange::EchoTuple({uint8_t{255}, 0u, ""sv}) == std::tuple<uint8_t, uint32_t, wit::string>(255, 0, ""));
}

void strings() {
  for (std::string const& text : texts()) CHECK(exchange::EchoString(text) == text);
  CHECK(exchange::EchoString(std::string_view()).empty());
}

template <class T, class Make>
std::vector<T> made(size_t count, Make make) {
  std::vector<T> elements(count);
  for (size_t i = 0; i < count; ++i) elements[i] = make(i);
  return elements;
}

/// Lists of several lengths, each left as it was.
template <class T, class Result, class Make>
void echoes_lists(Result (*echo)(std::span<T const>), Make make) {
  for (size_t count : {0u, 1u, 2u, 3u, 1000u, 100'000u}) {
    std::vector<T> const list = made<T>(count, make);
    std::vector<T> const before = list;
    auto result = echo(list);
    CHECK(equal(result, before));
    CHECK(list == before);
  }
}

void plain_lists() {
  echoes_lists<uint8_t>(exchange::EchoBytes, [](size_t i) { return static_cast<uint8_t>(i); });
  echoes_lists<double>(exchange::EchoFloats, [](size_t i) { return static_cast<double>(i) / 3; });
  for (size_t count : {0u, 1u, 2u, 100'000u}) {
    auto const points = made<Point>(count, [](size_t i) { return Point{static_cast<int32_t>(i), -1}; });
    CHECK(all_same(exchange::EchoPoints(points), points));
  }
  CHECK(exchange::EchoBytes(std::span<uint8_t const>()).empty());
  std::vector<uint8_t> const megabyte(1'000'000, 7);
  CHECK(equal(exchange::EchoBytes(megabyte), megabyte));
  double const nan = std::bit_cast<double>(0x7ff8'0000'0000'0001ull);
  auto const floats = exchange::EchoFloats(std::span<double const>(&nan, 1));
  CHECK(floats.size() == 1 && std::bit_cast<uint64_t>(floats[0]) == 0x7ff8'0000'0000'0001ull);
}

void converted_lists() {
  bool const bools[] = {true, false, false, true};
  CHECK(equal(exchange::EchoBools(bools), bools));
  CHECK(exchange::EchoBools({}).empty());
  echoes_lists<uint32_t>(exchange::EchoChars, [](size_t i) { return static_cast<uint32_t>(i % 0xD800); });
  echoes_lists<Color>(exchange::EchoColors, [](size_t i) { return static_cast<Color>(i % 3); });
  echoes_lists<std::tuple<uint32_t, uint32_t>>(
      exchange::EchoPairs, [](size_t i) { return std::tuple(static_cast<uint32_t>(i), static_cast<uint32_t>(~i)); });
  echoes_lists<std::tuple<uint8_t, uint32_t, uint8_t>>(exchange::EchoUneven, [](size_t i) {
    return std::tuple(static_cast<uint8_t>(i), static_cast<uint32_t>(i * 7), static_cast<uint8_t>(i >> 3));
  });
  for (Shape const& shape : shapes()) CHECK(same(exchange::EchoShape(shape), shape));
  auto const many_shapes = shapes();
  CHECK(all_same(exchange::EchoShapes(many_shapes), many_shapes));
  CHECK(all_same(many_shapes, shapes()));
  auto const everyone = people();
  CHECK(all_same(exchange::EchoPeople(everyone), everyone));
  CHECK(all_same(everyone, people()));
  CHECK(exchange::EchoShapes({}).empty());
  CHECK(exchange::EchoPeople({}).empty());
}

void nested_lists() {
  auto const strings = texts();
  auto const views = views_of(strings);
  CHECK(equal(exchange::EchoStrings(views), strings));
  CHECK(views == views_of(strings));
  echoes_lists<std::string_view>(exchange::EchoStrings, [](size_t i) { return i % 2 == 0 ? "even"sv : ""sv; });

  // A list that is assigned over goes with all that is in it.
  wit::vector<wit::string> assigned = exchange::EchoStrings(views);
  assigned = exchange::EchoStrings(views);
  CHECK(equal(assigned, strings));
  wit::vector<wit::string> const taken = std::move(assigned);
  assigned = {};
  CHECK(equal(taken, strings) && assigned.empty());

  std::span<std::string_view const> const nested[] = {views, {}, std::span(views).first(1)};
  auto const echoed = exchange::EchoNested(nested);
  CHECK(echoed.size() == 3 && equal(echoed[0], strings) && echoed[1].empty() && echoed[2] == wit::vector<wit::string>{""});
  CHECK(nested[0].data() == views.data() && nested[0].size() == views.size());

  std::vector<uint32_t> const row = {1, 2, 3};
  std::span<uint32_t const> const grid[] = {row, {}, row};
  auto const squares = exchange::EchoGrid(grid);
  CHECK(squares.size() == 3 && equal(squares[0], row) && squares[1].empty() && equal(squares[2], row));

  std::optional<std::string_view> const options[] = {"some", std::nullopt, ""};
  auto const optional = exchange::EchoOptions(options);
  CHECK(optional.size() == 3 && optional[0] == "some"sv && !optional[1] && optional[2] == ""sv);
  CHECK(options[0] == "some"sv && !options[1] && options[2] == ""sv);
}

void options_and_results() {
  CHECK(exchange::EchoOption("text") == "text"sv);
  CHECK(exchange::EchoOption("") == ""sv);
  CHECK(!exchange::EchoOption(std::nullopt));
  using Twice = std::optional<std::optional<uint32_t>>;
  for (Twice const& value : {Twice(), Twice(std::in_place, std::nullopt), Twice(7u)}) {
    CHECK(exchange::EchoOptionOption(value) == value);
  }
  using Text = wit::expected<wit::string, uint32_t>;
  CHECK(exchange::EchoResult(Text("fine")).value() == "fine");
  CHECK(exchange::EchoResult(Text(wit::unexpected(7u))).error() == 7);
  CHECK(exchange::EchoResultEmpty({}).has_value());
  CHECK(!exchange::EchoResultEmpty(wit::unexpected(wit::Void())).has_value());
  CHECK(exchange::EchoResultErr({}).has_value());
  CHECK(exchange::EchoResultErr(wit::unexpected(wit::string("why"))).error() == "why");
  CHECK(exchange::EchoResultOk(wit::vector<wit::string>{"a", ""}).value() == wit::vector<wit::string>{"a", ""});
  CHECK(!exchange::EchoResultOk(wit::unexpected(wit::Void())).has_value());
  CHECK(exchange::CheckedDouble(21).value() == 42);
  CHECK(exchange::CheckedDouble(-1).error() == "negative");
  CHECK(exchange::MaybeFail(false).has_value());
  CHECK(exchange::MaybeFail(true).error() == Color::kBlue);
}

void deep_types() {
  using Inner = wit::expected<std::optional<wit::string>, wit::vector<uint8_t>>;
  std::vector<std::tuple<std::string_view, Inner>> list;
  list.emplace_back("first", Inner(wit::string("some")));
  list.emplace_back("", Inner(std::nullopt));
  list.emplace_back("third", Inner(wit::unexpect, wit::vector<uint8_t>{1, 2, 3}));
  auto const echoed = exchange::EchoDeep(list);
  CHECK(echoed && echoed->size() == 3);
  for (size_t i = 0; i < list.size(); ++i) {
    CHECK(std::get<0>((*echoed)[i]) == std::get<0>(list[i]));
    CHECK(std::get<1>((*echoed)[i]) == std::get<1>(list[i]));
  }
  CHECK(*std::get<1>(list[0]) == "some"sv && std::get<1>(list[2]).error().size() == 3);
  CHECK(!exchange::EchoDeep(std::nullopt));
  CHECK(exchange::EchoDeep(std::span<std::tuple<std::string_view, Inner> const>())->empty());
}

void many_parameters() {
  CHECK(exchange::Many("a", "", "c", "d", "e", "f", "g", "h", "ï", 18446744073709551615u) == "a,,c,d,e,f,g,h,ï;18446744073709551615");
  auto const reversed = exchange::ManyList("a", "b", "c", "d", "e", "f", "g", "", "i");
  CHECK(reversed == wit::vector<wit::string>{"i", "", "g", "f", "e", "d", "c", "b", "a"});
  CHECK(exchange::StringsOf(0).empty());
  auto const stairs = exchange::StringsOf(300);
  CHECK(stairs.size() == 300);
  for (size_t i = 0; i < stairs.size(); ++i) CHECK(stairs[i] == std::string(i, 'x'));
}

// ---- store ----

void counters() {
  {
    Counter one(1, "one");
    CHECK(store::Alive() == 1 && one.Label() == "one" && one.Add(0) == 1 && one.Add(1ull << 40) == (1ull << 40) + 1);
    Counter moved = std::move(one);
    CHECK(store::Alive() == 1 && moved.Add(0) == (1ull << 40) + 1);
    one = Counter(5, "five");
    one = std::move(moved);
    CHECK(store::Alive() == 1 && one.Label() == "one");
    Counter const two(2, "two");
    Counter const both = Counter::Merge(std::move(one), two);
    CHECK(store::Alive() == 2 && both.Label() == "one+two" && both.Add(0) == (1ull << 40) + 3);
  }
  CHECK(store::Alive() == 0);
}

void lists_of_counters() {
  {
    auto all = store::All(5);
    CHECK(store::Alive() == 5 && all.size() == 5 && all[3].Label() == "c3" && all[4].Add(0) == 4);
    std::vector<std::reference_wrapper<Counter const>> const borrowed(all.begin(), all.end());
    CHECK(store::Sum(borrowed) == 10 && store::Alive() == 5);
    std::vector<store::Seen> const seen = {{all[1], {10, 20}}, {all[4], {-1, 0}}};
    CHECK(store::Look(seen) == wit::vector<uint64_t>{31, 3});
    CHECK(store::Bump(all[0], std::nullopt) == 1 && store::Bump(all[0], all[1]) == 2 && store::Bump({}, {}) == 0);
    CHECK(all[0].Add(0) == 2 && all[1].Add(0) == 2);
    CHECK(store::Consume(all.get_view()) == 13);
    CHECK(store::Alive() == 0);
  }
  CHECK(store::All(0).empty() && store::Consume({}) == 0 && store::Sum({}) == 0 && store::Look({}).empty());
  CHECK(store::Alive() == 0);
}

void passed_counters() {
  {
    Counter passed = store::Pass(Counter(1, "p"));
    CHECK(passed.Label() == "p" && store::Alive() == 1);
    auto optional = store::PassOption(std::move(passed));
    CHECK(optional && optional->Label() == "p" && !store::PassOption(std::nullopt) && store::Alive() == 1);
    auto result = store::PassResult(std::move(*optional));
    CHECK(result && result->Label() == "p" && store::Alive() == 1);
    CHECK(store::PassResult(wit::unexpected(wit::string("no"))).error() == "no");
    auto held = store::PassHeld({store::Held::One{std::move(*result)}});
    CHECK(std::get<store::Held::One>(held.variants).value.Label() == "p" && store::Alive() == 1);
    CHECK(std::get<store::Held::Text>(store::PassHeld({store::Held::Text{"text"}}).variants).value == "text");
    CHECK(store::PassHeld({store::Held::Nothing{}}).variants.index() == 0);
    auto tuple = store::PassTuple({Counter(2, "t"), "middle", std::move(std::get<store::Held::One>(held.variants).value)});
    CHECK(std::get<0>(tuple).Label() == "t" && std::get<1>(tuple) == "middle" && std::get<2>(tuple).Label() == "p");
    CHECK(store::Alive() == 2);
    std::vector<store::Labelled> labelled;
    labelled.push_back({"first", std::move(std::get<0>(tuple))});
    labelled.push_back({"", std::move(std::get<2>(tuple))});
    auto const back = store::PassLabelled(labelled);
    CHECK(back.size() == 2 && back[0].label == "first" && back[0].counter.Label() == "t" && back[1].counter.Label() == "p");
    CHECK(labelled[0].label == "first" && store::Alive() == 2);
  }
  CHECK(store::Alive() == 0);
}

// ---- round-trip ----

void calls_back() {
  auto const everyone = people();
  auto const reversed = round_trip::ReversedNames(everyone);
  CHECK(reversed.size() == 3);
  for (size_t i = 0; i < 3; ++i) CHECK(reversed[i] == everyone[2 - i].name);
  CHECK(round_trip::ReversedNames({}).empty());
  auto const turned = shapes();
  CHECK(all_same(round_trip::TurnAll(turned), turned));
}

void notebooks() {
  using test::pairs::callbacks::OpenNotebooks;
  std::string_view const lines[] = {"first", "", "Grüße 🚀"};
  {
    Notebook diary("diary");
    CHECK(OpenNotebooks() == 1);
    CHECK(round_trip::WriteInto(diary, lines) == "diary");
    CHECK(diary.Lines() == wit::vector<wit::string>{"first", "", "Grüße 🚀"});
    Notebook made = round_trip::NewBook("made", lines);
    CHECK(OpenNotebooks() == 2 && made.Title() == "made");
    made.Write("fourth");
    CHECK(round_trip::CountLines(std::vector<std::reference_wrapper<Notebook const>>{diary, made, diary}) == 10);
    CHECK(round_trip::CountLines({}) == 0);
    CHECK(OpenNotebooks() == 2);
    Notebook passed = round_trip::PassBook(std::move(made));
    CHECK(OpenNotebooks() == 2 && passed.Title() == "made");
    CHECK(round_trip::Burn(std::move(passed)).size() == 4 && OpenNotebooks() == 1);
    CHECK(!round_trip::TakeKept());
    round_trip::Keep(std::move(diary));
    CHECK(OpenNotebooks() == 1);
    round_trip::Keep(Notebook("second"));
    CHECK(OpenNotebooks() == 1);
    auto const kept = round_trip::TakeKept();
    CHECK(kept && kept->Title() == "second" && !round_trip::TakeKept());
  }
  CHECK(OpenNotebooks() == 0);
}

void run_all(bool prints) {
  struct Section {
    char const* name;
    void (*run)();
  };
  constexpr Section sections[] = {
      {"scalars", scalars},
      {"records", records},
      {"strings", strings},
      {"plain lists", plain_lists},
      {"converted lists", converted_lists},
      {"nested lists", nested_lists},
      {"options and results", options_and_results},
      {"deep types", deep_types},
      {"many parameters", many_parameters},
      {"counters", counters},
      {"lists of counters", lists_of_counters},
      {"passed counters", passed_counters},
      {"calls back", calls_back},
      {"notebooks", notebooks},
  };
  for (Section const& section : sections) {
    section.run();
    if (prints) std::printf("%s: ok\n", section.name);
  }
}

}  // namespace

/// Defined by malloc-count.c, if that is loaded before everything else.
extern "C" [[gnu::weak]] long wit_test_live_allocations();

int main() {
  run_all(true);
  if (wit_test_live_allocations) {
    long const before = wit_test_live_allocations();
    run_all(false);
    CHECK(wit_test_live_allocations() == before);
    std::printf("allocations: ok\n");
  }
}
