#[allow(unused_imports)]
use bindings::wasi;

#[no_mangle]
pub extern "C" fn run() -> u64 {
    0
}
