//@ stubs=yes

#![deny(warnings)]

include!(env!("BINDINGS"));

pub fn is_guest(stub: Stub_) {
    fn check<T: Guest + exports::demo::app::store::Guest>(_: T) {}
    check(stub);
}
