//! Would catch a panic of the provider, if one came through.

#![deny(warnings)]

mod bindings {
    include!(env!("BINDINGS"));
}

use bindings::test::panics::work::{Thing, fail};

fn main() {
    let how = std::env::args().nth(1).unwrap_or_default();
    let caught = std::panic::catch_unwind(|| {
        if how == "call" {
            fail("now");
        }
        drop(Thing::new());
    });
    println!("went on: {}", caught.is_err());
}
