//@ args = '--features shown'
//@ [views]
//@ args = '--api-style symmetric'

//! World leaf of `test.wit`.

#[macro_use]
#[path = "../given.rs"]
mod given;

include!(env!("BINDINGS"));

use exports::test::dep1_0_0::api as api_1;
use exports::test::dep2_0_0::api as api_2;
use exports::test::other::api as other_api;
use exports::test::worlds::measures;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};

struct Component;

export!(Component);

static ALIVE: AtomicU32 = AtomicU32::new(0);

struct MyGauge(f64);

impl measures::GuestGauge for MyGauge {
    fn new(v: f64) -> Self {
        ALIVE.fetch_add(1, SeqCst);
        Self(v)
    }

    fn read(&self) -> f64 {
        self.0
    }

    fn alive() -> u32 {
        ALIVE.load(SeqCst)
    }
}

impl Drop for MyGauge {
    fn drop(&mut self) {
        ALIVE.fetch_sub(1, SeqCst);
    }
}

impl measures::Guest for Component {
    type Gauge = MyGauge;

    fn steady() -> String {
        "steady".to_string()
    }

    fn found(size: measures::Size) -> u32 {
        size.width * size.height
    }
}

impl api_1::Guest for Component {
    fn version() -> u32 {
        1
    }

    fn stamped(text: given!(String, &str)) -> String {
        format!("{text}@1")
    }
}

impl api_2::Guest for Component {
    fn version() -> u32 {
        2
    }

    fn stamped(text: given!(String, &str)) -> String {
        format!("{text}@2")
    }
}

impl other_api::Guest for Component {
    fn version() -> u32 {
        3
    }
}
