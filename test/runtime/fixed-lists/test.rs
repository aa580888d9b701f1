//@ [views]
//@ args = '--api-style symmetric'

//! World test of `test.wit`: gives back what it is given.

#[macro_use]
#[path = "../given.rs"]
mod given;

include!(env!("BINDINGS"));

use exports::test::fixed_lists::arrays::*;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};

struct Component;

export!(Component);

impl Guest for Component {
    type Peg = MyPeg;

    echoes! {
        echo_point: Point;
        echo_grid: Grid;
        echo_names: Names, &Names;
        echo_box: Box, &Box;
        echo_shape: Shape, &Shape;
        echo_tints: [Tint; 4];
        echo_long: [i16; 20];
        echo_boxes: Vec<Box>, &[Box];
        echo_texts: [Vec<String>; 2];
        echo_option: Option<[Result<u8, String>; 2]>;
    }

    fn swap_pegs([first, second]: [Peg; 2]) -> [Peg; 2] {
        [second, first]
    }
}

static ALIVE: AtomicU32 = AtomicU32::new(0);

struct MyPeg(Point);

impl GuestPeg for MyPeg {
    fn new(at: Point) -> Self {
        ALIVE.fetch_add(1, SeqCst);
        Self(at)
    }

    fn at(&self) -> Point {
        self.0
    }

    fn alive() -> u32 {
        ALIVE.load(SeqCst)
    }
}

impl Drop for MyPeg {
    fn drop(&mut self) {
        ALIVE.fetch_sub(1, SeqCst);
    }
}
