// World plugin of plugin.wit: hands everything on to what it imports.

#include "plugin_cpp.h"

#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace host = test::calls::host;

namespace exports::plugin {

wit::expected<uint32_t, wit::string> Ask(wit::string how) { return host::Risky(how); }

uint32_t AskPlain(wit::string how) { return host::Plain(how); }

uint64_t Whisper(wit::string name, wit::string text) {
  host::Ear const ear(name);
  return ear.Hear(text) + ear.Hear(text);
}

uint32_t Tell(wit::vector<::plugin::Ear> ears, wit::string text) {
  for (auto const& ear : ears) ear.Hear(text.get_view());
  return static_cast<uint32_t>(ears.size());
}

wit::vector<wit::string> Nest(uint32_t depth, wit::vector<wit::string> words) {
  std::vector<std::string_view> const views(words.begin(), words.end());
  return host::Nest(depth, views);
}

std::tuple<uint32_t, uint32_t> Measure(wit::vector<wit::string> words) {
  std::vector<std::string_view> const views(words.begin(), words.end());
  return host::Measure(views);
}

wit::vector<uint8_t> Fill(uint32_t size) {
  auto all = wit::vector<uint8_t>::allocate(size);
  for (uint32_t index = 0; index < size; ++index) all.initialize(index, static_cast<uint8_t>(index));
  return all;
}

}  // namespace exports::plugin
