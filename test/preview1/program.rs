mod bindings {
    include!(env!("BINDINGS"));
}

struct Component;

impl bindings::Guest for Component {
    fn read_text(path: String) -> Result<String, String> {
        bindings::reading(&path);
        let text = std::fs::read_to_string(&path).map_err(|error| error.kind().to_string())?;
        println!("{} bytes", text.len());
        Ok(text)
    }
}

bindings::export!(Component with_types_in bindings);
