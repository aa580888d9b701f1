//@ [views]
//@ args = '--api-style symmetric'

// World leaf of test.wit.

#include "leaf_cpp.h"

#include "../given.h"

#include <string>

namespace exports::test::chain::shop {

wit::Owned<Cart> Cart::Merge(wit::Owned<Cart> a, wit::Owned<Cart> b) {
  auto both = New(wit::string(a->owner_.to_string() + " and " + b->owner_.to_string()));
  both->items_ = std::move(a->items_);
  for (Item& item : b->items_) both->items_.push_back(std::move(item));
  return both;
}

Verdict Judge(Item item) {
  if (item.name.empty()) return {Verdict::Wrong{wit::string("no name")}};
  if ((item.marks & ::test::chain::parts::Marks::kOdd) == ::test::chain::parts::Marks::kOdd) {
    return {Verdict::Doubtful{std::move(item)}};
  }
  return {Verdict::Fine{}};
}

wit::expected<wit::vector<Item>, Trouble> Buy(wit::Owned<Cart> cart) {
  if (cart->items().empty()) return wit::unexpected(Trouble::kEmpty);
  return cart->Items();
}

wit::expected<uint32_t, wit::string> Look(std::reference_wrapper<Cart const> cart) {
  if (cart.get().items().empty()) return wit::unexpected(cart.get().owner());
  return static_cast<uint32_t>(cart.get().items().size());
}

wit::expected<float, Item> Weigh(Item item) {
  if (item.marks == ::test::chain::parts::Marks::k_None) return wit::unexpected(std::move(item));
  return 1.5f;
}

wit::expected<double, Verdict> Price(Item item) {
  auto verdict = Judge(std::move(item));
  if (std::holds_alternative<Verdict::Fine>(verdict.variants)) return -0.25;
  return wit::unexpected(std::move(verdict));
}

wit::expected<uint32_t, wit::Void> Half(uint32_t n) {
  if (n % 2 == 1) return wit::unexpected(wit::Void());
  return n / 2;
}

wit::expected<wit::expected<void, wit::string>, Trouble> Nested(uint32_t how) {
  using Inner = wit::expected<void, wit::string>;
  if (how == 0) return Inner();
  if (how == 1) return Inner(wit::unexpected(wit::string("inner")));
  return wit::unexpected(Trouble::kClosed);
}

}  // namespace exports::test::chain::shop
