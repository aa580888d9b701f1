//@ with=demo:app/kinds@1.0.0=crate::lib::demo::app::kinds
//@ with=demo:app/plain@1.0.0=crate::lib::demo::app::plain
//@ with=demo:app/wit-with-kinds@1.0.0=generate

#![deny(warnings)]

mod lib {
    include!(env!("BINDINGS_LIB"));
}

mod bindings {
    include!(env!("BINDINGS"));
}

use bindings::demo::app::{users, wit_with_kinds};
use bindings::exports::demo::app::users::Guest;
use lib::demo::app::kinds::{File, OpenFile, Person, Point, Shape, find};
use lib::demo::app::plain;

struct App;

impl Guest for App {
    fn greet(all: Vec<Person>, shape: Shape) -> Vec<Person> {
        plain::ping();
        wit_with_kinds::pong();
        let dot = Shape::Dot(Point { x: 1, y: 2 });
        let mut greeted = users::greet(&all, &shape);
        greeted.extend(users::greet(&[], &dot));
        greeted.extend(find("me"));
        greeted
    }

    fn look(file: &File) -> OpenFile {
        let other = File::new(&file.name());
        users::look(&other)
    }
}

bindings::export!(App with_types_in bindings);
