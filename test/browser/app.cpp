// World app of app.wit.

#include "app_cpp.h"

#include <utility>

namespace host = ::test::browser::host;

namespace exports::test::browser::api {

std::optional<Point> Farthest(wit::vector<Point> points) {
  Point* found = nullptr;
  auto const distance = [](Point const& point) { return point.x * point.x + point.y * point.y; };
  for (Point& point : points)
    if (!found || distance(point) > distance(*found)) found = &point;
  return found ? std::optional<Point>(std::move(*found)) : std::nullopt;
}

wit::string Twice(wit::string text) {
  std::string both(text.get_view());
  both += text.get_view();
  return wit::string::from_view(both);
}

wit::vector<uint32_t> Numbers(uint32_t count) {
  auto all = wit::vector<uint32_t>::allocate(count);
  for (uint32_t index = 0; index < count; ++index) all.initialize(index, uint32_t(index));
  return all;
}

uint32_t Alive() { return Counter::Alive(); }

uint32_t Tell(wit::string name, wit::vector<wit::string> lines) {
  host::Sink const sink(name.get_view());
  uint32_t count = 0;
  for (wit::string const& line : lines) count = sink.Write(line.get_view());
  return count;
}

wit::expected<uint64_t, wit::string> Ask(wit::string text) { return host::Parse(text.get_view()); }

void Crash() { __builtin_trap(); }

}  // namespace exports::test::browser::api
