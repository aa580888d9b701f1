//! Whether components that were built apart mean the same interfaces.

/// Asks whoever defines an interface, when this component is loaded, whether it means the same interface:
/// it defines a function `symbol` that returns `value`, or none. `slot` is where the linker puts its address;
/// only the assembler can ask for a symbol that need not exist. Programs that are not in the format ELF
/// have no such symbols: nothing is asked there. A module for WebAssembly says in a custom section what it
/// would ask, a line for each interface, and whoever instantiates it looks.
macro_rules! same_interface {
    { $interface:literal, symbol: $symbol:literal, slot: $slot:literal, value: $value:literal } => {
        #[cfg(all(
            unix,
            not(any(target_vendor = "apple", miri)),
            any(
                target_arch = "x86",
                target_arch = "x86_64",
                target_arch = "arm",
                target_arch = "aarch64",
                target_arch = "riscv32",
                target_arch = "riscv64",
                target_arch = "loongarch64",
            )
        ))]
        const _: () = {
            mod fingerprint {
                use super::_rt;

                // Other bindings in this crate may ask for the same.
                ::core::arch::global_asm!(
                    concat!(".ifndef ", $slot),
                    // Not `.weak`, which the symbol itself must not be where this crate defines it, too.
                    concat!(".weakref wit_weak_", $symbol, ", ", $symbol),
                    concat!(".weak ", $slot),
                    concat!(".hidden ", $slot),
                    ".pushsection .data.rel.ro,\"aw\"",
                    ".p2align 3",
                    concat!($slot, ":"),
                    concat!(".dc.a wit_weak_", $symbol),
                    ".popsection",
                    ".endif",
                );

                unsafe extern "C" {
                    #[link_name = $slot]
                    static SLOT: Option<_rt::fingerprint::Function>;
                }

                extern "C" fn check() {
                    _rt::fingerprint::check($interface, unsafe { SLOT }, $value);
                }

                #[used]
                #[unsafe(link_section = ".init_array")]
                static CHECK: extern "C" fn() = check;
            }
        };

        // In no module of its own, so that it is in the object that calls the interface. `#[used]` would put
        // the text among the module's data as well.
        #[cfg(target_family = "wasm")]
        const _: () = {
            const TEXT: &str = concat!($symbol, " ", $value, " ", $interface, "\n");

            #[allow(dead_code)]
            #[unsafe(link_section = "wit-fingerprints")]
            static WANTED: [u8; TEXT.len()] = unsafe { *TEXT.as_ptr().cast() };
        };
    };
}

#[allow(unused_imports)]
pub(crate) use same_interface;

/// Answers with the fingerprint of an interface.
pub type Function = extern "C" fn() -> u64;

/// Ends the program if another component means another interface than this one, by the same name.
/// It runs before the program does, so it relies on nothing but the C library.
pub fn check(interface: &str, function: Option<Function>, ours: u64) {
    let Some(function) = function else { return };
    let theirs = function();
    if theirs == ours {
        return;
    }
    unsafe extern "C" {
        fn write(file: i32, bytes: *const u8, count: usize) -> isize;
        fn abort() -> !;
    }
    let parts = [
        "wit: two components do not mean the same by `".as_bytes(),
        interface.as_bytes(),
        b"`: one was built for ",
        &digits(ours),
        b", the one that provides it for ",
        &digits(theirs),
        b"\n",
    ];
    for part in parts {
        unsafe { write(2, part.as_ptr(), part.len()) };
    }
    unsafe { abort() }
}

fn digits(value: u64) -> [u8; 16] {
    let mut text = [0; 16];
    for (index, digit) in text.iter_mut().enumerate() {
        *digit = b"0123456789abcdef"[(value >> (60 - 4 * index)) as usize & 15];
    }
    text
}
