//@ args = '--features shown'
//@ [views]
//@ args = '--api-style symmetric'

// World tools of test.wit.

#include "tools_cpp.h"

#include "../given.h"

namespace exports::tools {

using ::tools::Frame;
using ::tools::Gauge;
using ::tools::Size;

Gauge AddGauges(std::reference_wrapper<Gauge const> a, std::reference_wrapper<Gauge const> b) {
  return Gauge(a.get().Read() + b.get().Read());
}

wit::expected<Gauge, wit::string> CheckGauge(Gauge&& g) {
  Gauge gauge = std::move(g);
  if (gauge.Read() < 0) return wit::unexpected(wit::string("less than nothing"));
  return gauge;
}

wit::vector<Frame> Framed(List<wit::string> titles, Size size) {
  auto frames = wit::vector<Frame>::allocate(titles.size());
  for (size_t i = 0; i < titles.size(); ++i) frames.initialize(i, {owned(titles[i]), size});
  return frames;
}

uint64_t Area(std::optional<Frame> f) { return f ? uint64_t{f->size.width} * f->size.height : 0; }

}  // namespace exports::tools

// C++ knows an interface of a world by the name of its package alone.
namespace exports::test::worlds {

Result Join(::Text text, List<uint8_t> bytes) { return {owned(text), owned(bytes)}; }

std::optional<Option> Find(::Text text, std::optional<Bytes> bytes) {
  if (!bytes) return std::nullopt;
  return Option{owned(text), std::move(*bytes)};
}

}  // namespace exports::test::worlds
