// A dial: resource dial of interface left.

#pragma once

#include "test_cpp.h"

namespace exports::test::resource_forms::left {

class Dial : public wit::ResourceExportBase<Dial> {
public:
  explicit Dial(double v) : value_(v) {}

  double Get() const { return value_; }

private:
  double value_;
};

}  // namespace exports::test::resource_forms::left
