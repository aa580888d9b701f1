//! Uses whatever provides the interface: an object, its method, a function.

include!(env!("BINDINGS"));

use demo::app::api::{Counter, Point};

/// Kept in a shared object, too.
#[unsafe(no_mangle)]
pub extern "C" fn use_plugin() {
    let counter = Counter::new(40);
    let point = Point {
        x: counter.get(),
        y: 2,
    };
    println!(
        "sum {} by {}",
        demo::app::api::sum(point),
        demo::app::api::maker()
    );
}

fn main() {
    use_plugin();
}
