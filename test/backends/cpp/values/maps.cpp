// Maps there and back, by a component that imports and one that exports the interface of the fixture.

#include "exporter_cpp.h"
#include "importer_cpp.h"
#include "values.h"

namespace exports::test::maps::maps {

Ages Swap(Parameter<decltype(Swap)> names) {
  auto ages = Ages::allocate(names.size());
  size_t index = 0;
  for (auto& [age, name] : names) ages.initialize(index++, {wit::string(name), static_cast<uint8_t>(age)});
  return ages;
}

wit::unordered_map<wit::string, wit::vector<uint8_t>> PassInline(Parameter<decltype(PassInline)> v) {
  return own(std::move(v));
}
wit::unordered_map<wit::string, wit::unordered_map<uint32_t, std::optional<wit::string>>> PassNested(
    Parameter<decltype(PassNested)> v) {
  return own(std::move(v));
}
Labeled PassLabeled(Labeled v) { return v; }
NamedOrNot PassVariant(NamedOrNot v) { return v; }
std::tuple<Names, uint64_t> PassTuple(Parameter<decltype(PassTuple)> v) { return own(std::move(v)); }
wit::expected<Names, wit::string> PassResult(wit::expected<Names, wit::string> v) { return v; }

/// A map in each case, with an entry for each of the argument.
wit::vector<wit::unordered_map<int64_t, Color>> PassFlags(Parameter<decltype(PassFlags)> v) {
  auto result = wit::vector<wit::unordered_map<int64_t, Color>>::allocate(v.size());
  size_t index = 0;
  for (auto& [key, value] : v) {
    auto const [number, text] = own(value);
    int64_t const size = static_cast<int64_t>(text.size());
    result.initialize(index++, {{number, key ? Color::kGreen : Color::kRed}, {-size, Color::kRed}});
  }
  return result;
}

wit::unordered_map<wit::string, wit::Owned<Thing>> PassThings(Parameter<decltype(PassThings)> v) {
  return own(std::move(v));
}

}  // namespace exports::test::maps::maps

using namespace ::test::maps::maps;
using Object = exports::test::maps::maps::Thing;

int main() {
  {
    Names names = {{1, "one"}, {2, ""}, {200, "two hundred"}};
    CHECK(PASS(Swap, names) == Ages{{"one", uint8_t{1}}, {"", uint8_t{2}}, {"two hundred", uint8_t{200}}});
    Names none;
    CHECK(PASS(Swap, none).empty());

    wit::unordered_map<wit::string, wit::vector<uint8_t>> bytes = {{"a", {1, 2, 3}}, {"", {}}};
    CHECK(PASS(PassInline, bytes) == bytes);

    wit::unordered_map<wit::string, wit::unordered_map<uint32_t, std::optional<wit::string>>> nested;
    CHECK(PASS(PassNested, nested) == nested);
    nested = {{"first", {{0x1F600, "smile"}, {'x', std::nullopt}}}, {"second", {}}};
    CHECK(PASS(PassNested, nested) == nested);

    Labeled const labeled = {"label", {{7, "seven"}}};
    CHECK(PassLabeled(labeled) == labeled);
    NamedOrNot const named = {NamedOrNot::Named{{{7, "seven"}}}};
    NamedOrNot const anonymous = {NamedOrNot::Anonymous{{"x", "y"}}};
    CHECK(PassVariant(named) == named && PassVariant(anonymous) == anonymous && named != anonymous);
    std::tuple<Names, uint64_t> tuple = {{{7, "seven"}}, 7};
    CHECK(PASS(PassTuple, tuple) == tuple);
    wit::expected<Names, wit::string> const good = Names{{7, "seven"}};
    wit::expected<Names, wit::string> const bad = wit::unexpected(wit::string("bad"));
    CHECK(PassResult(good) == good && PassResult(bad) == bad);

    wit::unordered_map<bool, std::tuple<uint8_t, wit::string>> flags = {{true, {uint8_t{1}, "x"}}, {false, {uint8_t{2}, ""}}};
    auto const colors = PASS(PassFlags, flags);
    CHECK(colors.size() == 2 && colors[0].find(1)->second == Color::kGreen && colors[1].contains(0));
    CHECK(colors[0] == wit::unordered_map<int64_t, Color>{{-1, Color::kRed}, {1, Color::kGreen}});

    std::vector<std::pair<std::string_view, Thing>> things;
    std::array<std::pair<std::string_view, uint32_t>, 2> const parts = {{{"wheel", 4u}, {"door", 2u}}};
    things.emplace_back("car", Thing(parts));
    things.emplace_back("nothing", Thing(std::span<std::pair<std::string_view, uint32_t> const>()));
    auto const passed = PassThings(things);
    CHECK(Object::alive == 2 && passed.size() == 2);
    CHECK(passed.find("car")->second.Parts() == wit::unordered_map<wit::string, uint32_t>{{"door", 2u}, {"wheel", 4u}});
    CHECK(passed.find("nothing")->second.Parts().empty());
  }
  CHECK(Object::alive == 0);
}
