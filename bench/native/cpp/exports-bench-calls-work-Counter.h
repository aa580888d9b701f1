// What implements the resource: one number.

#pragma once

#include "provider_cpp.h"

namespace exports::bench::calls::work {

class Counter : public wit::ResourceExportBase<Counter> {
public:
  explicit Counter(uint32_t start) : value_(start) {}
  uint32_t Add(uint32_t n) { return value_ += n; }

private:
  uint32_t value_;
};

}  // namespace exports::bench::calls::work
