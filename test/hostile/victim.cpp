// World victim of hostile.wit: tells what it takes values for.

#include "victim_cpp.h"

#include <type_traits>

namespace {

using test::hostile::answers::Access;
using test::hostile::answers::Colour;
using test::hostile::answers::Entry;
using test::hostile::answers::Shape;

template <class T>
  requires std::is_integral_v<T> || std::is_enum_v<T>
uint32_t tell(T value) {
  return static_cast<uint32_t>(value);
}

uint32_t tell(char byte) { return static_cast<uint8_t>(byte); }

/// What parts come to, in their order.
template <class Parts>
uint32_t tell_all(Parts const& parts);

uint32_t tell(wit::string const& text) { return tell_all(text); }

// Not by `std::visit`, whose errors would take all of stdio into the module, and ask for the host's files.
uint32_t tell(Shape const& shape) {
  if (auto const* circle = std::get_if<Shape::Circle>(&shape.variants)) return circle->value;
  if (auto const* name = std::get_if<Shape::Name>(&shape.variants)) return tell(name->value);
  if (auto const* letter = std::get_if<Shape::Letter>(&shape.variants)) return letter->value;
  return 0;
}

uint32_t tell(Entry const& entry) { return 1000 * entry.key + tell(entry.value); }

template <class Parts>
uint32_t tell_all(Parts const& parts) {
  uint32_t all = static_cast<uint32_t>(parts.size());
  for (auto const& part : parts) all = 31 * all + tell(part);
  return all;
}

template <class T>
uint32_t tell(wit::vector<T> const& list) {
  return tell_all(list);
}

uint32_t tell(std::optional<uint32_t> const& option) { return option.value_or(404); }
uint32_t tell(wit::expected<uint32_t, uint32_t> const& result) { return result ? *result : 1000 + result.error(); }

}  // namespace

namespace exports::test::hostile::given {

uint32_t SeeBool(bool value) { return tell(value); }
uint32_t SeeSmall(int8_t value) { return tell(value); }
uint32_t SeeLetter(uint32_t value) { return tell(value); }
uint32_t SeeColour(Colour value) { return tell(value); }
uint32_t SeeAccess(Access value) { return tell(value); }
uint32_t SeeShape(Shape value) { return tell(value); }
uint32_t SeeOption(std::optional<uint32_t> value) { return tell(value); }
uint32_t SeeResult(wit::expected<uint32_t, uint32_t> value) { return tell(value); }
uint32_t SeeText(wit::string value) { return tell(value); }
uint32_t SeeNumbers(wit::vector<uint32_t> value) { return tell(value); }
uint32_t SeeBools(wit::vector<bool> value) { return tell(value); }
uint32_t SeeLetters(wit::vector<uint32_t> value) { return tell(value); }
uint32_t SeeColours(wit::vector<Colour> value) { return tell(value); }
uint32_t SeeTexts(wit::vector<wit::string> value) { return tell(value); }
uint32_t SeeEntries(wit::vector<Entry> value) { return tell(value); }

}  // namespace exports::test::hostile::given

namespace exports::test::hostile::asked {

using namespace ::test::hostile::answers;

uint32_t AskBool() { return tell(GiveBool()); }
uint32_t AskSmall() { return tell(GiveSmall()); }
uint32_t AskLetter() { return tell(GiveLetter()); }
uint32_t AskColour() { return tell(GiveColour()); }
uint32_t AskAccess() { return tell(GiveAccess()); }
uint32_t AskShape() { return tell(GiveShape()); }
uint32_t AskOption() { return tell(GiveOption()); }
uint32_t AskResult() { return tell(GiveResult()); }
uint32_t AskText() { return tell(GiveText()); }
uint32_t AskNumbers() { return tell(GiveNumbers()); }
uint32_t AskBools() { return tell(GiveBools()); }
uint32_t AskLetters() { return tell(GiveLetters()); }
uint32_t AskColours() { return tell(GiveColours()); }
uint32_t AskTexts() { return tell(GiveTexts()); }
uint32_t AskEntries() { return tell(GiveEntries()); }
uint32_t AskThing() { return GiveThing().Value(); }

}  // namespace exports::test::hostile::asked
