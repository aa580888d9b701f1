//! Stands between a store and who uses it.

include!(env!("BINDINGS"));

use demo::chain::store as next;
use exports::demo::chain::store::{self, Guest, GuestCursor};

struct Component;

struct Cursor(next::Cursor);

impl Drop for Cursor {
    fn drop(&mut self) {
        println!("a cursor of the proxy is gone");
    }
}

impl GuestCursor for Cursor {
    fn new(prefix: String) -> Self {
        Self(next::Cursor::new(&prefix))
    }

    fn next(&self) -> Option<String> {
        self.0.next()
    }
}

impl Guest for Component {
    type Cursor = Cursor;

    fn path() -> Vec<String> {
        let mut path = vec!["a proxy in Rust".to_owned()];
        path.extend(next::path());
        path
    }

    fn pass(cursor: store::Cursor) -> store::Cursor {
        cursor
    }
}

export!(Component);
