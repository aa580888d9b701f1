//@ [views]
//@ args = '--api-style symmetric'

//! World test of `test.wit`: gives back what it is given.

#[macro_use]
#[path = "../given.rs"]
mod given;

include!(env!("BINDINGS"));

use exports::test::wide_flags::wide::{Forty, Guest};

struct Component;

export!(Component);

type Each = (bool, Forty, u8);

impl Guest for Component {
    echoes! {
        echo_forty: Forty;
        echo_all: Vec<Each>, &[Each];
    }
}
