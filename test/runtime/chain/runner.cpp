//@ [coarse]
//@ args = '--ownership coarse-borrowing'

// World runner of test.wit.

#include "runner_cpp.h"

#include "../check.h"

using namespace test::chain::parts;
using namespace test::chain::shop;

void exports::runner::Run() {
  CHECK(std::holds_alternative<Verdict::Fine>(Judge({"plain", Marks::kFragile}).variants));
  CHECK(std::get<Verdict::Wrong>(Judge({"", Marks::kOdd}).variants).value == "no name");
  auto const odd = Judge({"odd", Marks::kOdd | Marks::kFragile});
  auto const& item = std::get<Verdict::Doubtful>(odd.variants).value;
  CHECK(item.name == "odd!" && item.marks == (Marks::kOdd | Marks::kFragile));

  CHECK(Weigh({"heavy", Marks::kOdd}).value() == 1.5f);
  CHECK(Weigh({"light", Marks::k_None}).error().name == "light");
  CHECK(Price({"fine", Marks::k_None}).value() == -0.25);
  CHECK(std::get<Verdict::Wrong>(Price({"", Marks::k_None}).error().variants).value == "no name");
  CHECK(std::get<Verdict::Doubtful>(Price({"odd", Marks::kOdd}).error().variants).value.name == "odd");
  CHECK_COSTS_NOTHING(Half(6).value() == 3 && !Half(7).has_value());
  CHECK_COSTS_NOTHING(Nested(0).value().has_value());
  CHECK(Nested(1).value().error() == "inner");
  CHECK_COSTS_NOTHING(Nested(2).error() == Trouble::kClosed);

  {
    LEAVES_NOTHING;
    Cart ada("Ada");
    Cart eve("Eve");
    CHECK(Cart::Alive() == 2);
    CHECK(Look(ada).error() == "Ada");
    CHECK_ONLY(ada.Add({"a", Marks::k_None}) == 101);
    CHECK_ONLY(ada.Add({"b", Marks::kOdd}) == 102);
    CHECK_ONLY(eve.Add({"c", Marks::k_None}) == 101);
    CHECK_COSTS_NOTHING(Look(ada).value() == 2);
    auto both = Cart::Merge(std::move(ada), std::move(eve));
    CHECK(Cart::Alive() == 1);
    auto const items = both.Items();
    CHECK(items.size() == 3 && items[0].name == "c" && items[1].name == "b" && items[2].name == "a");
    CHECK_ONLY(Buy(std::move(both)).value().size() == 3);
    CHECK(Buy(Cart("nobody")).error() == Trouble::kEmpty);
  }
  CHECK(Cart::Alive() == 0);
}
