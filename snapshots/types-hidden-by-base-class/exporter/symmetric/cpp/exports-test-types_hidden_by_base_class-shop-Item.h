// The class behind resource Item of world exporter: made once by wit-gen and yours from now on.
// Add members, implement the functions here or in a source file, make methods const that can be.

#pragma once

#include "exporter_cpp.h"

namespace exports::test::types_hidden_by_base_class::shop {

class Item : public wit::ResourceExportBase<Item> {
public:
  Item(
      ::exports::test::types_hidden_by_base_class::shop::Owned o);

  wit::vector<::exports::test::types_hidden_by_base_class::shop::Owned> History(
      ::exports::test::types_hidden_by_base_class::shop::Deregister d);
};

}  // namespace exports::test::types_hidden_by_base_class::shop
