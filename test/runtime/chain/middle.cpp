//@ [views]
//@ args = '--api-style symmetric'

// World middle of test.wit: hands everything on, changed a little, in carts of its own.

#include "middle_cpp.h"

#include "../given.h"

#include <string>

namespace exports::test::chain::shop {

namespace theirs = ::test::chain::shop;

namespace {

Trouble ours(theirs::Trouble trouble) {
  return trouble == theirs::Trouble::kClosed ? Trouble::kClosed : Trouble::kEmpty;
}

}  // namespace

Verdict Judge(Item item) {
  if (!item.name.empty()) item.name = wit::string(item.name.to_string() + "!");
  return theirs::Judge(std::move(item));
}

wit::expected<wit::vector<Item>, Trouble> Buy(wit::Owned<Cart> cart) {
  auto bought = theirs::Buy(std::move(cart->theirs()));
  if (!bought) return wit::unexpected(ours(bought.error()));
  return std::move(*bought);
}

wit::expected<uint32_t, wit::string> Look(std::reference_wrapper<Cart const> cart) {
  return theirs::Look(cart.get().theirs());
}

wit::expected<float, Item> Weigh(Item item) { return theirs::Weigh(std::move(item)); }
wit::expected<double, Verdict> Price(Item item) { return theirs::Price(std::move(item)); }
wit::expected<uint32_t, wit::Void> Half(uint32_t n) { return theirs::Half(n); }

wit::expected<wit::expected<void, wit::string>, Trouble> Nested(uint32_t how) {
  auto nested = theirs::Nested(how);
  if (!nested) return wit::unexpected(ours(nested.error()));
  return std::move(*nested);
}

}  // namespace exports::test::chain::shop
