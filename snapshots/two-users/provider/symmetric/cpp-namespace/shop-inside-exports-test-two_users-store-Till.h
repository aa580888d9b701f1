// The class behind resource Till of world provider: made once by wit-gen and yours from now on.
// Add members, implement the functions here or in a source file, make methods const that can be.

#pragma once

#include "provider_cpp.h"

namespace shop::inside::exports::test::two_users::store {

class Till : public wit::ResourceExportBase<Till> {
public:
  Till(wit::string name);
  wit::string Name();
  uint32_t Add(Line line);
};

}  // namespace shop::inside::exports::test::two_users::store
