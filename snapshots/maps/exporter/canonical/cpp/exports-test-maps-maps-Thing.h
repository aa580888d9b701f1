// The class behind resource Thing of world exporter: made once by wit-gen and yours from now on.
// Add members, implement the functions here or in a source file, make methods const that can be.

#pragma once

#include "exporter_cpp.h"

namespace exports::test::maps::maps {

class Thing : public wit::ResourceExportBase<Thing> {
public:
  Thing(wit::unordered_map<wit::string, uint32_t> parts);
  wit::unordered_map<wit::string, uint32_t> Parts();
};

}  // namespace exports::test::maps::maps
