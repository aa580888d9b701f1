// World test of test.wit: gives back what it is given.

#include "test_cpp.h"

namespace exports::test::values::joins {

WordOrLong EchoWordOrLong(WordOrLong v) { return v; }
WordOrSingle EchoWordOrSingle(WordOrSingle v) { return v; }
WordOrDouble EchoWordOrDouble(WordOrDouble v) { return v; }
LongOrSingle EchoLongOrSingle(LongOrSingle v) { return v; }
LongOrDouble EchoLongOrDouble(LongOrDouble v) { return v; }
SingleOrDouble EchoSingleOrDouble(SingleOrDouble v) { return v; }
TextOrLong EchoTextOrLong(TextOrLong v) { return v; }
BytesOrSingle EchoBytesOrSingle(BytesOrSingle v) { return v; }
Uneven EchoUneven(Uneven v) { return v; }
wit::expected<uint64_t, wit::string> EchoArms(wit::expected<uint64_t, wit::string> v) { return v; }
std::optional<wit::expected<std::optional<TextOrLong>, Uneven>> EchoNested(
    std::optional<wit::expected<std::optional<TextOrLong>, Uneven>> v) {
  return v;
}

}  // namespace exports::test::values::joins

namespace exports::test::values::arity {

uint64_t Sixteen(uint64_t a, uint64_t b, uint64_t c, uint64_t d, uint64_t e, uint64_t f, uint64_t g, uint64_t h,
                 uint64_t i, uint64_t j, uint64_t k, uint64_t l, uint64_t m, uint64_t n, uint64_t o, uint64_t p) {
  return a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p;
}

uint64_t Seventeen(uint8_t a, uint16_t b, uint32_t c, uint64_t d, uint8_t e, uint16_t f, uint32_t g, uint64_t h,
                   uint8_t i, uint16_t j, uint32_t k, uint64_t l, uint8_t m, uint16_t n, uint32_t o, uint64_t p,
                   bool q) {
  uint64_t sum = d + h + l + p + q;
  for (uint64_t part : {uint64_t{a}, uint64_t{e}, uint64_t{i}, uint64_t{m}}) sum += part;
  for (uint64_t part : {uint64_t{b}, uint64_t{f}, uint64_t{j}, uint64_t{n}}) sum += part;
  for (uint64_t part : {uint64_t{c}, uint64_t{g}, uint64_t{k}, uint64_t{o}}) sum += part;
  return sum;
}

Eight Pairwise(Eight x, Eight y) {
  return {x.a + y.a, x.b + y.b, x.c + y.c, x.d + y.d, x.e + y.e, x.f + y.f, x.g + y.g, x.h + y.h};
}

}  // namespace exports::test::values::arity

namespace exports::test::values::widths {

One EchoOne(One v) { return v; }
Eight EchoEight(Eight v) { return v; }
Sixteen EchoSixteen(Sixteen v) { return v; }
ThirtyTwo EchoThirtyTwo(ThirtyTwo v) { return v; }
Forty EchoForty(Forty v) { return v; }

using All = wit::vector<std::tuple<One, Eight, Sixteen, ThirtyTwo, Forty>>;
All EchoAll(All v) { return v; }

}  // namespace exports::test::values::widths

namespace exports::test::values::lists {

Pages EchoPages(Pages v) { return v; }
Letter EchoLetter(Letter v) { return v; }
wit::vector<Letter> EchoLetters(wit::vector<Letter> v) { return v; }
wit::vector<std::optional<Mood>> EchoMoods(wit::vector<std::optional<Mood>> v) { return v; }
wit::vector<wit::expected<void, Mood>> EchoOutcomes(wit::vector<wit::expected<void, Mood>> v) { return v; }

uint32_t CountLines(std::optional<Lines> a, wit::expected<Lines, Lines> b, wit::vector<std::optional<Lines>> c) {
  size_t count = a ? a->size() : 0;
  count += b ? b->size() : b.error().size();
  for (auto const& lines : c) count += lines ? lines->size() : 0;
  return static_cast<uint32_t>(count);
}

Lines Joined(Lines a, Lines b) {
  auto both = Lines::allocate(a.size() + b.size());
  size_t i = 0;
  for (auto& line : a) both.initialize(i++, std::move(line));
  for (auto& line : b) both.initialize(i++, std::move(line));
  return both;
}

std::tuple<Lines, Lines> Twice(Lines v) {
  Lines copy = v;
  return {std::move(copy), std::move(v)};
}

}  // namespace exports::test::values::lists
