// A cart that holds another component's.

#pragma once

#include "middle_cpp.h"

#include "../given.h"

#include <algorithm>

namespace exports::test::chain::shop {

class Cart : public wit::ResourceExportBase<Cart> {
public:
  explicit Cart(Text owner) : theirs_(owner) {}
  explicit Cart(::test::chain::shop::Cart theirs) : theirs_(std::move(theirs)) {}

  uint32_t Add(Item item) { return theirs_.Add(std::move(item)) + 100; }
  wit::vector<Item> Items() const {
    auto items = theirs_.Items();
    std::reverse(items.begin(), items.end());
    return items;
  }
  static wit::Owned<Cart> Merge(wit::Owned<Cart> a, wit::Owned<Cart> b) {
    return New(::test::chain::shop::Cart::Merge(std::move(a->theirs_), std::move(b->theirs_)));
  }
  static uint32_t Alive() { return ::test::chain::shop::Cart::Alive(); }

  ::test::chain::shop::Cart& theirs() { return theirs_; }
  ::test::chain::shop::Cart const& theirs() const { return theirs_; }

private:
  ::test::chain::shop::Cart theirs_;
};

}  // namespace exports::test::chain::shop
