// What the programs of this folder say about each other's functions: see README.md.

#pragma once

#include <cstdio>
#include <cstdlib>

// The allocations that there are and that there have been, of all components, and whether the component that is called
// looks at its arguments. Where nobody counts they answer 0.
extern "C" long wit_test_live(void);
extern "C" long wit_test_made(void);
extern "C" bool wit_test_others_look(void);

/// What to do about something that does not hold.
[[noreturn]] inline void fail(char const* file, int line, char const* text, char const* what) {
  std::fprintf(stderr, "%s:%d: %s %s\n", file, line, text, what);
  std::abort();
}

/// Holds, whatever it allocates or frees.
#define CHECK_ONLY(...)                                                             \
  do {                                                                              \
    if (!(__VA_ARGS__)) fail(__FILE__, __LINE__, #__VA_ARGS__, "does not hold"); \
  } while (false)

/// Holds, and when all that it made is gone there are as many allocations as before.
#define CHECK(...)                                                                                     \
  do {                                                                                                 \
    long const live = wit_test_live();                                                                 \
    CHECK_ONLY(__VA_ARGS__);                                                                           \
    if (wit_test_live() != live) fail(__FILE__, __LINE__, #__VA_ARGS__, "leaves allocations behind"); \
  } while (false)

/// Holds, and nothing at all is allocated.
#define CHECK_COSTS_NOTHING(...)                                                             \
  do {                                                                                       \
    long const made = wit_test_made();                                                       \
    CHECK(__VA_ARGS__);                                                                      \
    if (wit_test_made() != made) fail(__FILE__, __LINE__, #__VA_ARGS__, "allocates"); \
  } while (false)

/// Holds, and nothing at all is allocated if the component that is called looks at its arguments.
#define CHECK_LENDS(...)                                                        \
  do {                                                                          \
    if (wit_test_others_look()) CHECK_COSTS_NOTHING(__VA_ARGS__);               \
    else CHECK(__VA_ARGS__);                                                    \
  } while (false)

/// At the top of a block: when all in it is gone, there are as many allocations as before.
class LeavesNothing {
public:
  explicit LeavesNothing(char const* file, int line) : file_(file), line_(line) {}
  LeavesNothing(LeavesNothing const&) = delete;
  ~LeavesNothing() {
    if (wit_test_live() != live_) fail(file_, line_, "the block", "leaves allocations behind");
  }

private:
  char const* file_;
  int line_;
  long live_ = wit_test_live();
};

#define LEAVES_NOTHING LeavesNothing const leaves_nothing(__FILE__, __LINE__)
