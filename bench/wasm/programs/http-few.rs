use bindings::exports::wasi::http::incoming_handler::Guest;
use bindings::wasi::http::types::{
    Fields, IncomingRequest, OutgoingBody, OutgoingResponse, ResponseOutparam,
};

struct Component;

/// Greets, and repeats the path that it was asked for.
impl Guest for Component {
    fn handle(request: IncomingRequest, response_out: ResponseOutparam) {
        let path = request.path_with_query();
        let headers = Fields::new();
        if headers.append("content-type", b"text/plain").is_err() {
            return;
        }
        let response = OutgoingResponse::new(headers);
        let Ok(body) = response.body() else { return };
        ResponseOutparam::set(response_out, Ok(response));
        {
            let Ok(stream) = body.write() else { return };
            if stream.blocking_write_and_flush(b"hello ").is_err() {
                return;
            }
            if let Some(path) = path {
                if stream.blocking_write_and_flush(path.as_bytes()).is_err() {
                    return;
                }
            }
        }
        if OutgoingBody::finish(body, None).is_err() {}
    }
}

bindings::export!(Component with_types_in bindings);
