// A dial that shows the negative of what it is set to: resource dial of interface right.

#pragma once

#include "test_cpp.h"

namespace exports::test::resource_forms::right {

class Dial : public wit::ResourceExportBase<Dial> {
public:
  explicit Dial(double v) : value_(v) {}

  double Get() const { return -value_; }

private:
  double value_;
};

}  // namespace exports::test::resource_forms::right
