// The class behind resource Tree of world exporter: made once by wit-gen and yours from now on.
// Add members, implement the functions here or in a source file, make methods const that can be.

#pragma once

#include "exporter_cpp.h"

namespace exports::test::constructors_like_moves::nodes {

class Tree : public wit::ResourceExportBase<Tree> {
public:
  Tree(std::reference_wrapper<Tree const> from);
};

}  // namespace exports::test::constructors_like_moves::nodes
