//@ [views]
//@ args = '--api-style symmetric'

// World test of test.wit: gives back what it is given.

#include "test_cpp.h"

#include "../given.h"

namespace exports::test::fixed_lists::arrays {

Point EchoPoint(Point v) { return v; }
Grid EchoGrid(Grid v) { return v; }
Names EchoNames(std::array<Text, 2> v) { return owned(v); }
Box EchoBox(Box v) { return v; }
Shape EchoShape(Shape v) { return v; }
std::array<Tint, 4> EchoTints(std::array<Tint, 4> v) { return v; }
std::array<int16_t, 20> EchoLong(std::array<int16_t, 20> v) { return v; }
wit::vector<Box> EchoBoxes(List<Box> v) { return owned(v); }

using Texts = std::array<wit::vector<wit::string>, 2>;
Texts EchoTexts(std::array<List<wit::string>, 2> v) { return owned(v); }

using Maybe = std::optional<std::array<wit::expected<uint8_t, wit::string>, 2>>;
Maybe EchoOption(Maybe v) { return v; }

using Pegs = std::array<wit::Owned<Peg>, 2>;
Pegs SwapPegs(Pegs v) { return {std::move(v[1]), std::move(v[0])}; }

}  // namespace exports::test::fixed_lists::arrays
