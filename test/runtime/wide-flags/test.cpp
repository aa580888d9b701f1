//@ [views]
//@ args = '--api-style symmetric'

// World test of test.wit: gives back what it is given.

#include "test_cpp.h"

#include "../given.h"

namespace exports::test::wide_flags::wide {

Forty EchoForty(Forty v) { return v; }

using Each = std::tuple<bool, Forty, uint8_t>;
wit::vector<Each> EchoAll(List<Each> v) { return owned(v); }

}  // namespace exports::test::wide_flags::wide
