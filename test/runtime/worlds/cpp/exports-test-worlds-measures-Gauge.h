// A gauge that shows a number: resource gauge of interface measures.

#pragma once

#include "leaf_cpp.h"

namespace exports::test::worlds::measures {

class Gauge : public wit::ResourceExportBase<Gauge> {
public:
  explicit Gauge(double v) : value_(v) { ++alive_; }
  ~Gauge() { --alive_; }

  double Read() const { return value_; }
  static uint32_t Alive() { return alive_; }

private:
  double value_;

  inline static uint32_t alive_ = 0;
};

}  // namespace exports::test::worlds::measures
