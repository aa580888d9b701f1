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

template <class Case, class Echo, class Value>
void comes_back(Echo echo, Value const& value) {
  CHECK(is<Case>(echo({Case{value}}), value));
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
  for (int32_t word : {least<int32_t>, -1, 0}) comes_back<WordOrLong::Word>(EchoWordOrLong, word);
  comes_back<WordOrLong::Long>(EchoWordOrLong, least<int64_t>);
  comes_back<WordOrSingle::Word>(EchoWordOrSingle, -7);
  comes_back<WordOrSingle::Single>(EchoWordOrSingle, -0.5f);
  comes_back<WordOrDouble::Word>(EchoWordOrDouble, most<uint32_t>);
  comes_back<WordOrDouble::Double>(EchoWordOrDouble, 1e300);
  comes_back<LongOrSingle::Long>(EchoLongOrSingle, most<int64_t>);
  comes_back<LongOrSingle::Single>(EchoLongOrSingle, std::numeric_limits<float>::min());
  comes_back<LongOrDouble::Long>(EchoLongOrDouble, most<uint64_t>);
  comes_back<LongOrDouble::Double>(EchoLongOrDouble, least<double>);
  comes_back<SingleOrDouble::Single>(EchoSingleOrDouble, most<float>);
  comes_back<SingleOrDouble::Double>(EchoSingleOrDouble, least<double>);
  comes_back<TextOrLong::Text>(EchoTextOrLong, wit::string("Grüße 🚀"));
  comes_back<TextOrLong::Text>(EchoTextOrLong, wit::string(""));
  comes_back<TextOrLong::Long>(EchoTextOrLong, most<uint64_t>);
  comes_back<BytesOrSingle::Bytes>(EchoBytesOrSingle, wit::vector<uint8_t>{0, 255});
  comes_back<BytesOrSingle::Bytes>(EchoBytesOrSingle, wit::vector<uint8_t>());
  comes_back<BytesOrSingle::Single>(EchoBytesOrSingle, 1.5f);
  for (Uneven const& uneven : all_uneven()) CHECK(same(EchoUneven(uneven), uneven));

  using Arms = wit::expected<uint64_t, wit::string>;
  CHECK(EchoArms(Arms(most<uint64_t>)).value() == most<uint64_t>);
  for (auto why : {"why"sv, ""sv}) CHECK(EchoArms(Arms(wit::unexpected(wit::string(why)))).error() == why);

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
  CHECK(arity::Sixteen(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 1ull << 40) == 120 + (1ull << 40));
  CHECK(arity::Seventeen(255, 65535, most<uint32_t>, 1ull << 40, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, true) ==
        255 + 65535 + uint64_t{most<uint32_t>} + (1ull << 40) + 78 + 1);
  auto const both = arity::Pairwise({1, 2, 3, 4, 5, 6, 7, most<uint64_t> - 1}, {10, 20, 30, 40, 50, 60, 70, 1});
  CHECK(both.a == 11 && both.b == 22 && both.c == 33 && both.d == 44);
  CHECK(both.e == 55 && both.f == 66 && both.g == 77 && both.h == most<uint64_t>);
}

void flags() {
  using namespace widths;
  for (One one : {One::k_None, One::kB0}) CHECK(EchoOne(one) == one);
  for (Eight eight : {Eight::k_None, Eight::kB0 | Eight::kB7}) CHECK(EchoEight(eight) == eight);
  for (Sixteen sixteen : {Sixteen::k_None, Sixteen::kB8 | Sixteen::kB15}) CHECK(EchoSixteen(sixteen) == sixteen);
  for (ThirtyTwo words : {ThirtyTwo::k_None, ThirtyTwo::kB31 | ThirtyTwo::kB0}) CHECK(EchoThirtyTwo(words) == words);
  for (Forty forty : {Forty::k_None, Forty::kB31 | Forty::kB32, Forty::kB39 | Forty::kB0}) CHECK(EchoForty(forty) == forty);
  std::tuple<One, Eight, Sixteen, ThirtyTwo, Forty> const all[] = {
      {One::kB0, Eight::kB6, Sixteen::kB14, ThirtyTwo::kB30, Forty::kB38},
      {One::k_None, Eight::kB1 | Eight::kB7, Sixteen::k_None, ThirtyTwo::kB31, Forty::k_None},
  };
  auto const echoed = EchoAll(all);
  CHECK(echoed.size() == 2 && echoed[0] == all[0] && echoed[1] == all[1]);
  CHECK(EchoAll({}).empty());
}

bool same(lists::Letter const& a, lists::Letter const& b) {
  return a.to == b.to && a.lines == b.lines && a.moods == b.moods && a.seal == b.seal;
}

void texts() {
  using namespace lists;
  std::string_view const lines[] = {"", "a line", "Grüße 🚀"};
  std::span<std::string_view const> const pages[] = {lines, {}, lines};
  Lines const owned = {"", "a line", "Grüße 🚀"};
  CHECK(EchoPages(pages) == Pages{owned, {}, owned});
  CHECK(EchoPages({}).empty());

  std::vector<Letter> letters;
  letters.push_back({"Ada", owned, {Mood::kMerry, Mood::kCalm}, wit::vector<uint8_t>{1, 2, 3}});
  letters.push_back({std::nullopt, {}, {}, wit::unexpected(Mood::kCross)});
  for (Letter const& letter : letters) CHECK(same(EchoLetter(letter), letter));
  auto const echoed = EchoLetters(letters);
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

}  // namespace

void exports::runner::Run() {
  sums();
  numbers();
  flags();
  texts();
}
