//! What the consumers share: what they make calls with, and how often.

use std::sync::LazyLock;

pub const LIST_LENGTH: u32 = 1000;
pub const SHORT_LENGTH: u32 = 16;

pub static SHORT_TEXT: LazyLock<String> = LazyLock::new(|| "x".repeat(SHORT_LENGTH as usize));
pub static LONG_TEXT: LazyLock<String> = LazyLock::new(|| "x".repeat(64 << 10));
pub static NUMBERS: LazyLock<Vec<u32>> = LazyLock::new(|| (0..LIST_LENGTH).collect());

/// Functions that carry out one call so many times; each answers a sum over what came back, which all
/// consumers must agree on. What stands before the semicolon is done once.
macro_rules! measured {
    ($($name:ident($given:ident = $value:expr; $sum:ident, $index:pat) $call:expr;)*) => {
        $(
            #[unsafe(no_mangle)]
            pub extern "C" fn $name(times: u64) -> u64 {
                let $given = $value;
                let mut $sum = 0u64;
                for $index in 0..times {
                    $sum = $call;
                }
                $sum
            }
        )*
    };
}

pub(crate) use measured;
