// The class behind resource Token of world exporter: made once by wit-gen and yours from now on.
// Add members, implement the functions here or in a source file, make methods const that can be.

#pragma once

#include "exporter_cpp.h"

namespace exports::test::resources::files {

/// Has nothing but an identity.
class Token : public wit::ResourceExportBase<Token> {
public:
};

}  // namespace exports::test::resources::files
