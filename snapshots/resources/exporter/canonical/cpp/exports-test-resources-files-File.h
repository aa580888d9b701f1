// The class behind resource File of world exporter: made once by wit-gen and yours from now on.
// Add members, implement the functions here or in a source file, make methods const that can be.

#pragma once

#include "exporter_cpp.h"

namespace exports::test::resources::files {

/// An open file.
class File : public wit::ResourceExportBase<File> {
public:
  /// Opens a file.
  File(wit::string path);

  /// Reads at most `count` bytes.
  wit::vector<uint8_t> Read(uint32_t count);

  /// Writes all of it.
  wit::expected<uint32_t, wit::string> Write(wit::vector<uint8_t> bytes);

  /// One file from two; both are closed.
  static wit::Owned<File> Concat(wit::Owned<File> a, wit::Owned<File> b);
};

}  // namespace exports::test::resources::files
