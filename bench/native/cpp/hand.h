// The same calls as in ../wit/calls.wit, as one would declare them by hand. Who looks at data that is not his leaves
// it as it is; what is returned in `text`, `numbers` and `entries` is in memory of `malloc` and the caller's to free.

#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>

struct hand_text {
  char* data;
  size_t size;
};
struct hand_numbers {
  uint32_t* data;
  size_t size;
};
struct hand_point {
  int32_t x;
  int32_t y;
};
struct hand_entry {
  hand_text name;
  uint64_t value;
};
struct hand_entries {
  hand_entry* data;
  size_t size;
};

extern "C" {
uint32_t hand_add(uint32_t a, uint32_t b);
uint32_t hand_take_text(char const* data, size_t size);
void hand_make_text(uint32_t length, hand_text* text);
uint32_t hand_sum_numbers(uint32_t const* data, size_t size);
void hand_make_numbers(uint32_t length, hand_numbers* numbers);
int32_t hand_sum_points(hand_point const* data, size_t size);
uint64_t hand_sum_entries(hand_entry const* data, size_t size);
void hand_make_entries(uint32_t length, hand_entries* entries);
uint32_t hand_ask(uint32_t n);
void* hand_counter_new(uint32_t start);
uint32_t hand_counter_add(void* counter, uint32_t n);
void hand_counter_drop(void* counter);

/// What the consumer has.
uint32_t hand_notify(uint32_t n);
}
