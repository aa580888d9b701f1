//@ [coarse]
//@ args = '--ownership coarse-borrowing'

// World runner of test.wit: asks for everything, and gets what it sent.

#include "runner_cpp.h"

#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "../check.h"

using namespace std::string_view_literals;
using namespace test::values;

namespace {

template <class T>
constexpr T least = std::numeric_limits<T>::lowest();
template <class T>
constexpr T most = std::numeric_limits<T>::max();

/// Whether a variant has this case with this payload.
template <class Case, class Variant, class Value>
bool is(Variant const& variant, Value const& value) {
  auto const* found = std::get_if<Case>(&variant.variants);
  return found && found->value == value;
}

/// The least and the most of a type of numbers.
template <class T>
constexpr T limits[] = {least<T>, most<T>};

template <class T>
bool has_limits(wit::vector<T> const& list) {
  return list.size() == 2 && list[0] == least<T> && list[1] == most<T>;
}

template <class Case, class Echo, class Value>
void comes_back(Echo echo, Value const& value) {
  CHECK(is<Case>(echo({Case{value}}), value));
}

/// So does a value without memory, and costs nothing on its way.
template <class Case, class Echo, class Value>
void comes_back_free(Echo echo, Value const& value) {
  CHECK_COSTS_NOTHING(is<Case>(echo({Case{value}}), value));
}

bool same(joins::Uneven const& a, joins::Uneven const& b) {
  using joins::Uneven;
  if (a.variants.index() != b.variants.index()) return false;
  if (auto const* small = std::get_if<Uneven::Small>(&b.variants)) return is<Uneven::Small>(a, small->value);
  if (auto const* wide = std::get_if<Uneven::Wide>(&b.variants)) return is<Uneven::Wide>(a, wide->value);
  if (auto const* texts = std::get_if<Uneven::Texts>(&b.variants)) return is<Uneven::Texts>(a, texts->value);
  return true;
}

std::vector<joins::Uneven> all_uneven() {
  using joins::Uneven;
  return {{Uneven::Nothing{}},
          {Uneven::Small{200}},
          {Uneven::Wide{{most<uint64_t>, "middle", -0.25}}},
          {Uneven::Texts{{"one", ""}}}};
}

void sums() {
  using namespace joins;
  for (int32_t word : {least<int32_t>, -1, 0}) comes_back_free<WordOrLong::Word>(EchoWordOrLong, word);
  comes_back_free<WordOrLong::Long>(EchoWordOrLong, least<int64_t>);
  comes_back_free<WordOrSingle::Word>(EchoWordOrSingle, -7);
  comes_back_free<WordOrSingle::Single>(EchoWordOrSingle, -0.5f);
  comes_back_free<WordOrDouble::Word>(EchoWordOrDouble, most<uint32_t>);
  comes_back_free<WordOrDouble::Double>(EchoWordOrDouble, 1e300);
  comes_back_free<LongOrSingle::Long>(EchoLongOrSingle, most<int64_t>);
  comes_back_free<LongOrSingle::Single>(EchoLongOrSingle, std::numeric_limits<float>::min());
  comes_back_free<LongOrDouble::Long>(EchoLongOrDouble, most<uint64_t>);
  comes_back_free<LongOrDouble::Double>(EchoLongOrDouble, least<double>);
  comes_back_free<SingleOrDouble::Single>(EchoSingleOrDouble, most<float>);
  comes_back_free<SingleOrDouble::Double>(EchoSingleOrDouble, least<double>);
  comes_back<TextOrLong::Text>(EchoTextOrLong, wit::string("Grüße 🚀"));
  comes_back<TextOrLong::Text>(EchoTextOrLong, wit::string(""));
  comes_back<TextOrLong::Long>(EchoTextOrLong, most<uint64_t>);
  comes_back<BytesOrSingle::Bytes>(EchoBytesOrSingle, wit::vector<uint8_t>{0, 255});
  comes_back<BytesOrSingle::Bytes>(EchoBytesOrSingle, wit::vector<uint8_t>());
  comes_back<BytesOrSingle::Single>(EchoBytesOrSingle, 1.5f);
  for (Uneven const& uneven : all_uneven()) CHECK(same(EchoUneven(uneven), uneven));

  auto const [a, b, c, d, e, f] =
      Casts({WordOrLong::Long{1ll << 40}}, {WordOrSingle::Single{1.5f}}, {WordOrDouble::Double{2.5}},
            {LongOrSingle::Single{3.5f}}, {LongOrDouble::Double{4.5}}, {SingleOrDouble::Double{5.5}});
  CHECK(is<WordOrLong::Long>(a, 1ll << 40) && is<WordOrSingle::Single>(b, 1.5f) && is<WordOrDouble::Double>(c, 2.5));
  CHECK(is<LongOrSingle::Single>(d, 3.5f) && is<LongOrDouble::Double>(e, 4.5) && is<SingleOrDouble::Double>(f, 5.5));

  using Arms = wit::expected<uint64_t, wit::string>;
  CHECK(EchoArms(Arms(most<uint64_t>)).value() == most<uint64_t>);
  for (auto why : {"why"sv, ""sv}) CHECK(EchoArms(Arms(wit::unexpected(wit::string(why)))).error() == why);

  LEAVES_NOTHING;
  using Inner = wit::expected<std::optional<TextOrLong>, Uneven>;
  CHECK(!EchoNested(std::nullopt));
  auto const none = EchoNested(Inner(std::nullopt));
  CHECK(none && none->has_value() && !none->value());
  auto const text = EchoNested(Inner(TextOrLong{TextOrLong::Text{"inside"}}));
  CHECK(text && text->has_value() && text->value() && is<TextOrLong::Text>(*text->value(), "inside"sv));
  auto const number = EchoNested(Inner(TextOrLong{TextOrLong::Long{1}}));
  CHECK(number && number->has_value() && number->value() && is<TextOrLong::Long>(*number->value(), uint64_t{1}));
  for (Uneven const& uneven : all_uneven()) {
    auto const wrong = EchoNested(Inner(wit::unexpect, uneven));
    CHECK(wrong && !wrong->has_value() && same(wrong->error(), uneven));
  }
}

void numbers() {
  CHECK_COSTS_NOTHING(arity::Sixteen(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 1ull << 40) == 120 + (1ull << 40));
  CHECK_COSTS_NOTHING(arity::Seventeen(255, 65535, most<uint32_t>, 1ull << 40, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, true) ==
        255 + 65535 + uint64_t{most<uint32_t>} + (1ull << 40) + 78 + 1);
  auto const both = arity::Pairwise({1, 2, 3, 4, 5, 6, 7, most<uint64_t> - 1}, {10, 20, 30, 40, 50, 60, 70, 1});
  CHECK(both.a == 11 && both.b == 22 && both.c == 33 && both.d == 44);
  CHECK(both.e == 55 && both.f == 66 && both.g == 77 && both.h == most<uint64_t>);
}

void flags() {
  using namespace widths;
  for (One one : {One::k_None, One::kB0}) CHECK_COSTS_NOTHING(EchoOne(one) == one);
  for (Eight eight : {Eight::k_None, Eight::kB0 | Eight::kB7}) CHECK_COSTS_NOTHING(EchoEight(eight) == eight);
  for (Sixteen sixteen : {Sixteen::k_None, Sixteen::kB8 | Sixteen::kB15}) CHECK_COSTS_NOTHING(EchoSixteen(sixteen) == sixteen);
  for (ThirtyTwo words : {ThirtyTwo::k_None, ThirtyTwo::kB31 | ThirtyTwo::kB0}) CHECK_COSTS_NOTHING(EchoThirtyTwo(words) == words);
  std::tuple<One, Eight, Sixteen, ThirtyTwo> const all[] = {
      {One::kB0, Eight::kB6, Sixteen::kB14, ThirtyTwo::kB30},
      {One::k_None, Eight::kB1 | Eight::kB7, Sixteen::k_None, ThirtyTwo::kB31},
  };
  auto const echoed = EchoAll(all);
  CHECK(echoed.size() == 2 && echoed[0] == all[0] && echoed[1] == all[1]);
  CHECK(EchoAll({}).empty());
}

bool same(lists::Letter const& a, lists::Letter const& b) {
  return a.to == b.to && a.lines == b.lines && a.moods == b.moods && a.seal == b.seal;
}

/// How a letter is sent.
#ifdef COARSE
struct Sent {
  std::vector<std::string_view> lines;
  lists::LetterParam param;

