#include "proxy_cpp.h"

namespace types = wasi::http::types;

void exports::wasi::http::incoming_handler::Handle(types::IncomingRequest&&, types::ResponseOutparam&&) {}
