// A cart with an owner and items.

#pragma once

#include "leaf_cpp.h"

#include "../given.h"

#include <vector>

namespace exports::test::chain::shop {

class Cart : public wit::ResourceExportBase<Cart> {
public:
  explicit Cart(Text owner) : owner_(owned(owner)) { ++alive_; }
  ~Cart() { --alive_; }

  uint32_t Add(Item item) {
    items_.push_back(std::move(item));
    return static_cast<uint32_t>(items_.size());
  }
  wit::vector<Item> Items() const { return wit::vector<Item>::from_view(std::span(items_)); }
  static wit::Owned<Cart> Merge(wit::Owned<Cart> a, wit::Owned<Cart> b);
  static uint32_t Alive() { return alive_; }

  wit::string const& owner() const { return owner_; }
  std::vector<Item> const& items() const { return items_; }

private:
  wit::string owner_;
  std::vector<Item> items_;

  inline static uint32_t alive_ = 0;
};

}  // namespace exports::test::chain::shop
