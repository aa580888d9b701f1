// Uses whatever provides the interface: an object, its method, a function.
#include <cstdio>

#include "user_cpp.h"

int main() {
  demo::app::api::Counter const counter(40);
  demo::app::api::Point const point{counter.Get(), 2};
  std::printf("sum %u by %s\n", demo::app::api::Sum(point), demo::app::api::Maker().to_string().c_str());
}
