//! Implements one resource by two types, which a program in safe Rust can write down.

mod bindings {
    include!(env!("BINDINGS"));
}

use bindings::exports::test::implementations::counters::{Counter, Guest, GuestCounter};

struct Provider;

struct One(u32);

/// Looks nothing like the other.
struct Other(String);

impl GuestCounter for One {
    fn new() -> Self {
        One(1)
    }

    fn get(&self) -> u32 {
        self.0
    }
}

impl GuestCounter for Other {
    fn new() -> Self {
        Other("other".into())
    }

    fn get(&self) -> u32 {
        self.0.len() as u32
    }
}

impl Guest for Provider {
    type Counter = One;

    fn make() -> Counter {
        Counter::new(Other::new())
    }
}

bindings::export!(Provider with_types_in bindings);
