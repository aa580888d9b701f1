// Records there and back, whole or as structs of views, by a component that imports and one that exports the
// interface of the fixture.

#include "exporter_cpp.h"
#include "importer_cpp.h"
#include "owners.h"

namespace exports::test::records_of_views::records {

Label PassLabel(Parameter<decltype(PassLabel)> v) { return own(std::move(v)); }
Label PassCaption(Parameter<decltype(PassCaption)> v) { return own(std::move(v)); }
Plain PassPlain(Plain v) { return {v.x + 1, v.y}; }
Nested PassNested(Parameter<decltype(PassNested)> v) { return own(std::move(v)); }
wit::vector<Label> PassList(Parameter<decltype(PassList)> v) { return own(std::move(v)); }
wit::vector<Plain> PassPlains(Parameter<decltype(PassPlains)> v) { return own(std::move(v)); }
Held PassHeld(Parameter<decltype(PassHeld)> v) { return {own(std::move(v.name)), std::move(v.thing)}; }

/// All but the first, which is dropped with what is left of the argument.
wit::vector<Held> PassAllHeld(Parameter<decltype(PassAllHeld)> v) {
  auto rest = wit::vector<Held>::allocate(v.size() - 1);
  for (size_t index = 1; index < v.size(); ++index) {
    rest.initialize(index - 1, {own(v[index].name), std::move(v[index].thing)});
  }
  return rest;
}

uint32_t PassBorrowed(Parameter<decltype(PassBorrowed)> v, Parameter<decltype(PassBorrowed), 1> all) {
  size_t size = v.name.size() + v.thing.get().Get({}).text.size();
  for (auto& each : all) size += each.name.size() + each.thing.get().Get({}).text.size();
  return static_cast<uint32_t>(size);
}

LabelParam PassLabelParam(LabelParam v) { return v; }
Owners PassOwners(Owners v) { return v; }
std::optional<Choice> PassChoice(Choice v) { return v; }
std::optional<Label> PassOption(Parameter<decltype(PassOption)> v, Parameter<decltype(PassOption), 1> w) {
  auto& [label, held] = w;
  CHECK(label.tags.size() == 2 && held.name == "held" && held.thing->Get({1, 0}).tags.size() == 3);
  return own(std::move(v));
}

}  // namespace exports::test::records_of_views::records

using namespace ::test::records_of_views::records;
using Object = exports::test::records_of_views::records::Thing;

#ifdef RECORDS_HAVE_VIEWS

template <>
struct Lend<::test::records_of_views::types::LabelParam> {
  using LabelView = ::test::records_of_views::types::LabelParam;
  template <class From>
  static LabelView of(From& label, Arena& arena) {
    return {label.text, lend<decltype(LabelView::tags)>(label.tags, arena)};
  }
};
template <>
struct Lend<NestedParam> {
  template <class From>
  static NestedParam of(From& nested, Arena& arena) {
    return {
        lend<decltype(NestedParam::first)>(nested.first, arena),
        lend<decltype(NestedParam::rest)>(nested.rest, arena),
        lend<decltype(NestedParam::by_name)>(nested.by_name, arena),
        lend<decltype(NestedParam::maybe)>(nested.maybe, arena),
        lend<decltype(NestedParam::all)>(nested.all, arena)};
  }
};

#endif

namespace {

Label label_of(std::string_view text) { return {wit::string(text), {"tag", ""}}; }

Thing thing_of(std::string_view text) {
  Arena arena;
  Label label = label_of(text);
  return Thing(lend<Parameter<decltype(PassLabel)>>(label, arena));
}

/// An argument that owns a thing: a record of views where there is one, with views of literals.
using HeldArgument = Parameter<decltype(PassHeld)>;
HeldArgument held_of(std::string_view name) { return {decltype(HeldArgument::name)(name), thing_of(name)}; }

}  // namespace

int main() {
  {
    Label label = label_of("label");
    CHECK(PASS(PassLabel, label) == label && PASS(PassCaption, label) == label && label.text == "label");
    Plain const plain = PassPlain({1, 2.5});
    CHECK(plain == Plain{2, 2.5});
    std::vector<Plain> const plains = {plain, {}};
    CHECK(PassPlains(plains) == wit::vector<Plain>{plain, {}});

    Nested nested = {label, {}, {}, std::nullopt, {}};
    CHECK(PASS(PassNested, nested) == nested);
    nested = {
        label_of(""),
        {label, label_of("other")},
        {{"key", label}, {"", label_of("empty")}},
        std::tuple(plain, wit::string("text")),
        {{label, label}, {label, label_of("last")}}};
    CHECK(PASS(PassNested, nested) == nested);
    wit::vector<Label> labels = {label, label_of("")};
    CHECK(PASS(PassList, labels) == labels);

    Thing const thing = thing_of("thing");
    CHECK(thing.Get({3, 0}).tags.size() == 5 && thing.Get({}) == label_of("thing"));
    Held const held = PassHeld(held_of("held"));
    CHECK(held.name == "held" && held.thing.Get({}).text == "held" && Object::alive == 2);
    std::vector<HeldArgument> all;
    for (auto const name : {"one", "two", "three"}) all.push_back(held_of(name));
    auto const rest = PassAllHeld(all);
    CHECK(rest.size() == 2 && rest[1].name == "three" && rest[0].thing.Get({}).text == "two" && Object::alive == 4);

    using BorrowedArgument = Parameter<decltype(PassBorrowed)>;
    using Name = decltype(BorrowedArgument::name);
    std::vector<BorrowedArgument> borrowed;
    borrowed.push_back({Name("a"), thing});
    borrowed.push_back({Name(""), held.thing});
    CHECK(PassBorrowed({Name("name"), thing}, borrowed) == 4 + 5 + 1 + 5 + 0 + 4 && Object::alive == 4);

    CHECK(PassLabelParam({7}) == LabelParam{7});
    Owners const owners = {{Choice::Label{label}}, wit::unexpected(wit::string("bad"))};
    CHECK(PassOwners(owners) == owners && PassChoice({Choice::None{}}) == Choice{Choice::None{}});
    Arena arena;
    using LabelArgument = Parameter<decltype(PassLabel)>;
    std::optional<Label> const same = PassOption(lend<LabelArgument>(label, arena), {lend<LabelArgument>(label, arena), held_of("held")});
    CHECK(same == label && !PassOption({}, {lend<LabelArgument>(label, arena), held_of("held")}));
    auto const merged = Thing::Merge(lend<std::span<LabelArgument const>>(labels, arena));
    CHECK(merged.size() == 2 && merged[0].Get({}) == label && Object::alive == 6);
  }
  CHECK(Object::alive == 0);
}