  explicit Sent(lists::Letter const& letter)
      : lines(letter.lines.begin(), letter.lines.end()), param{letter.to, lines, letter.moods, letter.seal} {}
  operator lists::LetterParam const&() const { return param; }
};
using SentLetter = lists::LetterParam;
#else
using Sent = lists::Letter const&;
using SentLetter = lists::Letter;
#endif

void texts() {
  using namespace lists;
  {
    LEAVES_NOTHING;
    auto const [a, b, c, d, e, f, g, h, i, j] =
        Limits(limits<uint8_t>, limits<int8_t>, limits<uint16_t>, limits<int16_t>, limits<uint32_t>, limits<int32_t>,
               limits<uint64_t>, limits<int64_t>, limits<float>, limits<double>);
    CHECK(has_limits(a) && has_limits(b) && has_limits(c) && has_limits(d) && has_limits(e));
    CHECK(has_limits(f) && has_limits(g) && has_limits(h) && has_limits(i) && has_limits(j));
  }
  std::string_view const lines[] = {"", "a line", "Grüße 🚀"};
  std::span<std::string_view const> const pages[] = {lines, {}, lines};
  Lines const owned = {"", "a line", "Grüße 🚀"};
  CHECK(EchoPages(pages) == Pages{owned, {}, owned});
  CHECK(EchoPages({}).empty());

  std::vector<Letter> letters;
  letters.push_back({"Ada", owned, {Mood::kMerry, Mood::kCalm}, wit::vector<uint8_t>{1, 2, 3}});
  letters.push_back({std::nullopt, {}, {}, wit::unexpected(Mood::kCross)});
  for (Letter const& letter : letters) {
    Sent sent(letter);
    CHECK(same(EchoLetter(sent), letter));
  }
  Sent first_letter(letters[0]);
  Sent second_letter(letters[1]);
  SentLetter const as_sent[] = {first_letter, second_letter};
  auto const echoed = EchoLetters(as_sent);
  CHECK(echoed.size() == 2 && same(echoed[0], letters[0]) && same(echoed[1], letters[1]));
  CHECK(letters[0].to == "Ada"sv && letters[0].lines == owned);

  std::optional<Mood> const moods[] = {Mood::kMerry, std::nullopt, Mood::kCalm};
  auto const back = EchoMoods(moods);
  CHECK(back.size() == 3 && back[0] == moods[0] && back[1] == moods[1] && back[2] == moods[2]);
  wit::expected<void, Mood> const outcomes[] = {{}, wit::unexpected(Mood::kMerry), wit::unexpected(Mood::kCalm)};
  auto const ended = EchoOutcomes(outcomes);
  CHECK(ended.size() == 3 && ended[0].has_value() && ended[1].error() == Mood::kMerry && ended[2].error() == Mood::kCalm);

  std::optional<std::span<std::string_view const>> const some[] = {std::span(lines), std::nullopt,
                                                                  std::span<std::string_view const>()};
  CHECK(CountLines(lines, owned, some) == 9);
  CHECK(CountLines(std::nullopt, wit::unexpected(owned), {}) == 3);
  std::string_view const last[] = {"last"};
  CHECK(Joined(lines, last) == Lines{"", "a line", "Grüße 🚀", "last"});
  CHECK(Joined({}, {}).empty());
  auto const [first, second] = Twice(lines);
  CHECK(first == owned && second == owned);
}

void looks() {
  using namespace lent;
  constexpr uint64_t late = most<uint64_t>;
  Reading const readings[] = {{late, 1.5}, {late, -0.25}};
  uint32_t const numbers[] = {1, 2, most<uint32_t>};
  int16_t const three[] = {1, 2, 3};
  CHECK_LENDS(Length("Grüße 🚀") == 12);
  CHECK_LENDS(Sum(numbers) == 3 + uint64_t{most<uint32_t>});
  CHECK_LENDS(Total(readings) == 1.25);
  CHECK_LENDS(Both({"three", three}) == 8);
  CHECK_COSTS_NOTHING(Length("") == 0 && Sum({}) == 0 && Total({}) == 0.0);
  CHECK_COSTS_NOTHING((Keep(7), Kept() == 7));
}

}  // namespace

void exports::runner::Run() {
  sums();
  numbers();
  flags();
  texts();
  looks();
}
