// The provider in C++.
#include <cstdio>

#include "plugin_cpp.h"

namespace exports::demo::app::api {

Counter::~Counter() { std::puts("a counter of C++ is gone"); }

uint32_t Sum(Point point) { return point.x + point.y; }

wit::string Maker() { return wit::string::from_view("C++"); }

}  // namespace exports::demo::app::api
