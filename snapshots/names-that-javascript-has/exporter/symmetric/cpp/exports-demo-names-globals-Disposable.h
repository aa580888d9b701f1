// The class behind resource Disposable of world exporter: made once by wit-gen and yours from now on.
// Add members, implement the functions here or in a source file, make methods const that can be.

#pragma once

#include "exporter_cpp.h"

namespace exports::demo::names::globals {

class Disposable : public wit::ResourceExportBase<Disposable> {
public:
  BorrowedNone Get();
};

}  // namespace exports::demo::names::globals
