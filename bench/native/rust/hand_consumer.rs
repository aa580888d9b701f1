//! The consumer without bindings.

mod hand;
mod measured;

use hand::{Entries, Entry, Numbers, Point, Text, checked, lent};
use measured::{LIST_LENGTH, LONG_TEXT, NUMBERS, SHORT_LENGTH, SHORT_TEXT, measured};
use std::ffi::c_void;
use std::mem::MaybeUninit;
use std::sync::LazyLock;

unsafe extern "C" {
    fn hand_add(a: u32, b: u32) -> u32;
    fn hand_take_text(data: *const u8, size: usize) -> u32;
    fn hand_make_text(length: u32, text: *mut Text);
    fn hand_sum_numbers(data: *const u32, size: usize) -> u32;
    fn hand_make_numbers(length: u32, numbers: *mut Numbers);
    fn hand_sum_points(data: *const Point, size: usize) -> i32;
    fn hand_sum_entries(data: *const Entry, size: usize) -> u64;
    fn hand_make_entries(length: u32, entries: *mut Entries);
    fn hand_ask(n: u32) -> u32;
    fn hand_counter_new(start: u32) -> *mut c_void;
    fn hand_counter_add(counter: *mut c_void, n: u32) -> u32;
    fn hand_counter_drop(counter: *mut c_void);
    fn free(memory: *mut c_void);
}

#[unsafe(no_mangle)]
extern "C" fn hand_notify(n: u32) -> u32 {
    n + 1
}

static POINTS: LazyLock<Vec<Point>> =
    LazyLock::new(|| vec![Point { x: 1, y: 2 }; LIST_LENGTH as usize]);

/// Entries, whose texts nobody ever changes or frees.
struct Shared(Vec<Entry>);

unsafe impl Send for Shared {}
unsafe impl Sync for Shared {}

static ENTRIES: LazyLock<Shared> = LazyLock::new(|| {
    let entry = |_| Entry {
        name: Text {
            data: SHORT_TEXT.as_ptr().cast_mut(),
            size: SHORT_TEXT.len(),
        },
        value: 3,
    };
    Shared((0..LIST_LENGTH).map(entry).collect())
});

/// What a function answers in memory of its caller.
unsafe fn answered<T>(call: impl FnOnce(*mut T)) -> T {
    let mut area = MaybeUninit::uninit();
    call(area.as_mut_ptr());
    unsafe { area.assume_init() }
}

fn take_text(text: &str) -> u64 {
    u64::from(unsafe { hand_take_text(text.as_ptr(), text.len()) })
}

fn make_text() -> u64 {
    unsafe {
        let given = answered(|text| hand_make_text(SHORT_LENGTH, text));
        let text = checked(lent(given.data, given.size));
        let sum = text.len() as u64 + u64::from(text.as_bytes()[0]);
        free(given.data.cast());
        sum
    }
}

fn make_numbers() -> u64 {
    unsafe {
        let given = answered(|numbers| hand_make_numbers(LIST_LENGTH, numbers));
        let numbers = lent(given.data, given.size);
        let sum = numbers.len() as u64 + u64::from(numbers[numbers.len() - 1]);
        free(given.data.cast());
        sum
    }
}

fn make_entries() -> u64 {
    unsafe {
        let given = answered(|entries| hand_make_entries(LIST_LENGTH, entries));
        let entries = lent(given.data, given.size);
        for entry in entries {
            checked(lent(entry.name.data, entry.name.size));
        }
        let sum = (entries.len() + entries[entries.len() - 1].name.size) as u64;
        for entry in entries {
            free(entry.name.data.cast());
        }
        free(given.data.cast());
        sum
    }
}

/// A counter of the provider's.
struct Counter(*mut c_void);

impl Drop for Counter {
    fn drop(&mut self) {
        unsafe { hand_counter_drop(self.0) };
    }
}

measured! {
    measured_add(_none = (); sum, index) u64::from(unsafe { hand_add(sum as u32, index as u32) });
    measured_take_short_text(text = SHORT_TEXT.as_str(); sum, _) sum + take_text(text);
    measured_take_long_text(text = LONG_TEXT.as_str(); sum, _) sum + take_text(text);
    measured_make_text(_none = (); sum, _) sum + make_text();
    measured_sum_numbers(numbers = NUMBERS.as_slice(); sum, _)
        sum + u64::from(unsafe { hand_sum_numbers(numbers.as_ptr(), numbers.len()) });
    measured_make_numbers(_none = (); sum, _) sum + make_numbers();
    measured_sum_points(points = POINTS.as_slice(); sum, _)
        sum + unsafe { hand_sum_points(points.as_ptr(), points.len()) } as u64;
    measured_sum_entries(entries = ENTRIES.0.as_slice(); sum, _)
        sum + unsafe { hand_sum_entries(entries.as_ptr(), entries.len()) };
    measured_make_entries(_none = (); sum, _) sum + make_entries();
    measured_method(counter = Counter(unsafe { hand_counter_new(0) }); sum, _)
        sum + u64::from(unsafe { hand_counter_add(counter.0, 1) });
    measured_callback(_none = (); sum, _) u64::from(unsafe { hand_ask(sum as u32) });
}
