//@ exportMacroName=export_app
//@ publicExportMacro=yes
//@ bindingsModule=crate::outer::bindings

#![deny(warnings)]

pub mod outer {
    pub mod bindings {
        include!(env!("BINDINGS"));
    }
}

struct App;

impl outer::bindings::Guest for App {
    fn run() {}
}

outer::bindings::export_app!(App);
