// What bytes are text.
#ifndef WIT_GEN_WIT_NAPI_UTF8_H
#define WIT_GEN_WIT_NAPI_UTF8_H

#include "wit_napi_memory.h"

#pragma GCC visibility push(hidden)
namespace wit::napi {

/// How many bytes there are before the first one that is not ASCII.
inline size_t ascii_length(uint8_t const* bytes, size_t length) noexcept {
  size_t index = 0;
  for (; index + 8 <= length; index += 8) {
    if ((load<uint64_t>(bytes + index) & 0x8080808080808080U) != 0) break;
  }
  while (index < length && bytes[index] < 0x80) ++index;
  return index;
}

/// Whether bytes are UTF-8: the shortest form of Unicode scalar values.
inline bool is_utf8(uint8_t const* bytes, size_t length) noexcept {
  size_t index = 0;
  while (index < length) {
    uint32_t const first = bytes[index];
    size_t const more = first < 0x80 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
    if (more == 0) {
      ++index;
      continue;
    }
    if (first < 0xC2 || first > 0xF4 || length - index <= more) return false;
    uint32_t const second = bytes[index + 1];
    uint32_t const least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    uint32_t const most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (second < least || second > most) return false;
    for (size_t other = 2; other <= more; ++other) {
      if ((bytes[index + other] & 0xC0U) != 0x80) return false;
    }
    index += more + 1;
  }
  return true;
}

}  // namespace wit::napi
#pragma GCC visibility pop

#endif  // WIT_GEN_WIT_NAPI_UTF8_H
