// What wit.h and wit_abi.h promise, without any bindings. Compiled by runtime.test.ts in several ways.

#include "wit_abi.h"
#include "wit_variant.h"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <sstream>

namespace {

void check(bool holds, char const* what, int line) {
  if (holds) return;
  std::fprintf(stderr, "runtime.cpp:%d: %s does not hold\n", line, what);
  std::exit(1);
}
#define CHECK(...) check((__VA_ARGS__), #__VA_ARGS__, __LINE__)

/// Counts its live objects, so that it shows what a container forgets to destroy.
struct Counted {
  explicit Counted(int value) : value(value) { ++alive; }
  Counted(Counted const& other) : value(other.value) { ++alive; }
  ~Counted() { --alive; }
  int value;
  inline static int alive = 0;
};

void strings() {
  wit::string text = "text";
  std::string const standard = "text";
  std::string_view const view = standard;
  CHECK(text == "text" && "text" == text && text == standard && view == text && text == text);
  CHECK(text != "test" && text < "texts" && text > view.substr(0, 2));
  CHECK(text.to_string() == standard && text.get_view() == view && std::string_view(text) == view);
  wit::string copy = text;
  wit::string moved = std::move(text);
  CHECK(text.empty() && text.data() != nullptr && copy == moved && copy.data() != moved.data());
  copy = copy;
  moved = "another";
  copy = moved;
  CHECK(copy == "another");
  wit::string& self = moved;
  moved = std::move(self);
  CHECK(moved.empty() && moved.get_view() == "");
  wit::string const with_null = wit::string::from_view(std::string_view("a\0b", 3));
  CHECK(with_null.size() == 3 && with_null[1] == '\0');
  std::ostringstream out;
  out << copy;
  CHECK(out.str() == "another");
  char* leaked = copy.leak();
  CHECK(copy.empty() && std::string_view(leaked, 7) == "another");
  wit::string const adopted(leaked, 7);
  CHECK(adopted == "another");
  wit::string::drop_raw(wit::string().leak());
}

void vectors() {
  {
    wit::vector<Counted> some = {Counted(1), Counted(2)};
    CHECK(Counted::alive == 2);
    wit::vector<Counted> others = {Counted(3)};
    others = std::move(some);
    CHECK(Counted::alive == 2 && some.empty() && some.data() != nullptr && others[1].value == 2);
    wit::vector<Counted> const copy = others;
    CHECK(Counted::alive == 4 && copy[0].value == 1);
    wit::vector<Counted> const again(others.leak(), 2);
    CHECK(Counted::alive == 4 && others.empty());
    wit::vector<Counted> selfish = copy;
    wit::vector<Counted>& self = selfish;
    selfish = std::move(self);
    CHECK(Counted::alive == 4 && selfish.empty());
  }
  CHECK(Counted::alive == 0);

  std::vector<std::string> const strings = {"one", "two"};
  auto const converted = wit::vector<wit::string>::from_view(std::span(strings));
  CHECK(converted == wit::vector<wit::string>{"one", "two"});
  std::vector<std::unique_ptr<int>> pointers;
  pointers.push_back(std::make_unique<int>(7));
  auto const moved = wit::vector<std::unique_ptr<int>>::from_range(std::move(pointers));
  CHECK(*moved[0] == 7);
  static_assert(!std::is_copy_constructible_v<wit::vector<std::unique_ptr<int>>>);
  std::span<wit::string const> const span = converted;
  CHECK(span.size() == 2);
}

void maps() {
  using Ages = wit::unordered_map<wit::string, uint32_t>;
  std::map<std::string, uint32_t> const standard = {{"one", 1u}, {"two", 2u}};
  auto ages = Ages::from_range(standard);
  CHECK(ages.size() == 2 && ages.contains("one") && !ages.contains("three") && ages.find("two")->second == 2);
  CHECK(ages == Ages{{"two", 2u}, {"one", 1u}} && ages != Ages{{"one", 1u}, {"two", 1u}} && ages != Ages());
  CHECK(Ages{{"one", 1u}, {"one", 2u}}.find("one")->second == 2);
  ages.find("one")->second = 7;
  Ages const copy = ages;
  Ages moved = std::move(ages);
  CHECK(ages.empty() && ages.data() != nullptr && copy == moved && copy.data() != moved.data());
  size_t sum = 0;
  for (auto const& [name, age] : copy) sum += name.size() + age;
  CHECK(sum == 15);
  auto made = Ages::allocate(1);
  made.initialize(0, {wit::string("key"), 3u});
  made.swap(moved);
  Ages const again(moved.leak(), 1);
  CHECK(again.begin()->first == "key" && moved.empty() && made.get_const_view().size() == 2);
  CHECK(Ages::from_view(copy.get_const_view()) == copy);
  Ages::drop_raw(Ages::allocate(0).leak());

  std::map<int, std::unique_ptr<int>> pointers;
  pointers.emplace(1, std::make_unique<int>(7));
  auto const owners = wit::unordered_map<int, std::unique_ptr<int>>::from_range(std::move(pointers));
  CHECK(*owners.find(1)->second == 7);
  static_assert(!std::is_copy_constructible_v<wit::unordered_map<int, std::unique_ptr<int>>>);
}

void results() {
  using Text = wit::expected<wit::string, int>;
  Text fine = "fine";
  Text bad = wit::unexpected(7);
  CHECK(fine && fine->size() == 4 && !bad && bad.error() == 7 && bad.value_or("else") == "else");
  CHECK(fine == Text("fine") && bad != fine);
  std::swap(fine, bad);
  CHECK(!fine && bad && *bad == "fine");
  wit::expected<void, wit::string> nothing;
  CHECK(nothing.has_value());
  nothing = wit::unexpected(wit::string("why"));
  CHECK(!nothing && nothing.error() == "why");
  wit::expected<wit::expected<void, wit::string>, wit::string> const inner = wit::expected<void, wit::string>();
  CHECK(inner && inner->has_value());
  wit::expected<std::unique_ptr<int>, wit::Void> owner = std::make_unique<int>(1);
  auto const taken = std::move(owner);
  CHECK(**taken == 1);
}

/// What the bindings make of a variant of too many cases.
struct None {};
struct Object {
  Counted value;
};
struct Text {
  wit::string value;
};
struct Owner {
  std::unique_ptr<int> value;
};

void variants() {
  using Whole = wit::variant<None, Object, Text>;
  {
    Whole whole;
    CHECK(whole.index() == 0 && get_if<0>(&whole) != nullptr && get_if<Object>(&whole) == nullptr);
    whole = Object{Counted(1)};
    CHECK(whole.index() == 1 && get<Object>(whole).value.value == 1 && holds_alternative<Object>(whole));
    Whole const copy = whole;
    CHECK(Counted::alive == 2 && get<1>(copy).value.value == 1);
    Whole moved = std::move(whole);
    CHECK(Counted::alive == 3 && get_if<1>(&moved)->value.value == 1);
    moved = Text{"a text that does not fit into a small buffer"};
    CHECK(Counted::alive == 2 && get<Text>(std::move(moved)).value.size() == 44);
    moved = copy;
    Whole& self = moved;
    moved = self;
    moved = std::move(self);
    CHECK(Counted::alive == 3 && get<Object>(moved).value.value == 1);
    moved.emplace<2>("other");
    CHECK(Counted::alive == 2 && get<2>(moved).value == "other");
    auto const size = [](auto const& held) -> size_t {
      if constexpr (requires { held.value.size(); }) return held.value.size();
      else return 0;
    };
    CHECK(visit(size, moved) == 5 && visit(size, copy) == 0);
    visit([](auto& held) { if constexpr (requires { held.value.size(); }) held.value = "longer"; }, moved);
    CHECK(get<Text>(moved).value == "longer");
  }
  CHECK(Counted::alive == 0);
  static_assert(std::is_copy_constructible_v<Whole>);
  static_assert(!std::is_copy_constructible_v<wit::variant<None, Owner>>);
  static_assert(!std::equality_comparable<Whole> && std::equality_comparable<wit::variant<int, wit::string>>);
  static_assert(!std::is_constructible_v<Whole, Owner>);
  wit::variant<None, Owner> owner = Owner{std::make_unique<int>(7)};
  wit::variant<None, Owner> const taken = std::move(owner);
  CHECK(*get<Owner>(taken).value == 7);
  wit::variant<int, wit::string> const number = 3;
  CHECK(number == wit::variant<int, wit::string>(3) && number != wit::variant<int, wit::string>(wit::string("3")));
}

enum class Narrow : uint8_t { k_None = 0, kFirst = 1u << 0, kLast = 1u << 2 };
WIT_FLAG_OPERATORS(Narrow, 0x7u);

struct Wide : wit::wide_flags<Wide, 70> {
  static const Wide first;
  static const Wide last;
};
inline constexpr Wide Wide::first = flag(0);
inline constexpr Wide Wide::last = flag(69);

void flags() {
  Wide both = Wide::first | Wide::last;
  CHECK((both & Wide::last) == Wide::last && (both ^ Wide::first) == Wide::last && ~~both == both);
  both &= ~Wide::last;
  CHECK(both == Wide::first && wit::has_all(~Wide{}, Wide::last) && !wit::has_any(both, Wide::last));
  static_assert((Narrow::kFirst | Narrow::kLast) == (~Narrow{} ^ static_cast<Narrow>(2)));
  static_assert(wit::has_any(~Narrow::kLast, Narrow::kFirst) && !wit::has_all(Narrow::kFirst, ~Narrow{}));
  Narrow some = Narrow::kFirst;
  some |= Narrow::kLast;
  some &= ~Narrow::kFirst;
  some ^= Narrow::kFirst;
  CHECK(some == (Narrow::kFirst | Narrow::kLast));
  auto const all = wit::abi::flags_of<Wide, 70>(std::array<int32_t, 3>{-1, -1, -1});
  CHECK(all == ~Wide{} && wit::abi::flags_word(all, 2) == 0x3f);
}

void scratch() {
  wit::abi::Scratch memory;
  for (size_t count = 0; count < 300; ++count) {
    uint8_t* const place = memory.allocate(count, 3, 8);
    CHECK(place != nullptr && reinterpret_cast<uintptr_t>(place) % 8 == 0);
    std::memset(place, 1, 3 * count);
  }
}

void kept() {
  {
    wit::abi::Scratch memory;
    for (int count = 0; count < 20; ++count) {
      auto const list = memory.list<Counted>(static_cast<size_t>(count));
      for (int index = 0; index < count; ++index) list.initialize(static_cast<size_t>(index), Counted(index));
      std::span<Counted const> const view = list.view();
      CHECK(view.size() == static_cast<size_t>(count) && (view.empty() || view.back().value == count - 1));
    }
    wit::string const& text = memory.keep(wit::string("text"));
    CHECK(Counted::alive == 190 && text == "text");
  }
  CHECK(Counted::alive == 0);
}

void bits() {
  CHECK(wit::abi::bits_as<float>(wit::abi::bits_as<int64_t>(-1.5f)) == -1.5f);
  CHECK(wit::abi::bits_as<double>(wit::abi::bits_as<int64_t>(0.1)) == 0.1);
  CHECK(wit::abi::bits_as<int32_t>(wit::abi::bits_as<int64_t>(int32_t{-7})) == -7);
  uint8_t place = 0;
  CHECK(wit::abi::bits_as<uint8_t*>(wit::abi::bits_as<int64_t>(&place)) == &place);
}

/// Whether something ends the program, tried in a copy of it.
template <class Action>
bool traps(Action action) {
  pid_t const child = fork();
  if (child == 0) {
    std::fclose(stderr);
    action();
    _exit(0);
  }
  int status = 0;
  return waitpid(child, &status, 0) == child && WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

void invalid_values() {
  for (uint32_t const character : {0u, 0x7Fu, 0xD7FFu, 0xE000u, 0x10FFFFu}) {
    CHECK(wit::abi::checked_char(character) == character);
  }
  for (uint32_t const character : {0xD800u, 0xDFFFu, 0x110000u, ~0u}) {
    CHECK(traps([&] { wit::abi::checked_char(character); }));
  }
  enum class Color : uint8_t { kRed, kGreen };
  CHECK(wit::abi::enum_case<Color>(1, 2, "color") == Color::kGreen && !traps([] {}));
  CHECK(traps([] { wit::abi::enum_case<Color>(2, 2, "color"); }));
  CHECK(traps([] { wit::abi::core_handle(static_cast<void*>(nullptr)); }));
}

/// An exported class with a base of its own in front, as a user may write it.
struct Named {
  virtual ~Named() = default;
};
class Thing : public Named, public wit::ResourceExportBase<Thing> {
public:
  explicit Thing(int value) : counted(value) {}
  Counted counted;
};

/// An imported class as the bindings write it; a drop is noted.
class Handle : public wit::ResourceImportBase {
public:
  Handle(wit::ResourceImportBase&& owned) noexcept : wit::ResourceImportBase(std::move(owned)) {}
  Handle(Handle&& other) noexcept = default;
  ~Handle() {
    if (handle != invalid) ++dropped;
  }
  inline static int dropped = 0;
};

void resources() {
  auto thing = Thing::New(5);
  uint8_t* const core = wit::abi::give(thing);
  CHECK(!thing && &wit::abi::object<Thing>(core) == static_cast<void*>(core));
  thing = wit::abi::take_back<Thing>(core);
  CHECK(thing->counted.value == 5 && wit::abi::lend(std::cref(*thing)) == core);
  thing.reset();
  CHECK(Counted::alive == 0);

  uint8_t place = 0;
  {
    wit::abi::Scratch memory;
    Handle const& lent = wit::abi::borrow<Handle>(&place, memory);
    CHECK(lent.get_handle() == &place);
  }
  CHECK(Handle::dropped == 0);
  {
    Handle first = wit::abi::take<Handle>(&place);
    Handle const second = std::move(first);
    CHECK(first.get_handle() == Handle::invalid && wit::abi::lend(second) == &place);
  }
  CHECK(Handle::dropped == 1);
}

}  // namespace

int main() {
  strings();
  vectors();
  maps();
  results();
  variants();
  flags();
  scratch();
  kept();
  bits();
  invalid_values();
  resources();
}
