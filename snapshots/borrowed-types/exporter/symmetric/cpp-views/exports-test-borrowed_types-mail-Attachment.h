// The class behind resource Attachment of world exporter: made once by wit-gen and yours from now on.
// Add members, implement the functions here or in a source file, make methods const that can be.

#pragma once

#include "exporter_cpp.h"

namespace exports::test::borrowed_types::mail {

class Attachment : public wit::ResourceExportBase<Attachment> {
public:
  Attachment(std::string_view name, std::span<wit::vector<uint8_t> const> parts);
  std::optional<wit::string> Rename(std::tuple<std::string_view, Color> names);
};

}  // namespace exports::test::borrowed_types::mail
