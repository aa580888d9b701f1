// A peg somewhere: resource peg of interface arrays.

#pragma once

#include "test_cpp.h"

namespace exports::test::fixed_lists::arrays {

class Peg : public wit::ResourceExportBase<Peg> {
public:
  explicit Peg(Point at) : at_(at) { ++alive_; }
  ~Peg() { --alive_; }

  Point At() const { return at_; }
  static uint32_t Alive() { return alive_; }

private:
  Point at_;

  inline static uint32_t alive_ = 0;
};

}  // namespace exports::test::fixed_lists::arrays
