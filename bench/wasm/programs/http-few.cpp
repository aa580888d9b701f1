#include "proxy_cpp.h"

#include <string_view>

namespace types = wasi::http::types;

static std::span<uint8_t const> bytes(std::string_view text) {
  return {reinterpret_cast<uint8_t const*>(text.data()), text.size()};
}

// Greets, and repeats the path that it was asked for.
void exports::wasi::http::incoming_handler::Handle(
    types::IncomingRequest&& request,
    types::ResponseOutparam&& response_out) {
  auto path = request.PathWithQuery();
  types::Fields headers;
  if (!headers.Append("content-type", bytes("text/plain"))) return;
  types::OutgoingResponse response(std::move(headers));
  auto body = response.Body();
  if (!body) return;
  types::ResponseOutparam::Set(std::move(response_out), std::move(response));
  {
    auto stream = body->Write();
    if (!stream) return;
    if (!stream->BlockingWriteAndFlush(bytes("hello "))) return;
    if (path && !stream->BlockingWriteAndFlush(bytes(path->get_view()))) return;
  }
  if (!types::OutgoingBody::Finish(std::move(*body), std::nullopt)) return;
}
