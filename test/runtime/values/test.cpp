//@ [views]
//@ args = '--api-style symmetric'

// World test of test.wit: gives back what it is given.

#include "test_cpp.h"

#include "../given.h"

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
std::tuple<WordOrLong, WordOrSingle, WordOrDouble, LongOrSingle, LongOrDouble, SingleOrDouble> Casts(
    WordOrLong a, WordOrSingle b, WordOrDouble c, LongOrSingle d, LongOrDouble e, SingleOrDouble f) {
  return {a, b, c, d, e, f};
}

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

using Each = std::tuple<One, Eight, Sixteen, ThirtyTwo>;
wit::vector<Each> EchoAll(List<Each> v) { return owned(v); }

}  // namespace exports::test::values::widths

namespace exports::test::values::lists {

std::tuple<wit::vector<uint8_t>, wit::vector<int8_t>, wit::vector<uint16_t>, wit::vector<int16_t>,
           wit::vector<uint32_t>, wit::vector<int32_t>, wit::vector<uint64_t>, wit::vector<int64_t>,
           wit::vector<float>, wit::vector<double>>
Limits(List<uint8_t> a, List<int8_t> b, List<uint16_t> c, List<int16_t> d, List<uint32_t> e, List<int32_t> f,
       List<uint64_t> g, List<int64_t> h, List<float> i, List<double> j) {
  return {owned(a), owned(b), owned(c), owned(d), owned(e), owned(f), owned(g), owned(h), owned(i), owned(j)};
}

Pages EchoPages(List<Lines> v) { return owned(v); }
Letter EchoLetter(Letter v) { return v; }
wit::vector<Letter> EchoLetters(List<Letter> v) { return owned(v); }
wit::vector<std::optional<Mood>> EchoMoods(List<std::optional<Mood>> v) { return owned(v); }
wit::vector<wit::expected<void, Mood>> EchoOutcomes(List<wit::expected<void, Mood>> v) { return owned(v); }

uint32_t CountLines(std::optional<Lines> a, wit::expected<Lines, Lines> b, List<std::optional<Lines>> c) {
  size_t count = a ? a->size() : 0;
  count += b ? b->size() : b.error().size();
  for (auto const& lines : c) count += lines ? lines->size() : 0;
  return static_cast<uint32_t>(count);
}

Lines Joined(List<wit::string> a, List<wit::string> b) {
  auto both = Lines::allocate(a.size() + b.size());
  size_t i = 0;
  for (auto& line : a) both.initialize(i++, owned(line));
  for (auto& line : b) both.initialize(i++, owned(line));
  return both;
}

std::tuple<Lines, Lines> Twice(List<wit::string> v) {
  auto first = owned(v);
  Lines second = first;
  return {std::move(first), std::move(second)};
}

}  // namespace exports::test::values::lists

namespace exports::test::values::lent {

namespace {

uint32_t kept = 0;

}  // namespace

uint64_t Length(Text v) { return v.size(); }

uint64_t Sum(List<uint32_t> v) {
  uint64_t sum = 0;
  for (uint32_t number : v) sum += number;
  return sum;
}

double Total(List<Reading> v) {
  double sum = 0;
  for (Reading const& reading : v) sum += reading.value;
  return sum;
}

uint64_t Both(std::tuple<Text, List<int16_t>> v) { return std::get<0>(v).size() + std::get<1>(v).size(); }

void Keep(uint32_t v) { kept = v; }
uint32_t Kept() { return kept; }

}  // namespace exports::test::values::lent
