// A store.
#include <cstdio>

#include "leaf_cpp.h"

namespace exports::demo::chain::store {

struct Impl {
  std::string prefix;
  int left = 2;
};

Cursor::Cursor(std::string_view prefix) : impl_(new Impl{std::string(prefix)}) {}

Cursor::~Cursor() {
  std::puts("a cursor of the leaf is gone");
  std::fflush(stdout);
  delete impl_;
}

std::optional<wit::string> Cursor::Next() {
  if (impl_->left == 0) return std::nullopt;
  return wit::string::from_view(impl_->prefix + std::to_string(impl_->left--));
}

wit::vector<wit::string> Path() {
  auto path = wit::vector<wit::string>::allocate(1);
  path.initialize(0, wit::string::from_view("a leaf in C++"));
  return path;
}

Cursor::Owned Pass(Cursor::Owned cursor) { return cursor; }

}  // namespace exports::demo::chain::store
