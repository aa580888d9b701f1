//! The consumer with bindings, in either API style.

mod bindings {
    include!(env!("BINDINGS"));
}
mod measured;

use bindings::bench::calls::work::{self, Counter, Point};
use bindings::exports::bench::calls::events;
use measured::{LIST_LENGTH, LONG_TEXT, NUMBERS, SHORT_LENGTH, SHORT_TEXT, measured};
use std::sync::LazyLock;

struct Consumer;

bindings::export!(Consumer with_types_in bindings);

impl events::Guest for Consumer {
    fn notify(n: u32) -> u32 {
        n + 1
    }
}

static POINTS: LazyLock<Vec<Point>> =
    LazyLock::new(|| vec![Point { x: 1, y: 2 }; LIST_LENGTH as usize]);

#[cfg(views)]
use work::EntryParam;
#[cfg(views)]
static ENTRIES: LazyLock<Vec<EntryParam<'static>>> = LazyLock::new(|| {
    let name = SHORT_TEXT.as_str();
    vec![EntryParam { name, value: 3 }; LIST_LENGTH as usize]
});

#[cfg(not(views))]
use work::Entry;
#[cfg(not(views))]
static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let name = SHORT_TEXT.clone();
    vec![Entry { name, value: 3 }; LIST_LENGTH as usize]
});

measured! {
    measured_add(_none = (); sum, index) u64::from(work::add(sum as u32, index as u32));
    measured_take_short_text(text = SHORT_TEXT.as_str(); sum, _) sum + u64::from(work::take_text(text));
    measured_take_long_text(text = LONG_TEXT.as_str(); sum, _) sum + u64::from(work::take_text(text));
    measured_make_text(length = SHORT_LENGTH; sum, _) {
        let text = work::make_text(length);
        sum + text.len() as u64 + u64::from(text.as_bytes()[0])
    };
    measured_sum_numbers(numbers = NUMBERS.as_slice(); sum, _) sum + u64::from(work::sum_numbers(numbers));
    measured_make_numbers(length = LIST_LENGTH; sum, _) {
        let numbers = work::make_numbers(length);
        sum + numbers.len() as u64 + u64::from(numbers[numbers.len() - 1])
    };
    measured_sum_points(points = POINTS.as_slice(); sum, _) sum + work::sum_points(points) as u64;
    measured_sum_entries(entries = ENTRIES.as_slice(); sum, _) sum + work::sum_entries(entries);
    measured_make_entries(length = LIST_LENGTH; sum, _) {
        let entries = work::make_entries(length);
        sum + (entries.len() + entries[entries.len() - 1].name.len()) as u64
    };
    measured_method(counter = Counter::new(0); sum, _) sum + u64::from(counter.add(1));
    measured_callback(_none = (); sum, _) u64::from(work::ask(sum as u32));
}
