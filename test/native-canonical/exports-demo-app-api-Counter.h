// The class behind the component's resource.

#pragma once

#include "exporter_cpp.h"

#include <string>

namespace exports::demo::app::api {

class Counter : public wit::ResourceExportBase<Counter> {
public:
  Counter(uint32_t start, wit::string label) : value_(start), label_(label.to_string()) {}

  uint64_t Add(uint64_t n) { return value_ += n; }
  wit::string Label() { return wit::string(label_); }
  static wit::Owned<Counter> Merge(wit::Owned<Counter> a, std::reference_wrapper<Counter const> b) {
    a->Add(b.get().value_);
    return a;
  }

private:
  uint64_t value_;
  std::string label_;
};

}  // namespace exports::demo::app::api
