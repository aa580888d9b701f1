#pragma once

#include "plugin_cpp.h"

namespace exports::test::objects::api {

class Other : public wit::ResourceExportBase<Other> {
public:
  Other();
  uint32_t Constructor(uint32_t number);
};

}  // namespace exports::test::objects::api
