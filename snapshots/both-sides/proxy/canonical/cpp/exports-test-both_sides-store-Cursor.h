// The class behind resource Cursor of world proxy: made once by wit-gen and yours from now on.
// Add members, implement the functions here or in a source file, make methods const that can be.

#pragma once

#include "proxy_cpp.h"

namespace exports::test::both_sides::store {

class Cursor : public wit::ResourceExportBase<Cursor> {
public:
  std::optional<Entry> Next();
};

}  // namespace exports::test::both_sides::store
