//@ args = '--enable-method-chaining --skip left-out'
//@ [views]
//@ args = '--api-style symmetric'

//! World test of `test.wit`, without `std`. It exports `left-out` by hand.

#![no_std]

extern crate alloc;

#[macro_use]
#[path = "../given.rs"]
mod given;

include!(env!("BINDINGS"));

use alloc::string::String;
use alloc::vec::Vec;
use core::cell::RefCell;
use exports::test::options::shelf::{Book, Guest, GuestBook, Marks, Refusal, Tag};

struct Component;

export!(Component);

struct MyBook {
    title: RefCell<String>,
}

impl GuestBook for MyBook {
    fn new(title: given!(String, &str)) -> Self {
        let title = RefCell::new(title.into());
        Self { title }
    }

    fn title(&self) -> String {
        self.title.borrow().clone()
    }

    fn extend(&self, by: given!(String, &str)) -> &Self {
        self.title.borrow_mut().push_str(by.as_ref());
        self
    }

    fn cut(&self, length: u32) -> &Self {
        self.title.borrow_mut().truncate(length as usize);
        self
    }
}

impl Guest for Component {
    type Book = MyBook;

    fn renamed(mut book: Book, title: given!(String, &str)) -> Book {
        *book.get_mut::<MyBook>().title.get_mut() = title.into();
        book
    }

    fn torn(book: Book) -> Tag {
        let text = book.into_inner::<MyBook>().title.into_inner();
        let number = text.len() as u32;
        Tag { text, number }
    }

    fn marked(tags: given!(Vec<Tag>, &[Tag]), marks: Marks) -> (Vec<Tag>, Marks) {
        let higher = tags.iter().map(|tag| Tag {
            text: tag.text.clone(),
            number: tag.number + 1,
        });
        (higher.collect(), marks)
    }

    fn refused(lost: bool) -> Result<(), Refusal> {
        Err(if lost { Refusal::Lost } else { Refusal::Closed })
    }
}

#[unsafe(export_name = "test:options/shelf#left-out")]
pub extern "C" fn left_out() -> u32 {
    7
}
