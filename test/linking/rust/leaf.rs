//! A store.

include!(env!("BINDINGS"));

use exports::demo::chain::store::{self, Guest, GuestCursor};
use std::cell::Cell;

struct Component;

struct Cursor {
    prefix: String,
    left: Cell<u32>,
}

impl Drop for Cursor {
    fn drop(&mut self) {
        println!("a cursor of the leaf is gone");
    }
}

impl GuestCursor for Cursor {
    fn new(prefix: String) -> Self {
        let left = Cell::new(2);
        Self { prefix, left }
    }

    fn next(&self) -> Option<String> {
        let left = self.left.get();
        self.left.set(left.checked_sub(1)?);
        Some(format!("{}{left}", self.prefix))
    }
}

impl Guest for Component {
    type Cursor = Cursor;

    fn path() -> Vec<String> {
        vec!["a leaf in Rust".into()]
    }

    fn pass(cursor: store::Cursor) -> store::Cursor {
        cursor
    }
}

export!(Component);
