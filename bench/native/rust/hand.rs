//! The same data as in `../cpp/hand.h`.

#![allow(dead_code)]

use std::slice;

#[repr(C)]
pub struct Text {
    pub data: *mut u8,
    pub size: usize,
}

#[repr(C)]
pub struct Numbers {
    pub data: *mut u32,
    pub size: usize,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct Point {
    pub x: i32,
    pub y: i32,
}

#[repr(C)]
pub struct Entry {
    pub name: Text,
    pub value: u64,
}

#[repr(C)]
pub struct Entries {
    pub data: *mut Entry,
    pub size: usize,
}

/// What is lent. Here nothing is empty.
pub unsafe fn lent<'a, T>(data: *const T, size: usize) -> &'a [T] {
    unsafe { slice::from_raw_parts(data, size) }
}

/// A string from across the boundary has to be one.
pub fn checked(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}
