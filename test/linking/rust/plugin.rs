//! The provider in Rust.

include!(env!("BINDINGS"));

use exports::demo::app::api::{Guest, GuestCounter, Point};

struct Component;

struct Counter(u32);

impl Drop for Counter {
    fn drop(&mut self) {
        println!("a counter of Rust is gone");
    }
}

impl GuestCounter for Counter {
    fn new(start: u32) -> Self {
        Self(start)
    }

    fn get(&self) -> u32 {
        self.0
    }
}

impl Guest for Component {
    type Counter = Counter;

    fn sum(point: Point) -> u32 {
        point.x + point.y
    }

    fn maker() -> String {
        "Rust".into()
    }

    fn consume(_: exports::demo::app::api::Counter) {}
}

export!(Component);
