//! The provider without bindings. With `owning` it works on copies, as a function does that is given values.

mod hand;

use hand::{Entries, Entry, Numbers, Point, Text, checked, lent};
use std::hint::black_box;
use std::mem::ManuallyDrop;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

unsafe extern "C" {
    fn hand_notify(n: u32) -> u32;
}

/// Lets go of the memory of a list.
fn given<T>(list: Vec<T>) -> (*mut T, usize) {
    let mut list = ManuallyDrop::new(list.into_boxed_slice());
    (list.as_mut_ptr(), list.len())
}

const LETTERS: &str = "xxxxxxxxxxxxxxxx";

fn letters(length: u32) -> Text {
    let text = LETTERS[..length as usize].to_owned();
    let (data, size) = given(text.into_bytes());
    Text { data, size }
}

#[unsafe(no_mangle)]
extern "C" fn hand_add(a: u32, b: u32) -> u32 {
    a.wrapping_add(b)
}

#[unsafe(no_mangle)]
unsafe extern "C" fn hand_take_text(data: *const u8, size: usize) -> u32 {
    let text = checked(unsafe { lent(data, size) });
    #[cfg(owning)]
    let text = String::from(text);
    let text = black_box(text);
    text.len() as u32 + u32::from(text.as_bytes()[0])
}

#[unsafe(no_mangle)]
unsafe extern "C" fn hand_make_text(length: u32, text: *mut Text) {
    unsafe { text.write(letters(length)) };
}

#[unsafe(no_mangle)]
unsafe extern "C" fn hand_sum_numbers(data: *const u32, size: usize) -> u32 {
    let numbers = unsafe { lent(data, size) };
    #[cfg(owning)]
    let numbers = numbers.to_vec();
    let numbers = black_box(numbers);
    numbers
        .iter()
        .fold(0, |sum, number| sum.wrapping_add(*number))
}

#[unsafe(no_mangle)]
unsafe extern "C" fn hand_make_numbers(length: u32, numbers: *mut Numbers) {
    let (data, size) = given((0..length).collect());
    unsafe { numbers.write(Numbers { data, size }) };
}

#[unsafe(no_mangle)]
unsafe extern "C" fn hand_sum_points(data: *const Point, size: usize) -> i32 {
    let points = unsafe { lent(data, size) };
    #[cfg(owning)]
    let points = points.to_vec();
    let points = black_box(points);
    points.iter().map(|point| point.x + point.y).sum()
}

/// An entry as Rust has it.
struct Named<Name> {
    name: Name,
    value: u64,
}

#[unsafe(no_mangle)]
unsafe extern "C" fn hand_sum_entries(data: *const Entry, size: usize) -> u64 {
    let entries = unsafe { lent(data, size) };
    let named = entries.iter().map(|entry| {
        let name = checked(unsafe { lent(entry.name.data, entry.name.size) });
        #[cfg(owning)]
        let name = String::from(name);
        Named {
            name,
            value: entry.value,
        }
    });
    #[cfg(owning)]
    let named = black_box(named.collect::<Vec<_>>()).into_iter();
    named
        .map(|entry| entry.name.len() as u64 + entry.value)
        .sum()
}

#[unsafe(no_mangle)]
unsafe extern "C" fn hand_make_entries(length: u32, entries: *mut Entries) {
    let made = |value| Entry {
        name: letters(16),
        value,
    };
    let (data, size) = given((0..u64::from(length)).map(made).collect());
    unsafe { entries.write(Entries { data, size }) };
}

#[unsafe(no_mangle)]
unsafe extern "C" fn hand_ask(n: u32) -> u32 {
    unsafe { hand_notify(n) }
}

#[unsafe(no_mangle)]
extern "C" fn hand_counter_new(start: u32) -> *mut AtomicU32 {
    Box::into_raw(Box::new(AtomicU32::new(start)))
}

#[unsafe(no_mangle)]
unsafe extern "C" fn hand_counter_add(counter: *mut AtomicU32, n: u32) -> u32 {
    let counter = unsafe { &*counter };
    let value = counter.load(Relaxed).wrapping_add(n);
    counter.store(value, Relaxed);
    value
}

#[unsafe(no_mangle)]
unsafe extern "C" fn hand_counter_drop(counter: *mut AtomicU32) {
    drop(unsafe { Box::from_raw(counter) });
}
