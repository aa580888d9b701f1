//@ args = '--features shown'

//! World tools of `test.wit`.

include!(env!("BINDINGS"));

struct Component;

export!(Component);

impl Guest for Component {
    fn add_gauges(a: &Gauge, b: &Gauge) -> Gauge {
        Gauge::new(a.read() + b.read())
    }

    fn check_gauge(g: Gauge) -> Result<Gauge, String> {
        if g.read() < 0.0 {
            Err("less than nothing".to_string())
        } else {
            Ok(g)
        }
    }

    fn framed(titles: Vec<String>, size: Size) -> Vec<Frame> {
        titles
            .into_iter()
            .map(|title| Frame { title, size })
            .collect()
    }

    fn area(f: Option<Frame>) -> u64 {
        f.map_or(0, |frame| {
            u64::from(frame.size.width) * u64::from(frame.size.height)
        })
    }
}
