//@ [views]
//@ args = '--api-style symmetric'

//! World leaf of `test.wit`.

#[macro_use]
#[path = "../given.rs"]
mod given;

include!(env!("BINDINGS"));

use exports::test::chain::shop::{Cart, CartBorrow, Guest, GuestCart, Item, Trouble, Verdict};
use std::cell::RefCell;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use test::chain::parts::Marks;

struct Component;

export!(Component);

static ALIVE: AtomicU32 = AtomicU32::new(0);

struct MyCart {
    owner: String,
    items: RefCell<Vec<Item>>,
}

impl MyCart {
    fn with(owner: String, items: Vec<Item>) -> Self {
        ALIVE.fetch_add(1, SeqCst);
        Self {
            owner,
            items: RefCell::new(items),
        }
    }
}

impl Drop for MyCart {
    fn drop(&mut self) {
        ALIVE.fetch_sub(1, SeqCst);
    }
}

impl GuestCart for MyCart {
    fn new(owner: given!(String, &str)) -> Self {
        Self::with(owner.into(), Vec::new())
    }

    fn add(&self, item: given!(Item, &Item)) -> u32 {
        self.items.borrow_mut().push(item.to_owned());
        self.items.borrow().len() as u32
    }

    fn items(&self) -> Vec<Item> {
        self.items.borrow().clone()
    }

    fn merge(a: Cart, b: Cart) -> Cart {
        let (a, b) = (a.get::<MyCart>(), b.get::<MyCart>());
        let mut items = a.items.take();
        items.extend(b.items.take());
        Cart::new(MyCart::with(format!("{} and {}", a.owner, b.owner), items))
    }

    fn alive() -> u32 {
        ALIVE.load(SeqCst)
    }
}

impl Guest for Component {
    type Cart = MyCart;

    fn judge(item: given!(Item, &Item)) -> Verdict {
        if item.name.is_empty() {
            Verdict::Wrong("no name".to_string())
        } else if item.marks.contains(Marks::ODD) {
            Verdict::Doubtful(item.to_owned())
        } else {
            Verdict::Fine
        }
    }

    fn buy(cart: Cart) -> Result<Vec<Item>, Trouble> {
        let items = cart.get::<MyCart>().items.take();
        if items.is_empty() {
            Err(Trouble::Empty)
        } else {
            Ok(items)
        }
    }

    fn look(cart: CartBorrow<'_>) -> Result<u32, String> {
        let cart = cart.get::<MyCart>();
        match cart.items.borrow().len() {
            0 => Err(cart.owner.clone()),
            count => Ok(count as u32),
        }
    }

    fn weigh(item: given!(Item, &Item)) -> Result<f32, Item> {
        if item.marks.is_empty() {
            Err(item.to_owned())
        } else {
            Ok(1.5)
        }
    }

    fn price(item: given!(Item, &Item)) -> Result<f64, Verdict> {
        match Self::judge(item) {
            Verdict::Fine => Ok(-0.25),
            verdict => Err(verdict),
        }
    }

    fn half(n: u32) -> Result<u32, ()> {
        if n % 2 == 1 {
            Err(())
        } else {
            Ok(n / 2)
        }
    }

    fn nested(how: u32) -> Result<Result<(), String>, Trouble> {
        match how {
            0 => Ok(Ok(())),
            1 => Ok(Err("inner".to_string())),
            _ => Err(Trouble::Closed),
        }
    }
}
