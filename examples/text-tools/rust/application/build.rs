//! Links the application against a plug-in; any other one can take its place when it runs.

fn main() {
    println!("cargo:rerun-if-env-changed=PLUGIN_FOLDER");
    let folder =
        std::env::var("PLUGIN_FOLDER").expect("PLUGIN_FOLDER names the folder of libplugin.so");
    println!("cargo:rustc-link-search=native={folder}");
    println!("cargo:rustc-link-lib=dylib=plugin");
}
