// The parameters of exported functions with `--api views`: their types are those of wit-bindgen's symmetric style, and
// what arrives in them is what was sent. Handles may be moved out of a span of owners; the rest is dropped.

#include "exporter_cpp.h"
#include "importer_cpp.h"
#include "values.h"

#include <ranges>

namespace exports::test::received_views::checks {

template <class A, class B>
using Map = std::span<std::pair<A, B> const>;
using std::array;
using std::optional;
using std::reference_wrapper;
using std::span;
using std::string_view;
using std::tuple;
using wit::string;
using wit::vector;

/// The types of a function's parameters.
template <class Function, class... Parameters>
inline constexpr bool takes = false;
template <class Result, class... Parameters>
inline constexpr bool takes<Result(Parameters...), Parameters...> = true;

// Written down from the rules of wit-bindgen's C++ generator, one for each kind of type. Numbers, enums and flags are
// themselves, and a string is looked at, whatever its name.
static_assert(takes<decltype(Scalars), bool, uint8_t, uint32_t, double, Color, Rights>);
static_assert(takes<decltype(Texts), string_view, string_view>);
// A list is a span of what owns its content.
static_assert(takes<
              decltype(Lists), span<uint32_t const>, span<string const>, span<vector<string> const>, span<Label const>,
              span<uint32_t const>, span<optional<string> const>, span<tuple<string, vector<string>> const>,
              span<Choice const>, span<wit::expected<string, uint32_t> const>, span<array<string, 2> const>,
              span<wit::unordered_map<string, uint32_t> const>>);
// A map is a span of pairs of views.
static_assert(takes<decltype(Maps), Map<string_view, uint32_t>, Map<uint32_t, span<string_view const>>>);
// Lists of fixed length and tuples have each part as it would be by itself.
static_assert(takes<
              decltype(Arrays), array<uint16_t, 2>, array<string_view, 2>, array<span<string const>, 1>,
              array<Label, 1>>);
static_assert(takes<
              decltype(Tuples), tuple<uint8_t, uint8_t>, tuple<string_view, span<string const>>,
              tuple<optional<string>, Label, Map<string_view, uint32_t>>,
              tuple<tuple<string_view, uint8_t>, array<string_view, 1>>>);
// Options, results, records and variants own their content.
static_assert(takes<
              decltype(Options), optional<string>, optional<vector<string>>, optional<tuple<string, uint8_t>>,
              wit::expected<string, vector<uint8_t>>>);
static_assert(takes<decltype(Named), Label, Choice>);
// A span of what owns a handle is not const.
static_assert(takes<
              decltype(Handles), Thing::Owned, reference_wrapper<Thing const>, span<Thing::Owned>,
              span<reference_wrapper<Thing const> const>, optional<Thing::Owned>,
              span<tuple<Thing::Owned, string>>>);
static_assert(takes<decltype(EveryOther), span<Thing::Owned>, bool>);

namespace {

/// What arrived, as text: parts in turn, lists in brackets.
class Text {
public:
  template <class... Parts>
  static string of(Parts const&... parts) {
    Text text;
    (text.add(parts), ...);
    return string(text.text_);
  }

private:
  void add(std::string_view text) { text_ += '"' + std::string(text) + '"'; }
  void add(wit::string const& text) { add(text.get_view()); }
  void add(uint32_t number) { text_ += std::to_string(number) + ' '; }
  void add(Label const& label) { add(label.text), add(label.tags); }
  void add(Choice const& choice) {
    if (auto const* label = std::get_if<Choice::Label>(&choice.variants)) add(label->value);
    else text_ += '-';
  }
  template <class T>
  void add(optional<T> const& value) {
    if (value) add(*value);
    else text_ += '-';
  }
  template <class T, class E>
  void add(wit::expected<T, E> const& value) {
    if (value.has_value()) return add(*value);
    text_ += '!';
    add(value.error());
  }
  template <class A, class B>
  void add(std::pair<A, B> const& pair) {
    add(pair.first), add(pair.second);
  }
  template <class... Items>
  void add(tuple<Items...> const& items) {
    std::apply([&](auto const&... each) { (add(each), ...); }, items);
  }
  void add(Thing const& thing) { add(thing.Names({})); }
  void add(Thing::Owned const& thing) { add(*thing); }
  void add(reference_wrapper<Thing const> thing) { add(thing.get()); }
  template <class List>
    requires(std::ranges::range<List> && !std::is_convertible_v<List, std::string_view>)
  void add(List const& list) {
    text_ += '[';
    for (auto const& each : list) add(each);
    text_ += ']';
  }

