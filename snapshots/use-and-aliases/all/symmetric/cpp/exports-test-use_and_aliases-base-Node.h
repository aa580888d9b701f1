// The class behind resource Node of world all: made once by wit-gen and yours from now on.
// Add members, implement the functions here or in a source file, make methods const that can be.

#pragma once

#include "all_cpp.h"

namespace exports::test::use_and_aliases::base {

class Node : public wit::ResourceExportBase<Node> {
public:
  Point Value();
};

}  // namespace exports::test::use_and_aliases::base
