//@ args = '--features shown'
//@ [views]
//@ args = '--api-style symmetric'

// World leaf of test.wit.

#include "leaf_cpp.h"

#include "../given.h"

#include <string>

namespace exports::test::worlds::measures {

wit::string Steady() { return wit::string("steady"); }
uint32_t Found(Size size) { return size.width * size.height; }

}  // namespace exports::test::worlds::measures

namespace exports::test::dep1_0_0::api {

uint32_t Version() { return 1; }
wit::string Stamped(Text text) { return wit::string(std::string(std::string_view(text)) + "@1"); }

}  // namespace exports::test::dep1_0_0::api

namespace exports::test::dep2_0_0::api {

uint32_t Version() { return 2; }
wit::string Stamped(Text text) { return wit::string(std::string(std::string_view(text)) + "@2"); }

}  // namespace exports::test::dep2_0_0::api

uint32_t exports::test::other::api::Version() { return 3; }
