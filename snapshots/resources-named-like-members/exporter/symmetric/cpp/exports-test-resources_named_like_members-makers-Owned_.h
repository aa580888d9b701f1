// The class behind resource Owned_ of world exporter: made once by wit-gen and yours from now on.
// Add members, implement the functions here or in a source file, make methods const that can be.

#pragma once

#include "exporter_cpp.h"

namespace exports::test::resources_named_like_members::makers {

class Owned_ : public wit::ResourceExportBase<Owned_> {
public:
  std::optional<wit::Owned<Owned_>> Next();
};

}  // namespace exports::test::resources_named_like_members::makers
