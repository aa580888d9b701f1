// The class behind resource Session of world exporter: made once by wit-gen and yours from now on.
// Add members, implement the functions here or in a source file, make methods const that can be.

#pragma once

#include "exporter_cpp.h"

namespace exports::test::resources::files {

/// May fail to begin.
class Session : public wit::ResourceExportBase<Session> {
public:
  static wit::expected<wit::Owned<Session>, wit::string> Create(wit::string user);
  wit::string User();
};

}  // namespace exports::test::resources::files
