// Stands between a store and who uses it.
#include <cstdio>
#include <utility>

#include "proxy_cpp.h"

namespace exports::demo::chain::store {

struct Impl {
  ::demo::chain::store::Cursor cursor;
};

Cursor::Cursor(std::string_view prefix) : impl_(new Impl{::demo::chain::store::Cursor(prefix)}) {}

Cursor::~Cursor() {
  std::puts("a cursor of the proxy is gone");
  std::fflush(stdout);
  delete impl_;
}

std::optional<wit::string> Cursor::Next() { return impl_->cursor.Next(); }

wit::vector<wit::string> Path() {
  auto const rest = ::demo::chain::store::Path();
  auto path = wit::vector<wit::string>::allocate(rest.size() + 1);
  path.initialize(0, wit::string::from_view("a proxy in C++"));
  for (size_t at = 0; at < rest.size(); ++at) path.initialize(at + 1, wit::string::from_view(rest[at].get_view()));
  return path;
}

Cursor::Owned Pass(Cursor::Owned cursor) { return cursor; }

}  // namespace exports::demo::chain::store
