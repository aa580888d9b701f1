//@ enableMethodChaining=yes

#![deny(warnings)]

mod bindings {
    include!(env!("BINDINGS"));
}

use bindings::demo::app::paint::Brush;
use bindings::exports::demo::app::paint::{Guest, GuestBrush};

struct App;

struct MyBrush(Brush);

impl Guest for App {
    type Brush = MyBrush;

    fn wash() {}
}

impl GuestBrush for MyBrush {
    fn new() -> Self {
        MyBrush(Brush::new())
    }

    fn color(&self, name: String) -> &Self {
        self.0.color(&name).draw(&[]).color("green");
        self
    }

    fn draw(&self, _lines: Vec<String>) -> &Self {
        self
    }

    fn is_wet(&self) -> bool {
        self.0.is_wet()
    }

    fn clean_all() {}
}

bindings::export!(App with_types_in bindings);
