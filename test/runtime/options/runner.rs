//@ args = [
//@     '--with=test:options/kinds/tag=crate::mine::Tag',
//@     '--with=test:options/kinds/marks=generate',
//@     '-dPartialEq',
//@     '--additional-derive-ignore=refusal',
//@     '--enable-method-chaining',
//@     '--skip=left-out',
//@ ]
//@ [raw]
//@ args = '--raw-strings'

//! World runner of `test.wit`, with a type of its own, and in the way `raw` with bytes for texts.

#[macro_use]
#[path = "../calls.rs"]
mod calls;

include!(env!("BINDINGS"));

mod mine {
    #[cfg(not(raw))]
    pub type Text = String;
    #[cfg(raw)]
    pub type Text = Vec<u8>;

    #[derive(Clone, Debug, PartialEq)]
    pub struct Tag {
        pub text: Text,
        pub number: u32,
    }
}

use mine::Tag;
use test::options::kinds::Marks;
use test::options::shelf::{self, Book, Refusal};

struct Component;

export!(Component);

/// A text as the bindings have it.
#[cfg(not(raw))]
fn text(text: &str) -> &str {
    text
}
#[cfg(raw)]
fn text(text: &str) -> &[u8] {
    text.as_bytes()
}

fn tag(label: &str, number: u32) -> Tag {
    let text = text(label).to_owned();
    Tag { text, number }
}

impl Guest for Component {
    fn run() {
        leaves_nothing! { books(); }

        let tags = [tag("", 0), tag("long", u32::MAX - 1)];
        let higher = vec![tag("", 1), tag("long", u32::MAX)];
        leaves_nothing! { assert_eq!(shelf::marked(&tags, Marks::all()), (higher.clone(), Marks::all())); }

        costs_nothing! {
            assert!(matches!(shelf::refused(true), Err(Refusal::Lost)));
            assert!(matches!(shelf::refused(false), Err(Refusal::Closed)));
        }
        let refusal: Box<dyn std::error::Error> = Box::new(Refusal::Lost);
        assert!(!refusal.to_string().is_empty());
    }
}

fn books() {
    let book = Book::new(text("one"));
    assert_eq!(
        book.extend(text(" more")).extend(text("!")).title(),
        text("one more!")
    );
    assert_eq!(book.cut(3).title(), text("one"));
    let book = shelf::renamed(book, text("another"));
    assert_eq!(book.title(), text("another"));
    assert_eq!(shelf::torn(book), tag("another", 7));
}
