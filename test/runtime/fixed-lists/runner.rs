//@ [borrowing]
//@ args = '--ownership borrowing'

//! World runner of `test.wit`: what it sends comes back.

#[macro_use]
#[path = "../calls.rs"]
mod calls;

include!(env!("BINDINGS"));

use test::fixed_lists::arrays::*;

struct Component;

export!(Component);

impl Guest for Component {
    fn run() {
        let point = [0.0, -1.5, f32::MAX];
        let grid = [[1, 2], [3, 4], [5, u16::MAX]];
        let names = ["", "Grüße 🚀"].map(String::from);
        let tints = [Tint::Blue, Tint::Red, Tint::Green, Tint::Blue];
        let long: [i16; 20] = std::array::from_fn(|i| -(i as i16) * 1000);
        costs_nothing! {
            assert_eq!(echo_point(point), point);
            assert_eq!(echo_grid(grid), grid);
            assert_eq!(echo_tints(tints), tints);
            assert_eq!(echo_long(long), long);
            assert_eq!(echo_option(None), None);
        }

        let a_box = || Box {
            low: point,
            high: [3.0; 3],
            label: [Some("label".to_string()), None],
        };
        let same = |a: &Box, b: &Box| a.low == b.low && a.high == b.high && a.label == b.label;
        let boxes = [a_box(), a_box()];
        #[cfg(not(borrowing))]
        let sent_boxes = &boxes;
        #[cfg(borrowing)]
        let sent_boxes = &[&boxes[0], &boxes[1]];
        let texts = [vec!["one".to_string(), String::new()], vec![]];
        #[cfg(not(borrowing))]
        let sent_texts = texts.clone();
        #[cfg(borrowing)]
        let sent_texts: [&[&str]; 2] = [&["one", ""], &[]];
        let some = [Ok(7), Err("why".to_string())];
        #[cfg(not(borrowing))]
        let sent_some = some.clone();
        #[cfg(borrowing)]
        let sent_some = [Ok(7), Err("why")];
        leaves_nothing! {
            assert_eq!(echo_names(&names), names);
            assert!(same(&echo_box(&a_box()), &a_box()));
            assert!(echo_boxes(sent_boxes).iter().zip(&boxes).filter(|(a, b)| same(a, b)).count() == 2);
            assert_eq!(echo_texts(sent_texts.clone()), texts);
            assert_eq!(echo_option(Some(sent_some.clone())).as_ref(), Some(&some));
        }

        let named = Shape::Named(["a", "b"].map(String::from));
        for shape in [Shape::Dot(point), named, Shape::Many(vec![grid, grid])] {
            leaves_nothing! {
                assert_eq!(format!("{:?}", echo_shape(&shape)), format!("{shape:?}"));
            }
        }

        leaves_nothing! {
            {
                let pegs = swap_pegs([Peg::new(point), Peg::new([1.0; 3])]);
                assert_eq!((pegs[0].at(), pegs[1].at()), ([1.0; 3], point));
                assert_eq!(Peg::alive(), 2);
            };
        }
        costs_nothing! { assert_eq!(Peg::alive(), 0); }
    }
}
