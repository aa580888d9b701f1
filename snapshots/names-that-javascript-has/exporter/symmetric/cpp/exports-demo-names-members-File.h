// The class behind resource File of world exporter: made once by wit-gen and yours from now on.
// Add members, implement the functions here or in a source file, make methods const that can be.

#pragma once

#include "exporter_cpp.h"

namespace exports::demo::names::members {

class File : public wit::ResourceExportBase<File> {
public:
  File(wit::string path);
  wit::Owned<File> New_();
  void Static();
  A Get();
  ABC Then();
  static void Prototype();
  static wit::string Name();
  static uint32_t Length();
  static void Call();
  static wit::Owned<File> Constructor(wit::string path);
};

}  // namespace exports::demo::names::members
