// Calls the runner twice: what is allocated after the first time is there for good, and nothing may come to it. Linked
// with test/pairs/malloc-count.c.

#include <cstdio>

extern "C" void run(void);
extern "C" long wit_test_live_allocations(void);

int main() {
  run();
  long const before = wit_test_live_allocations();
  run();
  long const after = wit_test_live_allocations();
  if (after == before) return 0;
  std::fprintf(stderr, "%ld allocations are left behind\n", after - before);
  return 1;
}
