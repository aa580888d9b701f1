//! The provider with bindings, in either API style.

mod bindings {
    include!(env!("BINDINGS"));
}

use bindings::bench::calls::events;
use bindings::exports::bench::calls::work::{Guest, GuestCounter, Point};
use std::hint::black_box;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

#[cfg(views)]
mod given {
    use crate::bindings::exports::bench::calls::work::{EntryParam, Point};

    pub use crate::bindings::exports::bench::calls::work::EntryResult as Entry;

    pub type Text<'a> = &'a str;
    pub type Numbers<'a> = &'a [u32];
    pub type Points<'a> = &'a [Point];
    pub type Entries<'a> = &'a [EntryParam<'a>];
}

#[cfg(not(views))]
mod given {
    use crate::bindings::exports::bench::calls::work::Point;

    pub use crate::bindings::exports::bench::calls::work::Entry;

    pub type Text = String;
    pub type Numbers = Vec<u32>;
    pub type Points = Vec<Point>;
    pub type Entries = Vec<Entry>;
}

use given::{Entries, Entry, Numbers, Points, Text};

struct Provider;

bindings::export!(Provider with_types_in bindings);

/// A number that is shared, as `&self` says.
struct Counter(AtomicU32);

impl GuestCounter for Counter {
    fn new(start: u32) -> Self {
        Self(AtomicU32::new(start))
    }

    fn add(&self, n: u32) -> u32 {
        let value = self.0.load(Relaxed).wrapping_add(n);
        self.0.store(value, Relaxed);
        value
    }
}

const LETTERS: &str = "xxxxxxxxxxxxxxxx";

fn letters(length: u32) -> String {
    LETTERS[..length as usize].to_owned()
}

impl Guest for Provider {
    type Counter = Counter;

    fn add(a: u32, b: u32) -> u32 {
        a.wrapping_add(b)
    }

    fn take_text(text: Text) -> u32 {
        let text = black_box(text);
        text.len() as u32 + u32::from(text.as_bytes()[0])
    }

    fn make_text(length: u32) -> String {
        letters(length)
    }

    fn sum_numbers(numbers: Numbers) -> u32 {
        let numbers = black_box(numbers);
        numbers
            .iter()
            .fold(0, |sum, number| sum.wrapping_add(*number))
    }

    fn make_numbers(length: u32) -> Vec<u32> {
        (0..length).collect()
    }

    fn sum_points(points: Points) -> i32 {
        let points = black_box(points);
        points.iter().map(|point: &Point| point.x + point.y).sum()
    }

    fn sum_entries(entries: Entries) -> u64 {
        let entries = black_box(entries);
        entries
            .iter()
            .map(|entry| entry.name.len() as u64 + entry.value)
            .sum()
    }

    fn make_entries(length: u32) -> Vec<Entry> {
        let made = |value| Entry {
            name: letters(16),
            value,
        };
        (0..u64::from(length)).map(made).collect()
    }

    fn ask(n: u32) -> u32 {
        events::notify(n)
    }
}
