#pragma once

#include "exporter_cpp.h"
#include "values.h"

namespace exports::test::maps::maps {

class Thing : public wit::ResourceExportBase<Thing> {
public:
  template <class Map>
  explicit Thing(Map&& parts) : parts_(own(std::forward<Map>(parts))) {
    ++alive;
  }
  ~Thing() { --alive; }
  wit::unordered_map<wit::string, uint32_t> Parts() const { return parts_; }

  inline static int alive = 0;

private:
  wit::unordered_map<wit::string, uint32_t> parts_;
};

}  // namespace exports::test::maps::maps
