// The class behind resource Symbol of world exporter: made once by wit-gen and yours from now on.
// Add members, implement the functions here or in a source file, make methods const that can be.

#pragma once

#include "exporter_cpp.h"

namespace exports::demo::names::globals {

class Symbol : public wit::ResourceExportBase<Symbol> {
public:
  Symbol();
};

}  // namespace exports::demo::names::globals
