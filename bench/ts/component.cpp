// What the component does: as little as there is to do.

#include "calls_cpp.h"

namespace exports::bench::glue::api {

uint32_t Add(uint32_t a, uint32_t b) { return a + b; }

uint64_t AddWide(uint64_t a, uint64_t b) { return a + b; }

uint32_t AddByHost(uint32_t count) {
  uint32_t sum = 0;
  for (uint32_t index = 0; index < count; ++index) sum = ::bench::glue::host::Add(sum, index);
  return sum;
}

wit::string EchoText(wit::string text) { return text; }

wit::vector<uint32_t> EchoNumbers(wit::vector<uint32_t> numbers) { return numbers; }

wit::vector<Reading> EchoReadings(wit::vector<Reading> readings) { return readings; }

wit::vector<Entry> EchoEntries(wit::vector<Entry> entries) { return entries; }

}  // namespace exports::bench::glue::api

#if defined(__wasm__)
// Without its own printing of failures the library of C++ asks for nothing of WASI.
extern "C" void abort_message(char const*, ...) { __builtin_trap(); }

namespace std {
inline namespace __1 {
void __libcpp_verbose_abort(char const*, ...) { __builtin_trap(); }
}  // namespace __1
}  // namespace std
#endif
