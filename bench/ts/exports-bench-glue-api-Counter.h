// What implements the resource: one number.

#pragma once

#include "calls_cpp.h"

namespace exports::bench::glue::api {

class Counter : public wit::ResourceExportBase<Counter> {
public:
  explicit Counter(uint32_t start) : value_(start) {}
  uint32_t Next() { return ++value_; }

private:
  uint32_t value_;
};

}  // namespace exports::bench::glue::api
