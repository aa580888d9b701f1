//! Asks for an object before any other has been made.

mod bindings {
    include!(env!("BINDINGS"));
}

use bindings::test::implementations::counters::{make, Counter};

fn main() {
    if std::env::args().nth(1).as_deref() == Some("one") {
        println!("got {}", Counter::new().get());
    } else {
        println!("got {}", make().get());
    }
}
