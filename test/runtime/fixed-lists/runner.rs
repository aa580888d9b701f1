//! World runner of `test.wit`: what it sends comes back.

include!(env!("BINDINGS"));

use test::fixed_lists::arrays::*;

struct Component;

export!(Component);

impl Guest for Component {
    fn run() {
        let point = [0.0, -1.5, f32::MAX];
        assert_eq!(echo_point(point), point);
        let grid = [[1, 2], [3, 4], [5, u16::MAX]];
        assert_eq!(echo_grid(grid), grid);
        let names = ["", "Grüße 🚀"].map(String::from);
        assert_eq!(echo_names(&names), names);
        let tints = [Tint::Blue, Tint::Red, Tint::Green, Tint::Blue];
        assert_eq!(echo_tints(tints), tints);
        let long: [i16; 20] = std::array::from_fn(|i| -(i as i16) * 1000);
        assert_eq!(echo_long(long), long);

        let a_box = || Box {
            low: point,
            high: [3.0; 3],
            label: [Some("label".to_string()), None],
        };
        let same = |a: &Box, b: &Box| a.low == b.low && a.high == b.high && a.label == b.label;
        assert!(same(&echo_box(&a_box()), &a_box()));
        let boxes = [a_box(), a_box()];
        let back = echo_boxes(&boxes);
        assert!(back.len() == 2 && same(&back[0], &boxes[0]) && same(&back[1], &boxes[1]));

        let named = Shape::Named(["a", "b"].map(String::from));
        for shape in [Shape::Dot(point), named, Shape::Many(vec![grid, grid])] {
            assert_eq!(format!("{:?}", echo_shape(&shape)), format!("{shape:?}"));
        }

        let texts = [vec!["one".to_string(), String::new()], vec![]];
        assert_eq!(echo_texts(texts.clone()), texts);
        assert_eq!(echo_option(None), None);
        let some = [Ok(7), Err("why".to_string())];
        assert_eq!(echo_option(Some(some.clone())), Some(some));

        let pegs = swap_pegs([Peg::new(point), Peg::new([1.0; 3])]);
        assert_eq!((pegs[0].at(), pegs[1].at()), ([1.0; 3], point));
        assert_eq!(Peg::alive(), 2);
        drop(pegs);
        assert_eq!(Peg::alive(), 0);
    }
}
