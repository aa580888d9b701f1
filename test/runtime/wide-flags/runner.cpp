//@ [coarse]
//@ args = '--ownership coarse-borrowing'

// World runner of test.wit.

#include "runner_cpp.h"

#include "../check.h"

void exports::runner::Run() {
  using namespace test::wide_flags::wide;
  for (Forty forty : {Forty::k_None, Forty::kB31 | Forty::kB32, Forty::kB39 | Forty::kB0}) CHECK_COSTS_NOTHING(EchoForty(forty) == forty);
  std::tuple<bool, Forty, uint8_t> const all[] = {{true, Forty::kB38, uint8_t{7}}, {false, Forty::k_None, uint8_t{255}}};
  auto const echoed = EchoAll(all);
  CHECK(echoed.size() == 2 && echoed[0] == all[0] && echoed[1] == all[1]);
  CHECK(EchoAll({}).empty());
}
