//@ args = '--features shown'

//! World runner of `test.wit`.

include!(env!("BINDINGS"));

use test::dep1_0_0::api as api_1;
use test::dep2_0_0::api as api_2;
use test::worlds::measures;

struct Component;

export!(Component);

impl Guest for Component {
    fn run() {
        {
            let (a, b) = (Gauge::new(1.5), Gauge::new(-3.0));
            let sum = add_gauges(&a, &b);
            assert_eq!((sum.read(), a.read(), Gauge::alive()), (-1.5, 1.5, 3));
            assert_eq!(check_gauge(sum).err().as_deref(), Some("less than nothing"));
            assert_eq!(Gauge::alive(), 2);
            assert_eq!(check_gauge(a).unwrap().read(), 1.5);
        }
        assert_eq!(Gauge::alive(), 0);

        let size = Size {
            width: 1 << 20,
            height: 1 << 30,
        };
        let frames = framed(&["one".to_string(), String::new()], size);
        assert_eq!(
            (
                frames.len(),
                frames[0].title.as_str(),
                frames[1].size.height
            ),
            (2, "one", 1 << 30)
        );
        assert_eq!((area(frames.first()), area(None)), (1 << 50, 0));
        assert!(framed(&[], size).is_empty());

        assert_eq!((api_1::version(), api_2::version()), (1, 2));
        assert_eq!(
            (api_1::stamped("a").as_str(), api_2::stamped("").as_str()),
            ("a@1", "@2")
        );
        assert_eq!(measures::steady(), "steady");
        assert_eq!(
            measures::found(Size {
                width: 6,
                height: 7
            }),
            42
        );
    }
}
