// The class behind resource Thing of world both: made once by wit-gen and yours from now on.
// Add members, implement the functions here or in a source file, make methods const that can be.

#pragma once

#include "both_cpp.h"

namespace exports::test::other_names::base {

class Thing : public wit::ResourceExportBase<Thing> {
public:
  Thing();
  uint32_t Value();
};

}  // namespace exports::test::other_names::base
