// The class behind resource Thing of world exporter: made once by wit-gen and yours from now on.
// Add members, implement the functions here or in a source file, make methods const that can be.

#pragma once

#include "exporter_cpp.h"

namespace exports::test::records_of_views::records {

class Thing : public wit::ResourceExportBase<Thing> {
public:
  Thing(Label l);
  Label Get(Plain plain);
  static wit::vector<wit::Owned<Thing>> Merge(std::span<Label const> all);
};

}  // namespace exports::test::records_of_views::records
