#pragma once

#include "exporter_cpp.h"

namespace exports::test::values_as_text::values {

class Thing : public wit::ResourceExportBase<Thing> {};

}  // namespace exports::test::values_as_text::values
