// The class behind resource Counter of world exporter: made once by wit-gen and yours from now on.
// Add members, implement the functions here or in a source file, make methods const that can be.

#pragma once

#include "exporter_cpp.h"

namespace exports::demo::app::api {

class Counter : public wit::ResourceExportBase<Counter> {
public:
  Counter(uint32_t start, wit::string label);
  uint64_t Add(uint64_t n);
  wit::string Label();
  static wit::Owned<Counter> Merge(wit::Owned<Counter> a, std::reference_wrapper<Counter const> b);
};

}  // namespace exports::demo::app::api
