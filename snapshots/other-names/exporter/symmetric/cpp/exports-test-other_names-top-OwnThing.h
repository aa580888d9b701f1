// The class behind resource OwnThing of world exporter: made once by wit-gen and yours from now on.
// Add members, implement the functions here or in a source file, make methods const that can be.

#pragma once

#include "exporter_cpp.h"

namespace exports::test::other_names::top {

class OwnThing : public wit::ResourceExportBase<OwnThing> {
public:
  static wit::expected<wit::Owned<OwnThing>, wit::string> Create(std::reference_wrapper<Thing const> from);
  wit::Owned<Thing> Swap(wit::Owned<Again> thing);
};

}  // namespace exports::test::other_names::top
