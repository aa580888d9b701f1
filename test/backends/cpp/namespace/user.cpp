// Compiled once for each of two bindings of one world, whose namespace is a macro.
#include "user.h"

#include "first_cpp.h"

namespace store = ::NAMESPACE::test::two_users::store;

uint32_t NAMESPACE::use() {
  store::Till const till("the " NAME);
  if (till.Name().get_view() != "the " NAME) return 0;
  store::Line const lines[] = {{wit::string::from_view("tea"), 3}, {wit::string::from_view("cake"), 4}};
  return till.Add({wit::string::from_view("tip"), 1}) + store::Total(lines);
}
