//@ [views]
//@ args = '--api-style symmetric'

// World test of test.wit.

#include "test_cpp.h"

#include "../given.h"

#include <string>
#include <vector>

namespace exports::test::resource_forms::home {

uint32_t Total(Album album) {
  if (auto const* single = std::get_if<Album::Single>(&album.variants)) return single->value->Number();
  uint32_t sum = 0;
  if (auto const* several = std::get_if<Album::Several>(&album.variants)) {
    for (Sheet const& sheet : several->value) {
      for (auto const& stamp : sheet.stamps) sum += stamp->Number();
    }
  }
  return sum;
}

uint32_t CountLent(List<std::optional<std::reference_wrapper<Stamp const>>> a,
                   wit::expected<std::reference_wrapper<Stamp const>, wit::string> b) {
  uint32_t sum = b ? b->get().Number() : static_cast<uint32_t>(b.error().size());
  for (auto const& stamp : a) sum += stamp ? stamp->get().Number() : 0;
  return sum;
}

uint32_t AddPlaces(Place place, std::tuple<std::reference_wrapper<Stamp const>, Mount> both) {
  auto const& [stamp, mount] = both;
  uint32_t sum = stamp.get().Number() + mount.number + mount.stamp.get().Number();
  if (auto const* on = std::get_if<Place::On>(&place.variants)) sum += on->value.get().Number();
  if (auto const* between = std::get_if<Place::Between>(&place.variants)) {
    sum += std::get<0>(between->value).get().Number() + std::get<1>(between->value).get().Number();
  }
  return sum;
}

wit::vector<wit::Owned<Stamp>> Reprint(List<Mount> mounts) {
  auto stamps = wit::vector<wit::Owned<Stamp>>::allocate(mounts.size());
  size_t i = 0;
  for (Mount const& mount : mounts) stamps.initialize(i++, Stamp::New(mount.number + mount.stamp.get().Number()));
  return stamps;
}

Sheet Print(Text title, uint32_t n) {
  auto stamps = wit::vector<wit::Owned<Stamp>>::allocate(n);
  for (uint32_t i = 0; i < n; ++i) stamps.initialize(i, Stamp::New(i));
  return {owned(title), std::move(stamps)};
}

}  // namespace exports::test::resource_forms::home

namespace exports::test::resource_forms::abroad {

Pair Swap(Pair p) { return {std::move(p.second), std::move(p.first)}; }

Page Stick(Page page, wit::Owned<Vignette> v) {
  auto stamps = wit::vector<wit::Owned<Vignette>>::allocate(page.stamps.size() + 1);
  size_t i = 0;
  for (auto& stamp : page.stamps) stamps.initialize(i++, std::move(stamp));
  stamps.initialize(i, std::move(v));
  return {std::move(page.title), std::move(stamps)};
}

uint32_t Peek(std::reference_wrapper<Vignette const> v) { return v.get().Number(); }

}  // namespace exports::test::resource_forms::abroad

namespace exports::test::resource_forms::far_away {

std::tuple<wit::Owned<Token>, wit::Owned<Token>> Split(Couple c) { return {std::move(c.first), std::move(c.second)}; }

}  // namespace exports::test::resource_forms::far_away

wit::string exports::test::resource_forms::left::Side() { return wit::string("left"); }
wit::string exports::test::resource_forms::right::Side() { return wit::string("right"); }

namespace exports::test::resource_forms::kebab_case_names {

namespace {

wit::expected<wit::string, Refusal> checked(Text name) {
  if (name.empty()) return wit::unexpected(Refusal::kEmpty);
  if (name.size() > 20) return wit::unexpected(Refusal::kTooLong);
  return owned(name);
}

/// The characters of a text that is known to be UTF-8.
std::vector<uint32_t> characters(std::string_view text) {
  std::vector<uint32_t> found;
  for (char each : text) {
    auto const byte = static_cast<uint8_t>(each);
    if (byte < 0x80) found.push_back(byte);
    else if (byte >= 0xC0) found.push_back(byte & (byte >= 0xF0 ? 0x07u : byte >= 0xE0 ? 0x0Fu : 0x1Fu));
    else found.back() = (found.back() << 6) | (byte & 0x3Fu);
  }
  return found;
}

}  // namespace

wit::expected<wit::Owned<NameTag>, Refusal> NameTag::Create(Text name) {
  auto good = checked(std::move(name));
  if (!good) return wit::unexpected(good.error());
  return New(std::move(*good));
}

wit::expected<void, Refusal> NameTag::Rename(Text name) {
  auto good = checked(std::move(name));
  if (!good) return wit::unexpected(good.error());
  name_ = std::move(*good);
  return {};
}

void NameTag::SwapNames(std::reference_wrapper<NameTag const> a, std::reference_wrapper<NameTag const> b) {
  std::swap(a.get().name_, b.get().name_);
}

wit::string NameTag::IntoName(wit::Owned<NameTag> tag) { return std::move(tag->name_); }

wit::vector<uint32_t> NameTag::Letters() const {
  auto const found = characters(name_);
  return wit::vector<uint32_t>::from_view(std::span(found));
}

wit::vector<wit::string> NameTag::WithSuffixes(List<wit::string> suffixes) const {
  auto named = wit::vector<wit::string>::allocate(suffixes.size());
  size_t i = 0;
  for (std::string_view suffix : suffixes) named.initialize(i++, wit::string(name_.to_string() + std::string(suffix)));
  return named;
}

}  // namespace exports::test::resource_forms::kebab_case_names
