//! An editor that keeps documents, and prints what a plug-in calls while it is at work.
//! What it does is told in `../README.md`.

mod bindings {
    include!(concat!(env!("WIT_GEN_BINDINGS"), "/text_editor.rs"));
}
mod text;

use bindings::demo::text_tools::console;
use bindings::demo::text_tools::types::Position;
use bindings::exports::demo::text_tools::desk;
use bindings::exports::demo::text_tools::editor::{Document, Guest, GuestDocument};
use std::collections::BTreeMap;
use std::fmt::Display;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed};
use std::sync::Mutex;
use text::{counted, quoted};

struct Editor;

bindings::export!(Editor with_types_in bindings);

/// What others than the plug-in call is not in the transcript.
static PLUGIN_IS_AT_WORK: AtomicBool = AtomicBool::new(false);
static OPEN_DOCUMENTS: AtomicUsize = AtomicUsize::new(0);
static SETTINGS: Mutex<BTreeMap<String, String>> = Mutex::new(BTreeMap::new());

/// Prints a call of the plug-in and what it returned, if that is anything.
fn called_back(call: impl Display) {
    if PLUGIN_IS_AT_WORK.load(Relaxed) {
        console::print(&format!("  plug-in -> editor  {call}"));
    }
}

fn answered(result: impl Display) {
    if PLUGIN_IS_AT_WORK.load(Relaxed) {
        console::print(&format!("  plug-in <- editor  {result}"));
    }
}

/// A document in the memory of the editor.
struct Text {
    name: String,
    text: Mutex<String>,
}

impl Drop for Text {
    fn drop(&mut self) {
        OPEN_DOCUMENTS.fetch_sub(1, Relaxed);
        let indent = if PLUGIN_IS_AT_WORK.load(Relaxed) {
            "  "
        } else {
            ""
        };
        console::print(&format!(
            "{indent}(document {} is closed)",
            quoted(&self.name)
        ));
    }
}

impl GuestDocument for Text {
    fn name(&self) -> String {
        called_back("document.name()");
        answered(quoted(&self.name));
        self.name.clone()
    }

    fn lines(&self) -> Vec<String> {
        called_back(format_args!("document.lines({})", quoted(&self.name)));
        let lines: Vec<String> = self
            .text
            .lock()
            .unwrap()
            .split_terminator('\n')
            .map(String::from)
            .collect();
        answered(counted(lines.len(), "line"));
        lines
    }

    fn insert(&self, at: Position, text: String) -> u64 {
        let Position { line, column } = at;
        let (name, inserted) = (quoted(&self.name), quoted(&text));
        called_back(format_args!(
            "document.insert({name}, {line}:{column}, {inserted})"
        ));
        let mut whole = self.text.lock().unwrap();
        let offset = offset_of(&whole, at);
        whole.insert_str(offset, &text);
        let length = whole.chars().count();
        answered(counted(length, "character"));
        length as u64
    }
}

/// Where a place is in a text. Past the end of a line is that end, and past the last line the end of the text.
fn offset_of(text: &str, at: Position) -> usize {
    let mut start = 0;
    for (number, line) in (0..).zip(text.split('\n')) {
        if number == at.line {
            let in_line = line.char_indices().nth(at.column as usize);
            return start + in_line.map_or(line.len(), |(offset, _)| offset);
        }
        start += line.len() + 1;
    }
    text.len()
}

impl Guest for Editor {
    type Document = Text;

    fn log(message: String) {
        called_back(format_args!("log({})", quoted(&message)));
    }

    fn setting(name: String) -> Option<String> {
        called_back(format_args!("setting({})", quoted(&name)));
        let value = SETTINGS.lock().unwrap().get(name.as_str()).cloned();
        answered(value.as_deref().map_or("not set".to_string(), quoted));
        value
    }

    fn open_scratch(name: String) -> Document {
        called_back(format_args!("open-scratch({})", quoted(&name)));
        OPEN_DOCUMENTS.fetch_add(1, Relaxed);
        let text = Mutex::default();
        answered("a document");
        Document::new(Text { name, text })
    }
}

impl desk::Guest for Editor {
    fn watch(is_at_work: bool) {
        PLUGIN_IS_AT_WORK.store(is_at_work, Relaxed);
    }

    fn set(name: String, value: Option<String>) {
        let mut settings = SETTINGS.lock().unwrap();
        match value {
            Some(value) => settings.insert(name, value),
            None => settings.remove(&name),
        };
    }

    fn open_documents() -> u32 {
        OPEN_DOCUMENTS.load(Relaxed) as u32
    }
}
