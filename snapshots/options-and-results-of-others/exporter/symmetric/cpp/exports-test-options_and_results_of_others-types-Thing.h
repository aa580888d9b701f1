// The class behind resource Thing of world exporter: made once by wit-gen and yours from now on.
// Add members, implement the functions here or in a source file, make methods const that can be.

#pragma once

#include "exporter_cpp.h"

namespace exports::test::options_and_results_of_others::types {

/// A fallible constructor, and handles that can be missing.
class Thing : public wit::ResourceExportBase<Thing> {
public:
  static wit::expected<wit::Owned<Thing>, None> Create(Option first, wit::string second);
  std::optional<wit::Owned<Thing>> Next(std::optional<wit::Owned<Thing>> default_);

  wit::expected<wit::vector<wit::string>, None> Try(
      wit::vector<wit::expected<std::reference_wrapper<Thing const>, None>> others);
};

}  // namespace exports::test::options_and_results_of_others::types
