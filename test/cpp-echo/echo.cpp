// Both ends of test:cpp-echo in one program, so that what leaves and what arrives can be compared, and
// allocations be counted. Compiled by cpp-echo.test.ts in several ways.

#include "exporter_cpp.h"
#include "importer_cpp.h"

#include <new>
#include <optional>

// ---- the exporter: everything comes back ----

namespace exports::test::cpp_echo::echoes {

One PassOne(One v) { return v; }
Eight PassEight(Eight v) { return v; }
Nine PassNine(Nine v) { return v; }
ThirtyTwo PassThirtyTwo(ThirtyTwo v) { return v; }
ThirtyThree PassThirtyThree(ThirtyThree v) { return v; }
SixtyFour PassSixtyFour(SixtyFour v) { return v; }
SixtyFive PassSixtyFive(SixtyFive v) { return v; }
TwoHundred PassTwoHundred(TwoHundred v) { return v; }
Every PassEvery(Every v) { return v; }
wit::vector<SixtyFive> PassWide(wit::vector<SixtyFive> v) { return v; }
wit::vector<wit::string> PassStrings(wit::vector<wit::string> v) { return v; }
wit::vector<std::tuple<uint8_t, uint32_t, uint8_t>> PassPairs(
    wit::vector<std::tuple<uint8_t, uint32_t, uint8_t>> v) {
  return v;
}
wit::vector<std::tuple<wit::string, uint32_t>> PassTexts(wit::vector<std::tuple<wit::string, uint32_t>> v) {
  return v;
}
wit::vector<std::optional<uint32_t>> PassOptions(wit::vector<std::optional<uint32_t>> v) { return v; }
wit::vector<std::optional<wit::string>> PassMaybeTexts(wit::vector<std::optional<wit::string>> v) { return v; }
wit::vector<Shape> PassShapes(wit::vector<Shape> v) { return v; }
wit::vector<wit::expected<uint8_t, wit::string>> PassResults(wit::vector<wit::expected<uint8_t, wit::string>> v) {
  return v;
}
wit::vector<Row> PassRows(wit::vector<Row> v) { return v; }
wit::vector<wit::vector<wit::vector<wit::string>>> PassNested(wit::vector<wit::vector<wit::vector<wit::string>>> v) {
  return v;
}
wit::vector<Point> PassPoints(wit::vector<Point> v) { return v; }
wit::vector<Dot> PassDots(wit::vector<Dot> v) { return v; }
wit::vector<bool> PassBools(wit::vector<bool> v) { return v; }
wit::vector<uint32_t> PassChars(wit::vector<uint32_t> v) { return v; }
wit::vector<Colour> PassColours(wit::vector<Colour> v) { return v; }
wit::vector<Nine> PassNines(wit::vector<Nine> v) { return v; }

}  // namespace exports::test::cpp_echo::echoes

// ---- the importer ----

