// The class behind resource Request of world exporter: made once by wit-gen and yours from now on.
// Add members, implement the functions here or in a source file, make methods const that can be.

#pragma once

#include "exporter_cpp.h"

namespace exports::test::methods_that_hide_types::http {

class Request : public wit::ResourceExportBase<Request> {
public:
  Request(
      ::exports::test::methods_that_hide_types::http::Method method);

  ::exports::test::methods_that_hide_types::http::Method Method();

  wit::expected<::exports::test::methods_that_hide_types::http::StatusCode, ::exports::test::methods_that_hide_types::http::Method> SetMethod(
      ::exports::test::methods_that_hide_types::http::Method method);

  std::optional<::exports::test::methods_that_hide_types::http::StatusCode> StatusCode();

  static wit::vector<wit::Owned<::exports::test::methods_that_hide_types::http::Request>> FromMethod(
      wit::vector<::exports::test::methods_that_hide_types::http::Method> method);
};

}  // namespace exports::test::methods_that_hide_types::http
