// The class behind resource Thing of world exporter: made once by wit-gen and yours from now on.
// Add members, implement the functions here or in a source file, make methods const that can be.

#pragma once

#include "exporter_cpp.h"

namespace exports::test::received_views::checks {

class Thing : public wit::ResourceExportBase<Thing> {
public:
  Thing(std::span<wit::string const> names);
  ::exports::test::received_views::checks::Names Names(std::span<wit::string const> more);
};

}  // namespace exports::test::received_views::checks
