// What both users import, and a program that has all three inside.
#include "provider_cpp.h"
#include "user.h"

uint32_t shop::inside::exports::test::two_users::store::Total(wit::vector<Line> lines) {
  uint32_t sum = 0;
  for (Line const& line : lines.get_view()) sum += line.price;
  return sum;
}

int main() { return left::own::use() == 108 && right::use() == 108 ? 0 : 1; }
