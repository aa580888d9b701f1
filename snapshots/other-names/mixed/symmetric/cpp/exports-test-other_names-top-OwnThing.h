// The class behind resource OwnThing of world mixed: made once by wit-gen and yours from now on.
// Add members, implement the functions here or in a source file, make methods const that can be.

#pragma once

#include "mixed_cpp.h"

namespace exports::test::other_names::top {

class OwnThing : public wit::ResourceExportBase<OwnThing> {
public:
  static wit::expected<wit::Owned<OwnThing>, wit::string> Create(std::reference_wrapper<Thing const> from);
  Thing Swap(Again&& thing);
};

}  // namespace exports::test::other_names::top
