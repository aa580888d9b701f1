//@ args = '--features shown'
//@ [views]
//@ args = '--api-style symmetric'

//! World tools of `test.wit`.

#[macro_use]
#[path = "../given.rs"]
mod given;

include!(env!("BINDINGS"));

use exports::notes;

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

    fn framed(titles: given!(Vec<String>, &[String]), size: Size) -> Vec<Frame> {
        titles
            .iter()
            .map(|title| Frame {
                title: title.clone(),
                size,
            })
            .collect()
    }

    fn area(f: Option<given!(Frame, &Frame)>) -> u64 {
        f.map_or(0, |frame| {
            u64::from(frame.size.width) * u64::from(frame.size.height)
        })
    }
}

impl notes::Guest for Component {
    fn join(text: given!(notes::Text, &str), bytes: given!(notes::Bytes, &[u8])) -> notes::Result {
        notes::Option {
            text: text.into(),
            bytes: bytes.into(),
        }
    }

    fn find(
        text: given!(notes::Text, &str),
        bytes: Option<given!(notes::Bytes, &[u8])>,
    ) -> Option<notes::Option> {
        bytes.map(|bytes| Self::join(text, bytes))
    }
}
