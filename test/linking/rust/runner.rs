//! Uses a store through whatever stands between.

include!(env!("BINDINGS"));

use demo::chain::store::{self, Cursor};

fn main() {
    let cursor = Cursor::new("x");
    while let Some(item) = cursor.next() {
        println!("item {item}");
    }
    drop(store::pass(cursor));
    for component in store::path() {
        println!("through {component}");
    }
}
