// A counter that says how many there are: resource counter of interface api.

#pragma once

#include "app_cpp.h"

namespace exports::test::browser::api {

class Counter : public wit::ResourceExportBase<Counter> {
public:
  explicit Counter(uint64_t start) : value_(start) { ++alive_; }
  ~Counter() { --alive_; }

  uint64_t Next() { return ++value_; }
  static uint32_t Alive() { return alive_; }

private:
  uint64_t value_;

  inline static uint32_t alive_ = 0;
};

}  // namespace exports::test::browser::api
