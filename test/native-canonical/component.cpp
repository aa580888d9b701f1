// A component with canonical bindings as a native library.

#include "exporter_cpp.h"

#include <cstdlib>
#include <string>

namespace exports::demo::app::api {

wit::string Greet(wit::string name) { return wit::string("Hello, " + name.to_string() + "!"); }

Point MovePoint(Point p) {
  ++p.x;
  return p;
}

wit::vector<Point> Sum(wit::vector<Point> points) {
  int32_t x = 0;
  std::string name;
  for (Point const& point : points) {
    x += point.x;
    name += point.name.get_view();
  }
  return {Point{x, wit::string(name)}};
}

std::optional<wit::string> Find(std::optional<uint64_t> k) {
  if (!k) return std::nullopt;
  return wit::string(std::to_string(*k));
}

wit::expected<double, Err> Parse(wit::string s) {
  char* end = nullptr;
  double const value = std::strtod(s.to_string().c_str(), &end);
  if (s.empty()) return wit::expected<double, Err>(wit::unexpect, Err::kBad);
  return value;
}

wit::vector<wit::Owned<Counter>> All() {
  auto counters = wit::vector<wit::Owned<Counter>>::allocate(1);
  counters.initialize(0, Counter::New(7, wit::string("seven")));
  return counters;
}

}  // namespace exports::demo::app::api
