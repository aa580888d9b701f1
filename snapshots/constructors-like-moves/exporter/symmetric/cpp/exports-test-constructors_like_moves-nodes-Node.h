// The class behind resource Node of world exporter: made once by wit-gen and yours from now on.
// Add members, implement the functions here or in a source file, make methods const that can be.

#pragma once

#include "exporter_cpp.h"

namespace exports::test::constructors_like_moves::nodes {

class Node : public wit::ResourceExportBase<Node> {
public:
  Node(wit::Owned<Node> inner);
};

}  // namespace exports::test::constructors_like_moves::nodes
