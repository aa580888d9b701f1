// Values of every kind as text, on both sides of an interface.

#include "exporter_cpp.h"
#include "importer_cpp.h"
#include "values.h"

namespace {

/// Whether a text is `<handle …>` between two other texts.
bool has_handle(std::string const& text, std::string_view before, std::string_view after) {
  std::string_view const shown = text;
  return shown.starts_with(std::string(before) + "<handle 0x") && shown.ends_with(">" + std::string(after));
}

}  // namespace

namespace exports::test::values_as_text::values {

Outer Pass(Outer v) {
  CHECK(wit::debug(v.inner) == "{small: -8, initial: '\\''}");
  return v;
}

void Hold(Holder v) {
  CHECK(has_handle(wit::debug(v.owned), "", ""));
  CHECK(has_handle(wit::debug(*v.lent), "", "") && wit::debug(*v.lent) == wit::debug(v.lent->get()));
  std::string const handles = "owned: " + wit::debug(v.owned) + ", lent: some(" + wit::debug(*v.lent) + ")";
  CHECK(wit::debug(v) == "{name: \"name\", " + handles + "}");
}

}  // namespace exports::test::values_as_text::values

using namespace ::test::values_as_text::values;

int main() {
  CHECK(wit::debug(true) == "true" && wit::debug(int8_t{-1}) == "-1" && wit::debug(uint8_t{65}) == "65");
  CHECK(wit::debug(0.1) == "0.1" && wit::debug(-2.5f) == "-2.5" && wit::debug(1 / 0.0f) == "inf" && wit::debug(-NAN) == "nan");
  CHECK(wit::debug(UINT64_MAX) == "18446744073709551615");
  CHECK(wit::debug(wit::string("a\"\\\n\x01é")) == R"("a\"\\\n\u{1}é")" && wit::debug(std::string_view()) == R"("")");
  CHECK(wit::debug(wit::DebugChar{0x1F600}) == "'😀'" && wit::debug(wit::DebugChar{0xE9}) == "'é'");
  CHECK(wit::debug(wit::DebugChar{0x20AC}) == "'€'" && wit::debug(wit::DebugChar{'"'}) == "'\"'");

  CHECK(wit::debug(State::kSwitchedOff) == "switched-off" && wit::debug(static_cast<State>(9)) == "9");
  CHECK(wit::debug(Rights::kRead | Rights::kReadOnly) == "{read, read-only}" && wit::debug(Rights()) == "{}");
  CHECK(wit::debug(Shape{Shape::Nothing{}}) == "nothing" && wit::debug(Shape{Shape::Round{1.5f}}) == "round(1.5)");
  CHECK(wit::debug(Shape{Shape::Named{{"x", uint8_t{3}}}}) == R"(named(("x", 3)))");
  CHECK(wit::debug(Shape{Shape::Letter{'x'}}) == "letter('x')");

  Outer outer = {
      {-8, '\''}, {1, 2}, {{"a", State::kOn}, {"", std::nullopt}}, Shape{Shape::Nothing{}}, {}, {0.5, 2}, Rights::kWrite};
  char const* const text = R"({inner: {small: -8, initial: '\''}, bytes: [1, 2], names: {"a": some(on), "": none}, )"
                           R"(outcome: ok(nothing), done: ok, point: [0.5, 2], rights: {write}})";
  CHECK(wit::debug(outer) == text);
  std::pair<std::string_view, std::optional<State>> const names[] = {{"a", State::kOn}, {"", std::nullopt}};
  OuterParam const param = {
      outer.inner, outer.bytes.get_const_view(), names, outer.outcome, outer.done, outer.point, outer.rights};
  CHECK(wit::debug(param) == text && wit::debug(Pass(param)) == text);
  outer.outcome = wit::unexpected(wit::string("bad"));
  outer.done = wit::unexpected(wit::Void());
  CHECK(wit::debug(outer.outcome) == "err(\"bad\")" && wit::debug(outer.done) == "err");
  CHECK(wit::debug(std::tuple<>()) == "()");

  Thing const thing;
  CHECK(has_handle(wit::debug(thing), "", "") && wit::debug(std::cref(thing)) == wit::debug(thing));
  CHECK(has_handle(wit::debug(Holder{"n", Thing(), {}}), "{name: \"n\", owned: ", ", lent: none}"));
  Hold({"name", Thing(), thing});
}
