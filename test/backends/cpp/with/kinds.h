// What a program has already in place of the bindings of `demo:shop/kinds`.
#pragma once

#include <wit.h>

#include <optional>
#include <variant>

namespace demo::shop::kinds {

enum class Colour : uint8_t { kRed, kGreen, kBlue };

enum class Rights : uint8_t { k_None = 0, kRead = 1, kWrite = 2 };

struct Point {
  uint32_t x;
  uint32_t y;
  uint32_t Sum() const { return x + y; }
};

struct Shape {
  struct Nothing {};
  struct Dot {
    Point value;
  };
  struct Label {
    wit::string value;
  };
  std::variant<Nothing, Dot, Label> variants;
};

struct Item {
  wit::string name;
  Colour colour;
  Rights rights;
  Shape shape;
};

// A handle that is only passed on.
class Ticket : public wit::ResourceImportBase {
 public:
  explicit Ticket(wit::ResourceImportBase&& owned) noexcept : wit::ResourceImportBase(std::move(owned)) {}
  Ticket(Ticket&&) noexcept = default;
};

}  // namespace demo::shop::kinds
