// The class behind resource Link of world exporter: made once by wit-gen and yours from now on.
// Add members, implement the functions here or in a source file, make methods const that can be.

#pragma once

#include "exporter_cpp.h"

namespace exports::test::constructor_of_its_own_class::chain {

/// In C++ a constructor that takes one object of its class would be the move constructor.
class Link : public wit::ResourceExportBase<Link> {
public:
  Link(wit::Owned<Link> previous);
};

}  // namespace exports::test::constructor_of_its_own_class::chain
