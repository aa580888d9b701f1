//@ args = '--features shown'
//@ [coarse]
//@ args = '--ownership coarse-borrowing'

// World runner of test.wit.

#include "runner_cpp.h"

#include <string_view>

#include "../check.h"

using namespace runner;

namespace {

/// How a frame is sent.
#ifdef COARSE
FrameParam seen(Frame const& frame) { return {frame.title, frame.size}; }
#else
Frame seen(Frame const& frame) { return frame; }
#endif

}  // namespace

void exports::runner::Run() {
  {
    LEAVES_NOTHING;
    Gauge a(1.5);
    Gauge const b(-3.0);
    auto sum = AddGauges(a, b);
    CHECK(sum.Read() == -1.5 && a.Read() == 1.5 && Gauge::Alive() == 3);
    CHECK_ONLY(CheckGauge(std::move(sum)).error() == "less than nothing");
    CHECK(Gauge::Alive() == 2);
    CHECK_ONLY(CheckGauge(std::move(a)).value().Read() == 1.5);
  }
  CHECK(Gauge::Alive() == 0);

  Size const size = {1u << 20, 1u << 30};
  std::string_view const titles[] = {"one", ""};
  auto const frames = Framed(titles, size);
  CHECK(frames.size() == 2 && frames[0].title == "one" && frames[1].size.height == 1u << 30);
  CHECK(Area(seen(frames[0])) == 1ull << 50 && Area(std::nullopt) == 0);
  CHECK(Framed({}, size).empty());

  uint8_t const bytes[] = {0, 255};
  test::worlds::Option const joined = test::worlds::Join("text", bytes);
  CHECK(joined.text == "text" && joined.bytes == wit::vector<uint8_t>{0, 255});
  CHECK(test::worlds::Find("text", bytes) == joined);
  CHECK_COSTS_NOTHING(!test::worlds::Find("", std::nullopt));

  CHECK(test::dep1_0_0::api::Version() == 1 && test::dep2_0_0::api::Version() == 2);
  CHECK_COSTS_NOTHING(test::other::api::Version() == 3);
  CHECK(test::dep1_0_0::api::Stamped("a") == "a@1" && test::dep2_0_0::api::Stamped("") == "@2");
  CHECK(test::worlds::measures::Steady() == "steady");
  CHECK(test::worlds::measures::Found({6, 7}) == 42);
}
