//@ [views]
//@ args = '--api-style symmetric'

//! World middle of `test.wit`: hands everything on, changed a little, in carts of its own.

#[macro_use]
#[path = "../given.rs"]
mod given;

include!(env!("BINDINGS"));

use exports::test::chain::shop::{Cart, CartBorrow, Guest, GuestCart, Trouble};
use test::chain::parts::{Item, Verdict};
use test::chain::shop;

struct Component;

export!(Component);

struct MyCart(shop::Cart);

impl GuestCart for MyCart {
    fn new(owner: given!(String, &str)) -> Self {
        Self(shop::Cart::new(owner.as_ref()))
    }

    fn add(&self, item: given!(Item, &Item)) -> u32 {
        self.0.add(std::borrow::Borrow::borrow(&item)) + 100
    }

    fn items(&self) -> Vec<Item> {
        self.0.items().into_iter().rev().collect()
    }

    fn merge(a: Cart, b: Cart) -> Cart {
        let (a, b) = (a.into_inner::<MyCart>(), b.into_inner::<MyCart>());
        Cart::new(MyCart(shop::Cart::merge(a.0, b.0)))
    }

    fn alive() -> u32 {
        shop::Cart::alive()
    }
}

fn ours(trouble: shop::Trouble) -> Trouble {
    match trouble {
        shop::Trouble::Closed => Trouble::Closed,
        shop::Trouble::Empty => Trouble::Empty,
    }
}

impl Guest for Component {
    type Cart = MyCart;

    fn judge(item: given!(Item, &Item)) -> Verdict {
        let mut item = item.to_owned();
        if !item.name.is_empty() {
            item.name.push('!');
        }
        shop::judge(&item)
    }

    fn buy(cart: Cart) -> Result<Vec<Item>, Trouble> {
        shop::buy(cart.into_inner::<MyCart>().0).map_err(ours)
    }

    fn look(cart: CartBorrow<'_>) -> Result<u32, String> {
        shop::look(&cart.get::<MyCart>().0)
    }

    fn weigh(item: given!(Item, &Item)) -> Result<f32, Item> {
        shop::weigh(std::borrow::Borrow::borrow(&item))
    }

    fn price(item: given!(Item, &Item)) -> Result<f64, Verdict> {
        shop::price(std::borrow::Borrow::borrow(&item))
    }

    fn half(n: u32) -> Result<u32, ()> {
        shop::half(n)
    }

    fn nested(how: u32) -> Result<Result<(), String>, Trouble> {
        shop::nested(how).map_err(ours)
    }
}
