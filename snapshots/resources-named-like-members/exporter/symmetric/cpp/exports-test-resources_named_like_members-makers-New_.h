// The class behind resource New_ of world exporter: made once by wit-gen and yours from now on.
// Add members, implement the functions here or in a source file, make methods const that can be.

#pragma once

#include "exporter_cpp.h"

namespace exports::test::resources_named_like_members::makers {

class New_ : public wit::ResourceExportBase<New_> {
public:
  New_(uint32_t size);
  wit::Owned<New_> Again();
};

}  // namespace exports::test::resources_named_like_members::makers
