//@ [borrowing]
//@ args = '--ownership borrowing'

//! World runner of `test.wit`.

#[macro_use]
#[path = "../calls.rs"]
mod calls;

include!(env!("BINDINGS"));

use test::wide_flags::wide::{echo_all, echo_forty, Forty};

struct Component;

export!(Component);

impl Guest for Component {
    fn run() {
        for forty in [
            Forty::empty(),
            Forty::B31 | Forty::B32,
            Forty::B39,
            Forty::all(),
        ] {
            costs_nothing! { assert_eq!(echo_forty(forty), forty); }
        }
        let all = [(true, Forty::B38, 7), (false, Forty::empty(), 255)];
        leaves_nothing! {
            assert_eq!(echo_all(&all), all);
            assert!(echo_all(&[]).is_empty());
        }
    }
}
