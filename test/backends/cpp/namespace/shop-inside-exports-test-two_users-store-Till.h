#pragma once

#include "provider_cpp.h"

namespace shop::inside::exports::test::two_users::store {

class Till : public wit::ResourceExportBase<Till> {
public:
  explicit Till(wit::string name) : name_(std::move(name)) {}
  wit::string Name() { return wit::string::from_view(name_.get_view()); }
  uint32_t Add(Line line) { return sum_ += line.price; }

private:
  wit::string name_;
  uint32_t sum_ = 100;
};

}  // namespace shop::inside::exports::test::two_users::store
