// The class behind resource Counter of world app.
#pragma once

#include "app_cpp.h"

namespace exports::test::napi::api {

class Counter : public wit::ResourceExportBase<Counter> {
 public:
  explicit Counter(uint32_t start);
  Counter(Counter const&) = delete;
  Counter& operator=(Counter const&) = delete;
  ~Counter();

  uint32_t Next();
  uint32_t NextAfter(uint32_t how);
  static uint32_t Sum(wit::Owned<Counter> a, wit::Owned<Counter> b);

  uint32_t value;
};

}  // namespace exports::test::napi::api
