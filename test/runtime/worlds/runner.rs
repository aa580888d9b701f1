//@ args = '--features shown'
//@ [borrowing]
//@ args = '--ownership borrowing'
//@ [duplicate]
//@ args = '--ownership borrowing-duplicate-if-necessary'

//! World runner of `test.wit`.

#[macro_use]
#[path = "../calls.rs"]
mod calls;

include!(env!("BINDINGS"));

use test::dep1_0_0::api as api_1;
use test::dep2_0_0::api as api_2;
use test::other::api as other_api;
use test::worlds::measures;

struct Component;

export!(Component);

impl Guest for Component {
    fn run() {
        leaves_nothing! { gauges(); }
        costs_nothing! { assert_eq!(Gauge::alive(), 0); }

        let size = Size {
            width: 1 << 20,
            height: 1 << 30,
        };
        let titles = ["one", ""];
        #[cfg(not(any(borrowing, duplicate)))]
        let titles = titles.map(String::from);
        leaves_nothing! {
            {
                let frames = framed(&titles, size);
                assert_eq!((frames.len(), frames[0].title.as_str()), (2, "one"));
                assert_eq!(frames[1].size.height, 1 << 30);
                assert_eq!(area(frames.first().map(seen)), 1 << 50);
            };
            {
                let joined = notes::join("text", &[0, 255]);
                assert_eq!((joined.text.as_str(), &joined.bytes[..]), ("text", &[0, 255][..]));
                let found = notes::find("text", Some(&[0, 255])).unwrap();
                assert_eq!((found.text, found.bytes), (joined.text, joined.bytes));
            };
            assert_eq!(api_1::stamped("a"), "a@1");
            assert_eq!(api_2::stamped(""), "@2");
            assert_eq!(measures::steady(), "steady");
        }
        let found = Size {
            width: 6,
            height: 7,
        };
        costs_nothing! {
            assert!(framed(&[], size).is_empty());
            assert_eq!(area(None), 0);
            assert_eq!((api_1::version(), api_2::version()), (1, 2));
            assert_eq!(other_api::version(), 3);
            assert!(notes::find("", None).is_none());
            assert_eq!(measures::found(found), 42);
        }
    }
}

/// How a frame is sent.
#[cfg(not(duplicate))]
fn seen(frame: &Frame) -> &Frame {
    frame
}
#[cfg(duplicate)]
fn seen(FrameResult { title, size }: &FrameResult) -> FrameParam<'_> {
    FrameParam { title, size: *size }
}

fn gauges() {
    let (a, b) = (Gauge::new(1.5), Gauge::new(-3.0));
    leaves_nothing! {
        {
            let sum = add_gauges(&a, &b);
            assert_eq!((sum.read(), a.read(), Gauge::alive()), (-1.5, 1.5, 3));
            assert_eq!(check_gauge(sum).err().as_deref(), Some("less than nothing"));
        };
    }
    assert_eq!(Gauge::alive(), 2);
    assert_eq!(check_gauge(a).unwrap().read(), 1.5);
}
