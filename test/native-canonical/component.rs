//! A component with canonical bindings as a native library.

#[path = "bindings/exporter.rs"]
mod bindings;

use bindings::exports::demo::app::api::{Counter, CounterBorrow, Err, Guest, GuestCounter, Point};
use std::cell::Cell;

struct Component;

struct Count {
    value: Cell<u64>,
    label: String,
}

impl GuestCounter for Count {
    fn new(start: u32, label: String) -> Self {
        let value = Cell::new(start.into());
        Self { value, label }
    }

    fn add(&self, n: u64) -> u64 {
        self.value.set(self.value.get() + n);
        self.value.get()
    }

    fn label(&self) -> String {
        self.label.clone()
    }

    fn merge(a: Counter, b: CounterBorrow<'_>) -> Counter {
        a.get::<Count>().add(b.get::<Count>().value.get());
        a
    }
}

impl Guest for Component {
    type Counter = Count;

    fn greet(name: String) -> String {
        format!("Hello, {name}!")
    }

    fn move_point(p: Point) -> Point {
        Point { x: p.x + 1, ..p }
    }

    fn sum(points: Vec<Point>) -> Vec<Point> {
        let x = points.iter().map(|point| point.x).sum();
        let name = points.into_iter().map(|point| point.name).collect();
        vec![Point { x, name }]
    }

    fn find(k: Option<u64>) -> Option<String> {
        k.map(|key| key.to_string())
    }

    fn parse(s: String) -> Result<f64, Err> {
        s.parse().map_err(|_| Err::Bad)
    }

    fn all() -> Vec<Counter> {
        vec![Counter::new(Count::new(7, "seven".into()))]
    }
}

bindings::export!(Component with_types_in bindings);
