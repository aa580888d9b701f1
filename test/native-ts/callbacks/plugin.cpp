// World plugin of plugin.wit: hands everything on to what it imports.

#include "plugin_cpp.h"

#include <atomic>
#include <thread>
#include <utility>

namespace host = test::callbacks::host;

namespace exports::test::callbacks::voices {

wit::string Outlive(std::reference_wrapper<Voice const> stays, wit::Owned<Voice> ends) {
  ends.reset();
  return stays.get().Name();
}

uint32_t Retire(
    wit::Owned<Voice> first, wit::vector<wit::Owned<Voice>> others, std::optional<Ear> listener, uint8_t check) {
  if (listener) listener->Hear(first->Name());
  return static_cast<uint32_t>(others.size()) + check;
}

} // namespace exports::test::callbacks::voices

namespace exports::plugin {

namespace {
std::atomic<uint32_t> answers{0};
}

wit::expected<uint32_t, wit::string> Ask(wit::string how) { return host::Risky(how); }

uint32_t AskPlain(wit::string how) { return host::Plain(how); }

wit::string Nest(uint32_t depth) { return host::Nest(depth); }

uint64_t Whisper(wit::string name, wit::string text) {
  host::Ear const ear(name);
  return ear.Hear(text) + ear.Hear(text);
}

void Later() {
  std::thread([] {
    host::Plain("from a thread");
    ++answers;
  }).detach();
}

uint32_t Answered() { return answers; }

} // namespace exports::plugin