namespace {

namespace echoes = test::cpp_echo::echoes;

void check(bool holds, char const* what, int line) {
  if (holds) return;
  std::fprintf(stderr, "echo.cpp:%d: %s does not hold\n", line, what);
  std::exit(1);
}
#define CHECK(...) check((__VA_ARGS__), #__VA_ARGS__, __LINE__)

/// Flags of any width look the same to a user.
template <class Flags>
void pass_flags(Flags (*pass)(Flags), Flags first, Flags last) {
  Flags const none = Flags::k_None;
  CHECK(none == Flags{} && pass(none) == none && pass(~none) == ~none && pass(first) == first);
  CHECK(pass(last) == last && pass(~last) == ~last && pass(first | last) == (first | last));
  CHECK(wit::has_all(~none, first | last) && wit::has_any(~last | first, first) && !wit::has_any(none, ~none));
  CHECK(!wit::has_all(none, last) && wit::has_all(first, Flags::k_None));
  CHECK((~last & last) == none && (last ^ last) == none && ((first | last) ^ ~none) == ~(first | last));
  Flags some = none;
  some |= first;
  some |= last;
  CHECK(some == (first | last));
  some ^= last;
  CHECK(some == first || first == last);
  some &= last;
  CHECK(some == none);
}

void flags() {
  using namespace echoes;
  pass_flags(PassOne, One::kB0, One::kB0);
  pass_flags(PassEight, Eight::kB0, Eight::kB7);
  pass_flags(PassNine, Nine::kB0, Nine::kB8);
  pass_flags(PassThirtyTwo, ThirtyTwo::kB0, ThirtyTwo::kB31);
  pass_flags(PassThirtyThree, ThirtyThree::kB31, ThirtyThree::kB32);
  pass_flags(PassSixtyFour, SixtyFour::kB0, SixtyFour::kB63);
  pass_flags(PassSixtyFive, SixtyFive::kB63, SixtyFive::kB64);
  pass_flags(PassTwoHundred, TwoHundred::kB0, TwoHundred::kB199);
  static_assert((Nine::kB8 | Nine::kB0) != Nine::kB8 && (SixtyFive::kB64 & SixtyFive::kB0) == SixtyFive::k_None);
  // Nothing of what is in memory beside a value is taken for a part of it.
  Every const every = {One::kB0,         Eight::kB7,      Nine::kB8,        ThirtyTwo::kB31,
                       ThirtyThree::kB32, SixtyFour::kB63, SixtyFive::kB64, TwoHundred::kB199};
  CHECK(PassEvery(every) == every);
  SixtyFive const wide[] = {SixtyFive::k_None, ~SixtyFive::k_None, SixtyFive::kB64};
  auto const passed = PassWide(wide);
  CHECK(std::equal(passed.begin(), passed.end(), std::begin(wide), std::end(wide)));
}

/// Passes a list, compares what comes back, and finds the list as it was before.
template <class Viewed, class Owned, class Equal = std::equal_to<>>
void pass_list(wit::vector<Owned> (*pass)(std::span<Viewed const>), std::vector<Viewed> const& list, Equal equal = {}) {
  std::vector<Viewed> const before = list;
  auto const passed = pass(list);
  CHECK(list == before);
  CHECK(std::equal(passed.begin(), passed.end(), list.begin(), list.end(), equal));
  CHECK(pass(std::span<Viewed const>()).empty());
}

echoes::Row row(uint32_t id, char const* name) { return {id, name, wit::vector<wit::string>{"a tag", "", name}}; }

void lists() {
  using namespace echoes;
  using Pair = std::tuple<uint8_t, uint32_t, uint8_t>;
  using Text = std::tuple<std::string_view, uint32_t>;
  pass_list(PassStrings, {"one", "", "a text that does not fit into a small buffer"});
  pass_list(PassPairs, {Pair{1, 0x11223344, 3}, Pair{255, 0xFFFFFFFF, 0}});
  pass_list(PassTexts, {Text{"one", 1}, Text{"", 2}}, [](auto const& a, auto const& b) {
    return std::get<0>(a) == std::get<0>(b) && std::get<1>(a) == std::get<1>(b);
  });
  pass_list(PassOptions, {std::optional<uint32_t>(1), std::nullopt, std::optional<uint32_t>(0)});
  pass_list(PassMaybeTexts, {std::optional<std::string_view>("one"), std::nullopt, std::optional<std::string_view>("")},
            [](auto const& a, auto const& b) { return a.has_value() == b.has_value() && (!a || *a == *b); });
  pass_list(PassShapes, {Shape{Shape::Small{7}}, Shape{Shape::Nothing{}}, Shape{Shape::Text{"a text"}},
                         Shape{Shape::Numbers{wit::vector<uint64_t>{1, 2}}},
                         Shape{Shape::Pair{std::tuple<uint8_t, wit::string>(9, "nine")}}});
  using Result = wit::expected<uint8_t, wit::string>;
  pass_list(PassResults, {Result(7), Result(wit::unexpected(wit::string("why")))});
  pass_list(PassRows, {row(1, "one"), row(2, ""), row(3, "a name that does not fit into a small buffer")});

  std::vector<std::vector<std::string_view>> const texts = {{"one", "two"}, {}, {"three"}};
  std::vector<std::span<std::string_view const>> const inner(texts.begin(), texts.end());
  std::vector<std::span<std::span<std::string_view const> const>> const outer = {inner, {}};
  auto const nested = PassNested(outer);
  CHECK(nested.size() == 2 && nested[0].size() == 3 && nested[1].empty());
  for (size_t index = 0; index < texts.size(); ++index) {
    CHECK(std::equal(nested[0][index].begin(), nested[0][index].end(), texts[index].begin(), texts[index].end()));
  }
  CHECK(texts[0][0] == "one" && inner[0].data() == texts[0].data());

  pass_list(PassPoints, {Point{-1, 2, 0.5}, Point{}});
  pass_list(PassDots, {Dot{{1, 2, 3}, Colour::kBlue, true}, Dot{}});
  pass_list(PassColours, {Colour::kBlue, Colour::kRed});
  pass_list(PassChars, {uint32_t{'a'}, 0x10FFFFu, 0u});
  pass_list(PassNines, {Nine::kB8, Nine::k_None, ~Nine::k_None});
  bool const bools[] = {true, false, true};
  auto const passed = PassBools(bools);
  CHECK(std::equal(passed.begin(), passed.end(), std::begin(bools), std::end(bools)));
}

}  // namespace

