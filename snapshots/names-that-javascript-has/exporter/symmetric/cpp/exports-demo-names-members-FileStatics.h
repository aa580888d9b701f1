// The class behind resource FileStatics of world exporter: made once by wit-gen and yours from now on.
// Add members, implement the functions here or in a source file, make methods const that can be.

#pragma once

#include "exporter_cpp.h"

namespace exports::demo::names::members {

class FileStatics : public wit::ResourceExportBase<FileStatics> {
public:
};

}  // namespace exports::demo::names::members
