// The provider in C++.
#include <cstdio>

#include "plugin_cpp.h"

#if !defined(MAKER)
#define MAKER "C++"
#endif

namespace exports::demo::app::api {

Counter::~Counter() { std::puts("a counter of " MAKER " is gone"); }

uint32_t Sum(Point point) { return point.x + point.y; }

wit::string Maker() { return wit::string::from_view(MAKER); }

void Consume(Counter::Owned) {}

}  // namespace exports::demo::app::api
