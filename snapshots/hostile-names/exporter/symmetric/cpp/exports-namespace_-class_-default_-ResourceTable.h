// The class behind resource ResourceTable of world exporter: made once by wit-gen and yours from now on.
// Add members, implement the functions here or in a source file, make methods const that can be.

#pragma once

#include "exporter_cpp.h"

namespace exports::namespace_::class_::default_ {

class ResourceTable : public wit::ResourceExportBase<ResourceTable> {
public:
  ResourceTable(wit::string new_);
  uint32_t Handle();
  uint32_t TakeHandle();
  static uint32_t FromHandle(uint32_t handle);
  void Drop();
  static wit::Owned<ResourceTable> New_();
  wit::string IntoInner();
};

}  // namespace exports::namespace_::class_::default_
