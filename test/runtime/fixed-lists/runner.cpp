//@ [coarse]
//@ args = '--ownership coarse-borrowing'

// World runner of test.wit: what it sends comes back.

#include "runner_cpp.h"

#include <limits>
#include <string_view>
#include <vector>

#include "../check.h"

using namespace std::string_view_literals;
using namespace test::fixed_lists::arrays;

namespace {

Point const point = {0.0f, -1.5f, std::numeric_limits<float>::max()};
Grid const grid = {{{1, 2}, {3, 4}, {5, 65535}}};

void plain() {
  LEAVES_NOTHING;
  CHECK(EchoPoint(point) == point);
  CHECK(EchoGrid(grid) == grid);
  CHECK(EchoNames({"", "Grüße 🚀"}) == Names{"", "Grüße 🚀"});
  std::array<Tint, 4> const tints = {Tint::kBlue, Tint::kRed, Tint::kGreen, Tint::kBlue};
  CHECK(EchoTints(tints) == tints);
  std::array<int16_t, 20> numbers;
  for (size_t i = 0; i < numbers.size(); ++i) numbers[i] = static_cast<int16_t>(-1000 * static_cast<int>(i));
  CHECK(EchoLong(numbers) == numbers);
}

bool same(Box const& a, Box const& b) { return a.low == b.low && a.high == b.high && a.label == b.label; }

Box a_box() { return {point, {3, 3, 3}, {{"label", std::nullopt}}}; }

/// How a box is sent.
#ifdef COARSE
using SentBox = BoxParam;
BoxParam sent(Box const& box) { return {box.low, box.high, {box.label[0], box.label[1]}}; }
#else
using SentBox = Box;
Box const& sent(Box const& box) { return box; }
#endif

void inside_others() {
  LEAVES_NOTHING;
  auto const one_box = a_box();
  CHECK(same(EchoBox(sent(one_box)), one_box));
  std::vector<Box> boxes;
  boxes.push_back(a_box());
  boxes.push_back(a_box());
  SentBox const as_sent[] = {sent(boxes[0]), sent(boxes[1])};
  auto const back = EchoBoxes(as_sent);
  CHECK(back.size() == 2 && same(back[0], boxes[0]) && same(back[1], boxes[1]));

  CHECK(std::get<Shape::Dot>(EchoShape({Shape::Dot{point}}).variants).value == point);
  CHECK(std::get<Shape::Named>(EchoShape({Shape::Named{{"a", "b"}}}).variants).value == Names{"a", "b"});
  CHECK(std::get<Shape::Many>(EchoShape({Shape::Many{{grid, grid}}}).variants).value == wit::vector<Grid>{grid, grid});

  std::string_view const one[] = {"one", ""};
  auto const texts = EchoTexts({std::span<std::string_view const>(one), {}});
  CHECK(texts[0] == wit::vector<wit::string>{"one", ""} && texts[1].empty());

  CHECK(!EchoOption(std::nullopt));
  using Part = wit::expected<uint8_t, wit::string>;
  auto const maybe = EchoOption(std::array<Part, 2>{Part(uint8_t{7}), Part(wit::unexpected(wit::string("why")))});
  CHECK(maybe && (*maybe)[0].value() == 7 && (*maybe)[1].error() == "why");
}

void pegs() {
  LEAVES_NOTHING;
  {
    auto const swapped = SwapPegs({Peg(point), Peg(Point{1, 1, 1})});
    CHECK(swapped[0].At() == Point{1, 1, 1} && swapped[1].At() == point);
    CHECK(Peg::Alive() == 2);
  }
  CHECK(Peg::Alive() == 0);
}

}  // namespace

void exports::runner::Run() {
  plain();
  inside_others();
  pegs();
}