  std::string text_;
};

}  // namespace

uint32_t Scalars(bool a, uint8_t b, uint32_t c, double d, Color e, Rights f) {
  return a && d == 1.5 && e == Color::kGreen && f == Rights::kWrite ? b + c : 0;
}
string Texts(string_view a, string_view b) { return Text::of(a, b); }
string Lists(
    span<uint32_t const> plain,
    span<string const> texts,
    span<vector<string> const> nested,
    span<Label const> labels,
    span<uint32_t const> chars,
    span<optional<string> const> options,
    span<Pair const> tuples,
    span<Choice const> choices,
    span<wit::expected<string, uint32_t> const> results,
    span<array<string, 2> const> arrays,
    span<wit::unordered_map<string, uint32_t> const> maps) {
  return Text::of(plain, texts, nested, labels, chars, options, tuples, choices, results, arrays, maps);
}
string Maps(Map<string_view, uint32_t> a, Map<uint32_t, span<string_view const>> b) { return Text::of(a, b); }
string Arrays(array<uint16_t, 2> a, array<string_view, 2> b, array<span<string const>, 1> c, array<Label, 1> d) {
  return Text::of(a, b, c, d);
}
string Tuples(
    tuple<uint8_t, uint8_t> a,
    tuple<string_view, span<string const>> b,
    tuple<optional<string>, Label, Map<string_view, uint32_t>> c,
    tuple<tuple<string_view, uint8_t>, array<string_view, 1>> d) {
  return Text::of(a, b, c, d);
}
string Options(
    optional<string> a,
    optional<vector<string>> b,
    optional<tuple<string, uint8_t>> c,
    wit::expected<string, vector<uint8_t>> d) {
  return Text::of(a, b, c, d);
}
string Named(Label a, Choice b) { return Text::of(a, b); }
string Handles(
    Thing::Owned a,
    reference_wrapper<Thing const> b,
    span<Thing::Owned> c,
    span<reference_wrapper<Thing const> const> d,
    optional<Thing::Owned> e,
    span<tuple<Thing::Owned, string>> f) {
  // One of each kind is taken away and dropped early; nothing may drop it twice.
  string const text = Text::of(a, b, c, d, e, f);
  Thing::Owned const taken = std::move(c[0]);
  Thing::Owned const other = std::get<0>(std::move(f[0]));
  return text;
}
vector<Thing::Owned> EveryOther(span<Thing::Owned> all, bool none) {
  if (none) return {};
  auto taken = vector<Thing::Owned>::allocate((all.size() + 1) / 2);
  for (size_t index = 0; index < all.size(); index += 2) taken.initialize(index / 2, std::move(all[index]));
  return taken;
}

}  // namespace exports::test::received_views::checks

using namespace ::test::received_views::checks;
using Object = exports::test::received_views::checks::Thing;
using std::string_view;

namespace {

Thing thing_of(string_view name) { return Thing(std::span(&name, 1)); }

}  // namespace

int main() {
  string_view const words[] = {"a", "", "long enough to have memory of its own"};
  std::string const quoted = R"(["a""""long enough to have memory of its own"])";
  std::span<string_view const> const lists[] = {words, {}};
  Label const label = {"text", {"tag"}};
  std::pair<string_view, uint32_t> const entries[] = {{"one", 1u}, {"", 2u}};
  {
    CHECK(Scalars(true, 1, 'x', 1.5, Color::kGreen, Rights::kWrite) == 'x' + 1u);
    CHECK(Texts("a", "") == R"("a""")");

    uint32_t const numbers[] = {1, 2};
    std::optional<string_view> const options[] = {"a", std::nullopt};
    std::tuple<string_view, std::span<string_view const>> const tuples[] = {{"key", words}};
    Choice const choices[] = {{Choice::Label{label}}, {Choice::None{}}};
    wit::expected<wit::string, uint32_t> const results[] = {wit::string("good"), wit::unexpected(7u)};
    std::array<string_view, 2> const arrays[] = {{"x", "y"}};
    std::span<std::pair<string_view, uint32_t> const> const maps[] = {entries, {}};
    CHECK(
        Lists(numbers, words, lists, {&label, 1}, numbers, options, tuples, choices, results, arrays, maps) ==
        "[1 2 ]" + quoted + "[" + quoted + "[]]" + R"(["text"["tag"]])" + "[1 2 ]" + R"(["a"-])" + R"(["key")" + quoted + "]" +
            R"(["text"["tag"]-])" + R"(["good"!7 ])" + R"([["x""y"]])" + R"([["one"1 ""2 ][]])");
    CHECK(Lists({}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}) == "[][][][][][][][][][][]");

    std::pair<uint32_t, std::span<string_view const>> const by_number[] = {{3, words}};
    CHECK(Maps(entries, by_number) == R"(["one"1 ""2 ][3 )" + quoted + "]");
    CHECK(Arrays({1, 2}, {"x", "y"}, {words}, {label}) == R"([1 2 ]["x""y"])" + ("[" + quoted) + R"(]["text"["tag"]])");
    CHECK(
        Tuples({1, 2}, {"b", words}, {"c", label, entries}, {{"d", 3}, {"e"}}) ==
        R"(1 2 "b")" + quoted + R"("c""text"["tag"]["one"1 ""2 ]"d"3 ["e"])");
    CHECK(Options("a", words, std::tuple(string_view("c"), 3), wit::unexpected(wit::vector<uint8_t>{1})) == R"("a")" + quoted + R"("c"3 ![1 ])");
    CHECK(Options({}, {}, {}, wit::string("d")) == R"(---"d")");
    CHECK(Named(label, {Choice::Label{label}}) == R"("text"["tag"]"text"["tag"])");

    Thing const lent = thing_of("lent");
    Thing all[] = {thing_of("c0"), thing_of("c1")};
    std::reference_wrapper<Thing const> const borrowed[] = {lent, lent};
    std::tuple<Thing, string_view> held[] = {{thing_of("f0"), "0"}, {thing_of("f1"), "1"}};
    CHECK(Object::alive == 5);
    CHECK(
        Handles(thing_of("a"), lent, all, borrowed, thing_of("e"), held) ==
        R"(["a"]["lent"][["c0"]["c1"]][["lent"]["lent"]]["e"][["f0"]"0"["f1"]"1"])");
    CHECK(Object::alive == 1);

    string_view const more[] = {"more"};
    Thing three[] = {thing_of("0"), thing_of("1"), thing_of("2")};
    auto const taken = EveryOther(three, false);
    CHECK(Object::alive == 3 && taken.size() == 2);
    CHECK(taken[1].Names(more) == wit::vector<wit::string>{"2", "more"});
    Thing two[] = {thing_of("0"), thing_of("1")};
    CHECK(EveryOther(two, true).empty() && Object::alive == 3);
  }
  CHECK(Object::alive == 0);
}
