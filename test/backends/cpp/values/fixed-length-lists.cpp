// Lists of fixed length there and back, by a component that imports and one that exports the interface of the fixture.

#include "exporter_cpp.h"
#include "importer_cpp.h"
#include "values.h"

namespace exports::test::fixed_length_lists::arrays {

Point PassPoint(Point v) { return v; }
Grid PassGrid(Grid v) { return v; }
Names PassNames(Parameter<decltype(PassNames)> v) { return own(std::move(v)); }
Box PassBox(Box v) { return v; }
wit::vector<Box> PassBoxes(std::array<Box, 2> v) { return {v[1], v[0], v[1]}; }
Shape PassShape(Shape v) { return v; }
std::array<std::optional<wit::vector<wit::string>>, 1> PassOne(Parameter<decltype(PassOne)> v) {
  return own(std::move(v));
}
std::array<int16_t, 20> PassLong(std::array<int16_t, 20> v) { return v; }

/// Names that are as long as the numbers say.
wit::vector<Names> PassList(Parameter<decltype(PassList)> v) {
  auto result = wit::vector<Names>::allocate(v.size());
  for (size_t index = 0; index < v.size(); ++index) {
    auto const named = [&](size_t row) { return wit::string(std::string(v[index][row][0] + v[index][row][1], 'x')); };
    result.initialize(index, {named(0), named(1)});
  }
  return result;
}

std::array<wit::Owned<Thing>, 2> PassThings(std::array<wit::Owned<Thing>, 2> v) {
  std::swap(v[0], v[1]);
  return v;
}

/// Pairs of the things but the last, which is dropped.
wit::vector<std::array<wit::Owned<Thing>, 2>> PassMany(
    std::array<wit::Owned<Thing>, 9> a,
    Parameter<decltype(PassMany), 1> b,
    std::array<uint32_t, 8> c) {
  auto const names = own(b);
  CHECK(names == Names{"first", "second"} && c[0] == 0x10FFFF && c[7] == 'x');
  auto pairs = wit::vector<std::array<wit::Owned<Thing>, 2>>::allocate(4);
  for (size_t index = 0; index < 4; ++index) {
    pairs.initialize(index, {std::move(a[2 * index]), std::move(a[2 * index + 1])});
  }
  return pairs;
}

}  // namespace exports::test::fixed_length_lists::arrays

using namespace ::test::fixed_length_lists::arrays;
using Object = exports::test::fixed_length_lists::arrays::Thing;

namespace {

Point at(float x) { return {x, x + 1, x + 2}; }

}  // namespace

int main() {
  {
    Grid const grid = {{{1, 2}, {3, 255}}};
    CHECK(PassPoint(at(1.5f)) == at(1.5f) && PassGrid(grid) == grid);
    Names names = {"first", ""};
    CHECK(PASS(PassNames, names) == names);
    Box const box = {at(1), at(2)};
    Box const other = {at(3), at(4)};
    CHECK(PassBox(box) == box && PassBoxes({box, other}) == wit::vector<Box>{other, box, other});

    Shape const dot = {Shape::Dot{at(1)}};
    Shape const square = {Shape::Square{grid}};
    Shape const many = {Shape::Many{{{"a", "b"}, {"", "c"}}}};
    CHECK(PassShape(dot) == dot && PassShape(square) == square && PassShape(many) == many && dot != square);

    std::array<std::optional<wit::vector<wit::string>>, 1> one;
    CHECK(PASS(PassOne, one) == one);
    one[0] = {"one", "", "three"};
    CHECK(PASS(PassOne, one) == one);
    std::array<int16_t, 20> all;
    for (size_t index = 0; index < all.size(); ++index) all[index] = static_cast<int16_t>(-3000 * int(index));
    CHECK(PassLong(all) == all);

    std::vector<Grid> const grids = {{{{1, 2}, {0, 0}}}, grid};
    auto const lists = PassList(grids);
    CHECK(lists.size() == 2 && lists[0] == Names{"xxx", ""} && lists[1][1].size() == 258 && PassList({}).empty());

    auto const things = PassThings({Thing(at(1)), Thing(at(2))});
    CHECK(Object::alive == 2 && things[0].Corners()[2] == at(2) && things[1].Corners()[0] == at(1));

    auto made = []<size_t... Index>(std::index_sequence<Index...>) {
      return std::array<Thing, 9>{Thing(at(Index))...};
    }(std::make_index_sequence<9>());
    auto const pairs = PassMany(std::move(made), {"first", "second"}, {0x10FFFF, 0, 0, 0, 0, 0, 0, 'x'});
    CHECK(Object::alive == 10 && pairs.size() == 4 && pairs[3][1].Corners()[0] == at(7));
  }
  CHECK(Object::alive == 0);
}
