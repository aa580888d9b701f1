// World plugin of plugin.wit: counts its tokens.

#include "plugin_cpp.h"

#include <optional>
#include <utility>

namespace {
int32_t alive = 0;
bool is_spoilt = false;
}  // namespace

namespace exports::test::forgetting::api {

namespace {
std::optional<wit::Owned<Token>> kept;
}

Token::Token(uint32_t value) : value_(value) { ++alive; }

// Overwrites its value, so that whoever asks for it later is noticed.
Token::~Token() {
  if (is_spoilt) __builtin_trap();
  value_ = 0;
  --alive;
}

wit::expected<wit::Owned<Token>, wit::string> Token::Attempt(uint32_t value) { return Make(value); }

uint32_t Token::Visit() {
  ::test::forgetting::host::Meet();
  return value_;
}

wit::Owned<Token> Make(uint32_t value) { return wit::Owned<Token>(new Token(value)); }
void Keep(wit::Owned<Token> token, wit::string) { kept = std::move(token); }
wit::Owned<Token> Returned() { return std::move(*kept); }
int32_t Count() { return alive; }
void Spoil() { is_spoilt = true; }

}  // namespace exports::test::forgetting::api
