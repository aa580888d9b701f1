// The class behind resource Guest of world exporter: made once by wit-gen and yours from now on.
// Add members, implement the functions here or in a source file, make methods const that can be.

#pragma once

#include "exporter_cpp.h"

namespace exports::namespace_::class_::default_ {

class Guest : public wit::ResourceExportBase<Guest> {
public:
  void Get();
};

}  // namespace exports::namespace_::class_::default_
