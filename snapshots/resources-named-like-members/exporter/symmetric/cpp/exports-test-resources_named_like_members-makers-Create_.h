// The class behind resource Create_ of world exporter: made once by wit-gen and yours from now on.
// Add members, implement the functions here or in a source file, make methods const that can be.

#pragma once

#include "exporter_cpp.h"

namespace exports::test::resources_named_like_members::makers {

class Create_ : public wit::ResourceExportBase<Create_> {
public:
  static wit::expected<wit::Owned<Create_>, wit::Void> Create(uint32_t size);
};

}  // namespace exports::test::resources_named_like_members::makers
