// Uses a store through whatever stands between.
#include <cstdio>
#include <utility>

#include "runner_cpp.h"

namespace store = demo::chain::store;

int main() {
  {
    store::Cursor cursor("x");
    for (auto item = cursor.Next(); item; item = cursor.Next()) std::printf("item %s\n", item->to_string().c_str());
    store::Cursor const passed = store::Pass(std::move(cursor));
  }
  for (auto const& component : store::Path()) std::printf("through %s\n", component.to_string().c_str());
  std::fflush(stdout);
}
