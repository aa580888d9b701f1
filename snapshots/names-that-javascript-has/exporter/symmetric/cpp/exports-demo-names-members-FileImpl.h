// The class behind resource FileImpl of world exporter: made once by wit-gen and yours from now on.
// Add members, implement the functions here or in a source file, make methods const that can be.

#pragma once

#include "exporter_cpp.h"

namespace exports::demo::names::members {

class FileImpl : public wit::ResourceExportBase<FileImpl> {
public:
};

}  // namespace exports::demo::names::members
