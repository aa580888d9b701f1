//@ skip=hide
//@ skip=[method]thing.look
//@ generateUnusedTypes=no

#![deny(warnings)]

mod bindings {
    include!(env!("BINDINGS"));
}

use bindings::exports::demo::app::both::{Guest, GuestThing, Used};

/// Nothing is generated that only a skipped function would use.
pub struct Unused;
#[allow(unused_imports)]
use bindings::exports::demo::app::both::*;
const _: Unused = Unused;

struct App;

impl Guest for App {
    type Thing = App;

    fn show(it: Used) {
        bindings::demo::app::both::show(bindings::demo::app::both::Used { x: it.x });
    }
}

impl GuestThing for App {
    fn new() -> Self {
        App
    }
}

bindings::export!(App with_types_in bindings);
