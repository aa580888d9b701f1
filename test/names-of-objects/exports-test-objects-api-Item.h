#pragma once

#include "plugin_cpp.h"

#include <string>

namespace exports::test::objects::api {

class Item : public wit::ResourceExportBase<Item> {
public:
  Item(uint32_t number);
  static wit::Owned<Item> Constructor(uint32_t number);
  uint32_t Number() const;
  wit::string ToString() const;

private:
  uint32_t number_;
};

}  // namespace exports::test::objects::api
