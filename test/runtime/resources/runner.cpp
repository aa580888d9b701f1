//@ [fine]
//@ args = '--ownership fine-borrowing'

// World runner of test.wit.

#include "runner_cpp.h"

#include <string>
#include <string_view>
#include <vector>

#include "../check.h"

using namespace std::string_view_literals;
using namespace test::resource_forms;

namespace {

void stamps() {
  LEAVES_NOTHING;
  using home::Album;
  using home::Stamp;
  CHECK(home::Total({Album::Empty{}}) == 0);
  CHECK(home::Total({Album::Single{Stamp(7)}}) == 7);
  CHECK(Stamp::Alive() == 0);

  auto sheet = home::Print("first", 4);
  CHECK(sheet.title == "first" && sheet.stamps.size() == 4 && Stamp::Alive() == 4);
  CHECK(home::Print("none", 0).stamps.empty());
  using Lent = std::reference_wrapper<Stamp const>;
  std::optional<Lent> const lent[] = {sheet.stamps[3], std::nullopt, sheet.stamps[2]};
  CHECK(home::CountLent(lent, Lent(sheet.stamps[1])) == 6);
  CHECK(home::CountLent({}, wit::unexpected(wit::string("four"))) == 4);
  using home::Place;
  CHECK_COSTS_NOTHING(home::AddPlaces({Place::Nowhere{}}, {sheet.stamps[1], {10, sheet.stamps[2]}}) == 13);
  CHECK_COSTS_NOTHING(home::AddPlaces({Place::On{sheet.stamps[3]}}, {sheet.stamps[1], {0, sheet.stamps[1]}}) == 5);
  Place const between = {Place::Between{{sheet.stamps[2], sheet.stamps[3]}}};
  CHECK_COSTS_NOTHING(home::AddPlaces(between, {sheet.stamps[0], {0, sheet.stamps[0]}}) == 5);
  home::Mount const mounts[] = {{100, sheet.stamps[3]}, {0, sheet.stamps[1]}};
  {
    auto const stamps = home::Reprint(mounts);
    CHECK(stamps.size() == 2 && stamps[0].Number() == 103 && stamps[1].Number() == 1 && Stamp::Alive() == 6);
  }
  CHECK(Stamp::Alive() == 4);

#ifdef FINE
  // The stamps are moved out of what the struct looks at.
  sheet = abroad::Stick({sheet.title, sheet.stamps}, Stamp(100));
#else
  sheet = abroad::Stick(std::move(sheet), Stamp(100));
#endif
  CHECK(sheet.stamps[4].Number() == 100 && abroad::Peek(sheet.stamps[4]) == 100);
  auto pair = abroad::Swap({Stamp(1), Stamp(2)});
  CHECK(pair.first.Number() == 2 && pair.second.Number() == 1 && Stamp::Alive() == 7);
  auto [two, one] = far_away::Split(std::move(pair));
  CHECK(two.Number() == 2 && one.Number() == 1);

  auto sheets = wit::vector<home::Sheet>::allocate(3);
  auto last = wit::vector<Stamp>::allocate(2);
  last.initialize(0, std::move(two));
  last.initialize(1, std::move(one));
  sheets.initialize(0, std::move(sheet));
  sheets.initialize(1, {});
  sheets.initialize(2, {"two", std::move(last)});
  CHECK_ONLY(home::Total({Album::Several{std::move(sheets)}}) == 109);
}

void twins() {
  LEAVES_NOTHING;
  CHECK(left::Side() == "left" && right::Side() == "right");
  CHECK(left::Dial(1.5).Get() == 1.5 && right::Dial(1.5).Get() == -1.5);
}

void name_tags() {
  LEAVES_NOTHING;
  using kebab_case_names::NameTag;
  using kebab_case_names::Refusal;
  CHECK_COSTS_NOTHING(NameTag::Create("").error() == Refusal::kEmpty);
  std::string const long_name(21, 'x');
  CHECK_LENDS(NameTag::Create(long_name).error() == Refusal::kTooLong);
  auto a = NameTag::Create("Ada").value();
  auto const b = NameTag::Create("Grüße 🚀").value();
  NameTag::SwapNames(a, b);
  CHECK(a.Get() == "Grüße 🚀" && b.Get() == "Ada");
  CHECK_COSTS_NOTHING(b.Rename("").error() == Refusal::kEmpty);
  CHECK_ONLY(b.Rename("Eve").has_value());
  CHECK(b.Letters() == wit::vector<uint32_t>{'E', 'v', 'e'});
  CHECK(a.Letters()[6] == U'🚀');
  std::string_view const suffixes[] = {"", "!"};
  CHECK(b.WithSuffixes(suffixes) == wit::vector<wit::string>{"Eve", "Eve!"});
  CHECK(b.WithSuffixes({}).empty());
  CHECK_ONLY(NameTag::IntoName(std::move(a)) == "Grüße 🚀");
}

}  // namespace

void exports::runner::Run() {
  stamps();
  twins();
  name_tags();
  CHECK(home::Stamp::Alive() == 0);
}
