#pragma once

#include "exporter_cpp.h"
#include "values.h"

namespace exports::test::fixed_length_lists::arrays {

class Thing : public wit::ResourceExportBase<Thing> {
public:
  explicit Thing(Point at) : at_(at) { ++alive; }
  ~Thing() { --alive; }
  std::array<Point, 4> Corners() const { return {at_, at_, at_, Point{0, 0, 0}}; }

  inline static int alive = 0;

private:
  Point at_;
};

}  // namespace exports::test::fixed_length_lists::arrays
