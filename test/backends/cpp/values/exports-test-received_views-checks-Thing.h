#pragma once

#include "exporter_cpp.h"
#include "values.h"

namespace exports::test::received_views::checks {

class Thing : public wit::ResourceExportBase<Thing> {
public:
  explicit Thing(std::span<wit::string const> names) : names_(own(names)) { ++alive; }
  ~Thing() { --alive; }
  checks::Names Names(std::span<wit::string const> more) const {
    std::vector<std::string_view> all(names_.begin(), names_.end());
    all.insert(all.end(), more.begin(), more.end());
    return checks::Names::from_range(all);
  }

  inline static int alive = 0;

private:
  checks::Names names_;
};

}  // namespace exports::test::received_views::checks
