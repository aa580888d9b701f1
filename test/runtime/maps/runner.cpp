// World runner of test.wit: what it sends comes back, and is its own still. A provider may keep entries in an order of
// its own, so entries are looked up.

#include "runner_cpp.h"

#include <string_view>
#include <vector>

#include "../check.h"

using namespace std::string_view_literals;
using namespace test::table_values::tables;

namespace {

template <class K, class V>
using Entry = std::pair<K, V>;

/// Whether two maps have the same entries.
template <class Map>
bool same(Map const& a, Map const& b) {
  if (a.size() != b.size()) return false;
  for (auto const& [key, value] : a) {
    auto const found = b.find(key);
    if (found == b.end() || !(found->second == value)) return false;
  }
  return true;
}

Names names() { return {{1, "one"}, {7, ""}, {UINT32_MAX, "Grüße 🚀"}}; }

void plain() {
  LEAVES_NOTHING;
  std::vector<Entry<uint32_t, std::string_view>> const sent = {{1, "one"}, {7, ""}, {UINT32_MAX, "Grüße 🚀"}};
  auto const numbers = Turned(sent);
  CHECK(numbers.size() == 3 && numbers.find("Grüße 🚀"sv)->second == UINT32_MAX && numbers.find(""sv)->second == 7);
  CHECK(sent[0].second == "one" && sent[2].second == "Grüße 🚀");
  CHECK(Turned({}).empty());

  uint8_t const bytes[] = {1, 2};
  Entry<std::string_view, std::span<uint8_t const>> const some[] = {{"a", bytes}, {"", {}}};
  auto const echoed = EchoBytes(some);
  CHECK(echoed.size() == 2 && echoed.find("a"sv)->second == wit::vector<uint8_t>{1, 2} && echoed.find(""sv)->second.empty());

  Entry<uint32_t, std::optional<std::string_view>> const options[] = {{U'ß', "s"}, {U'🚀', std::nullopt}};
  auto const optional = EchoOptions(options);
  CHECK(optional.size() == 2 && optional.find(U'ß')->second == "s"sv && !optional.find(U'🚀')->second);

  CHECK(Squares(0).empty());
  auto const squares = Squares(1000);
  CHECK(squares.size() == 1000 && squares.find(999u)->second == 998001);
}

void inside_others() {
  LEAVES_NOTHING;
  using Inner = std::span<Entry<uint32_t, std::string_view> const>;
  Entry<uint32_t, std::string_view> const inner[] = {{1, "one"}, {7, ""}, {UINT32_MAX, "Grüße 🚀"}};
  Entry<bool, Inner> const halves[] = {{true, inner}, {false, {}}};
  Entry<std::string_view, std::span<Entry<bool, Inner> const>> const nested[] = {{"x", halves}, {"y", {}}};
  auto const back = EchoNested(nested);
  CHECK(back.size() == 2 && back.find("y"sv)->second.empty());
  auto const& x = back.find("x"sv)->second;
  CHECK(x.size() == 2 && x.find(false)->second.empty() && same(x.find(true)->second, names()));

  auto const labelled = EchoLabelled({"label", names()});
  CHECK(labelled.label == "label" && same(labelled.names, names()));

  auto const named = EchoEntries({Entries::Named{names()}});
  CHECK(same(std::get<Entries::Named>(named.variants).value, names()));
  auto const tinted = EchoEntries({Entries::Tinted{{{7, {Tint::kBlue, Tint::kGreen}}, {0, {}}}}});
  auto const& tints = std::get<Entries::Tinted>(tinted.variants).value;
  CHECK(tints.size() == 2 && tints.find(7)->second == wit::vector<Tint>{Tint::kBlue, Tint::kGreen} && tints.find(0)->second.empty());
  CHECK(EchoEntries({Entries::None{}}).variants.index() == 2);

  using Result = wit::expected<Names, wit::string>;
  CHECK(same(EchoResult(Result(names())).value(), names()));
  CHECK(EchoResult(Result(wit::unexpected(wit::string("why")))).error() == "why");

  Entry<std::string_view, uint32_t> const numbers[] = {{"n", 5}};
  auto const [first, second] = EchoPair(inner, numbers);
  CHECK(same(first, names()) && second.size() == 1 && second.find("n"sv)->second == 5);

  using Cell = std::tuple<uint8_t, std::string_view>;
  Entry<int64_t, Cell> const row[] = {{-1, {255, "minus"}}, {INT64_MAX, {0, ""}}};
  std::span<Entry<int64_t, Cell> const> const rows[] = {row, {}};
  auto const table = EchoList(rows);
  CHECK(table.size() == 2 && table[1].empty() && table[0].size() == 2);
  CHECK(table[0].find(-1)->second == std::tuple<uint8_t, wit::string>(255, "minus"));
  CHECK(std::get<0>(row[0].second) == 255 && std::get<1>(row[0].second) == "minus");
}

}  // namespace

void exports::runner::Run() {
  plain();
  inside_others();
}
