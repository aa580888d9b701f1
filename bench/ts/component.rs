//! What the component does: as little as there is to do.

// The path of the bindings is the benchmark's to say.
mod bindings {
    include!(env!("BINDINGS"));
}

use bindings::bench::glue::host;
use bindings::exports::bench::glue::api::{Entry, Guest, GuestCounter, Reading};
use std::cell::Cell;

struct Component;

struct Counter(Cell<u32>);

impl GuestCounter for Counter {
    fn new(start: u32) -> Self {
        Self(Cell::new(start))
    }

    fn next(&self) -> u32 {
        self.0.set(self.0.get().wrapping_add(1));
        self.0.get()
    }
}

impl Guest for Component {
    type Counter = Counter;

    fn add(a: u32, b: u32) -> u32 {
        a.wrapping_add(b)
    }

    fn add_wide(a: u64, b: u64) -> u64 {
        a.wrapping_add(b)
    }

    fn add_by_host(count: u32) -> u32 {
        (0..count).fold(0, host::add)
    }

    fn echo_text(text: String) -> String {
        text
    }

    fn echo_numbers(numbers: Vec<u32>) -> Vec<u32> {
        numbers
    }

    fn echo_readings(readings: Vec<Reading>) -> Vec<Reading> {
        readings
    }

    fn echo_entries(entries: Vec<Entry>) -> Vec<Entry> {
        entries
    }
}

bindings::export!(Component with_types_in bindings);
