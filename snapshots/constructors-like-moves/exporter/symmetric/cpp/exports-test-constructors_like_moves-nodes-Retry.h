// The class behind resource Retry of world exporter: made once by wit-gen and yours from now on.
// Add members, implement the functions here or in a source file, make methods const that can be.

#pragma once

#include "exporter_cpp.h"

namespace exports::test::constructors_like_moves::nodes {

class Retry : public wit::ResourceExportBase<Retry> {
public:
  Retry(wit::expected<wit::expected<wit::Owned<Retry>, wit::Void>, wit::Void> last);
  wit::Owned<Retry> Make();
};

}  // namespace exports::test::constructors_like_moves::nodes
