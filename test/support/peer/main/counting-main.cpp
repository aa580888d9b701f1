// Calls the runner twice: what is allocated after the first time is there for good, and nothing may come to it. Only the
// second time are programs told what is counted. Linked with test/pairs/malloc-count.c.

#include <cstdio>
#include <cstdlib>
#include <cstring>

extern "C" void run(void);
extern "C" long wit_test_live_allocations(void);
extern "C" long wit_test_allocations(void);

static bool counting = false;

// What programs of test/runtime ask, see check.h and calls.rs there.
extern "C" long wit_test_live(void) { return counting ? wit_test_live_allocations() : 0; }
extern "C" long wit_test_made(void) { return counting ? wit_test_allocations() : 0; }
extern "C" bool wit_test_others_look(void) {
  char const* const ways = std::getenv("WIT_TEST_WAYS");
  return ways && std::strstr(ways, "views");
}

int main() {
  run();
  long const before = wit_test_live_allocations();
  counting = true;
  run();
  counting = false;
  long const after = wit_test_live_allocations();
  if (after == before) return 0;
  std::fprintf(stderr, "%ld allocations are left behind\n", after - before);
  return 1;
}
