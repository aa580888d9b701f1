// The class behind resource Token of world plugin.
#pragma once

#include "plugin_cpp.h"

namespace exports::test::forgetting::api {

class Token : public wit::ResourceExportBase<Token> {
 public:
  explicit Token(uint32_t value);
  Token(Token const&) = delete;
  Token& operator=(Token const&) = delete;
  ~Token();

  static wit::expected<wit::Owned<Token>, wit::string> Attempt(uint32_t value);
  uint32_t Visit();

 private:
  uint32_t value_;
};

}  // namespace exports::test::forgetting::api
