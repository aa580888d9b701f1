// The class behind resource Thing of world exporter: made once by wit-gen and yours from now on.
// Add members, implement the functions here or in a source file, make methods const that can be.

#pragma once

#include "exporter_cpp.h"

namespace exports::test::tuples_as_results::pairs {

class Thing : public wit::ResourceExportBase<Thing> {
public:
};

}  // namespace exports::test::tuples_as_results::pairs
