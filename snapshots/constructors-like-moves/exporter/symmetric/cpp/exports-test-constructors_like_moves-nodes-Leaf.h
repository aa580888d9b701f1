// The class behind resource Leaf of world exporter: made once by wit-gen and yours from now on.
// Add members, implement the functions here or in a source file, make methods const that can be.

#pragma once

#include "exporter_cpp.h"

namespace exports::test::constructors_like_moves::nodes {

class Leaf : public wit::ResourceExportBase<Leaf> {
public:
  Leaf(wit::Owned<Leaf> inner, uint32_t weight);
};

}  // namespace exports::test::constructors_like_moves::nodes