#if defined(COUNT_ALLOCATIONS)

extern "C" {
long wit_test_allocations(void);
}

namespace {

/// Small lists are converted on the stack, and what lies as the ABI wants it is not converted at all.
void allocations() {
  namespace lookers = test::cpp_echo::lookers;
  using namespace echoes;
  std::string_view const strings[] = {"one", "two", "three", "four"};
  std::optional<std::string_view> const options[] = {"one", std::nullopt, "three"};
  std::tuple<uint8_t, std::string_view> const pairs[] = {{1, "one"}, {2, "two"}};
  std::vector<Point> const points(1000, Point{1, 2, 3});
  std::vector<Dot> const dots(1000, Dot{{1, 2, 3}, Colour::kBlue, true});
  bool const bools[1000] = {};
  std::vector<Nine> const nines(1000, Nine::kB8);
  long const before = wit_test_allocations();
  CHECK(lookers::LookAtStrings(strings) == 4);
  CHECK(lookers::LookAtOptions(options) == 3);
  CHECK(lookers::LookAtPairs(pairs) == 2);
  CHECK(lookers::LookAtPoints(points) == 1000);
  CHECK(lookers::LookAtDots(dots) == 1000);
  CHECK(lookers::LookAtBools(bools) == 1000);
  CHECK(lookers::LookAtNines(nines) == 1000);
  CHECK(wit_test_allocations() == before);
  // The count can fail: what is converted is not always small.
  std::vector<std::string_view> const many(1000, "many");
  long const then = wit_test_allocations();
  CHECK(lookers::LookAtStrings(many) == 1000 && wit_test_allocations() == then + 1);
}

}  // namespace

#endif

// ---- what is looked at: the core functions themselves ----

#define LOOKER(name)                                                                              \
  extern "C" int32_t testX3Acpp_echoX2FlookersX00look_at_##name(uint8_t*, size_t size) noexcept { \
    return static_cast<int32_t>(size);                                                            \
  }
LOOKER(strings)
LOOKER(options)
LOOKER(pairs)
LOOKER(points)
LOOKER(dots)
LOOKER(bools)
LOOKER(nines)

int main() {
  flags();
  lists();
#if defined(COUNT_ALLOCATIONS)
  allocations();
#endif
}
