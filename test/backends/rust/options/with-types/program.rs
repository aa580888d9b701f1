//@ with=demo:app/kinds/point=crate::own::Point,demo:app/kinds/file=crate::own::File
//@ with=demo:app/kinds/color=crate::own::Color
//@ with=demo:app/kinds/shape=crate::own::Shape
//@ with=demo:app/kinds/line=crate::own::Line
//@ with=demo:app/kinds/rights=crate::own::Rights
//@ with=demo:app/kinds/id=crate::own::Id
//@ with=app/pair=crate::own::Pair
//@ with=dot=crate::own::Dot

#![deny(warnings)]

pub mod own {
    #[derive(Clone, Copy)]
    #[repr(C)]
    pub struct Point {
        pub x: f64,
        pub y: u8,
    }

    /// Keeps handles as wit-bindgen's types do.
    pub struct File(pub usize);

    impl File {
        pub fn take_handle(&self) -> usize {
            self.0
        }

        pub fn handle(&self) -> usize {
            self.0
        }

        /// # Safety
        ///
        /// The handle must be one of a file.
        pub unsafe fn from_handle(handle: usize) -> Self {
            File(handle)
        }
    }

    #[derive(Clone, Copy)]
    pub enum Color {
        Red,
        LightGreen,
    }

    pub enum Shape {
        At(Point),
        In(File),
        Colored(Color),
        None,
    }

    pub struct Line {
        pub text: String,
        pub color: Color,
    }

    #[derive(Clone, Copy)]
    pub struct Rights(u8);

    impl Rights {
        pub fn bits(&self) -> u8 {
            self.0
        }

        pub fn from_bits_truncate(bits: u8) -> Self {
            Rights(bits & 3)
        }
    }

    pub type Id = u32;

    #[derive(Clone, Copy)]
    pub struct Pair {
        pub b: u8,
        pub a: u8,
    }

    #[derive(Clone, Copy)]
    pub struct Dot {
        pub x: u8,
    }
}

mod bindings {
    include!(env!("BINDINGS"));
}

use bindings::demo::app::use_of_kinds;
use own::{Color, File, Pair, Point, Shape};

pub fn check(file: File) -> Pair {
    let at = Point { x: 1.0, y: 2 };
    let moved: Vec<Point> = use_of_kinds::move_(at, &[at]);
    let _: Vec<own::Dot> = bindings::inner::dots();
    let _: Vec<Color> = use_of_kinds::paint(Color::Red, &[Color::LightGreen]);
    if let Shape::In(file) = use_of_kinds::draw(Shape::At(moved[0])) {
        use_of_kinds::open(File(1), &file);
    }
    let _ = use_of_kinds::open(file, &File(2));
    bindings::swap(Pair { a: 1, b: 2 })
}

struct App;

impl bindings::exports::again::Guest for App {
    fn move_(at: Point, look: &File, take: File) -> Vec<Point> {
        use_of_kinds::open(take, look);
        vec![at]
    }
}

bindings::export!(App with_types_in bindings);
