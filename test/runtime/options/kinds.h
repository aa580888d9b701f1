// The types of interface kinds, as a program has them already.

#pragma once

#include <wit.h>

namespace test::options::kinds {

struct Tag {
  wit::string text;
  uint32_t number;

  bool is(std::string_view expected, uint32_t length) const { return text == expected && number == length; }
};

enum class Marks : uint8_t { k_None = 0, kOld = 1, kRare = 2 };

constexpr Marks operator|(Marks a, Marks b) { return static_cast<Marks>(static_cast<unsigned>(a) | static_cast<unsigned>(b)); }

}  // namespace test::options::kinds
