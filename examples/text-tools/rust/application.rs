//! An editor, which provides documents to its plug-in and calls it. What it does is told in `../README.md`.

mod bindings {
    include!(concat!(env!("WIT_GEN_BINDINGS"), "/application.rs"));
}

use bindings::demo::text_tools::checker::{self, Session};
use bindings::demo::text_tools::editor as own;
use bindings::demo::text_tools::types::{Failure, Finding, Position, Severity};
use bindings::exports::demo::text_tools::editor::{Document, Guest, GuestDocument};
use std::collections::BTreeMap;
use std::fmt::Display;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed};
use std::sync::Mutex;

struct Application;

bindings::export!(Application with_types_in bindings);

/// Whether the plug-in is at work. What the application does in its own time is not in the transcript.
static PLUGIN_IS_AT_WORK: AtomicBool = AtomicBool::new(false);
static OPEN_DOCUMENTS: AtomicUsize = AtomicUsize::new(0);
static SETTINGS: Mutex<BTreeMap<&str, &str>> = Mutex::new(BTreeMap::new());

/// Prints a call of the plug-in and what it returned, if that is anything.
fn called_back(call: impl Display) {
    if PLUGIN_IS_AT_WORK.load(Relaxed) {
        println!("  plug-in -> app  {call}");
    }
}

fn answered(result: impl Display) {
    if PLUGIN_IS_AT_WORK.load(Relaxed) {
        println!("  plug-in <- app  {result}");
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
        println!("{indent}(document {} is closed)", quoted(&self.name));
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

impl Guest for Application {
    type Document = Text;

    fn log(message: String) {
        called_back(format_args!("log({})", quoted(&message)));
    }

    fn setting(name: String) -> Option<String> {
        called_back(format_args!("setting({})", quoted(&name)));
        let value = SETTINGS
            .lock()
            .unwrap()
            .get(name.as_str())
            .map(ToString::to_string);
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

/// A document with a text, made as the plug-in would make it: the editor's own interface is good enough for itself.
fn document(name: &str, text: &str) -> own::Document {
    let document = own::open_scratch(name);
    document.insert(Position { line: 0, column: 0 }, text);
    document
}

/// Calls the plug-in and prints that it does; what the plug-in calls meanwhile is printed, too.
fn plug_in<R>(call: impl Display, work: impl FnOnce() -> R) -> R {
    println!("app -> plug-in  {call}");
    PLUGIN_IS_AT_WORK.store(true, Relaxed);
    let result = work();
    PLUGIN_IS_AT_WORK.store(false, Relaxed);
    result
}

fn returned(result: impl Display) {
    println!("app <- plug-in  {result}");
}

fn session(language: &str) -> Session {
    let session = plug_in(format_args!("session({})", quoted(language)), || {
        Session::new(language)
    });
    returned("a session");
    session
}

fn drop_session(session: Session) {
    plug_in("drop session", || drop(session));
}

fn check(session: &Session, document: &own::Document) -> Vec<Finding> {
    let call = format!("session.check({})", quoted(&document.name()));
    match plug_in(call, || session.check(document)) {
        Ok(findings) => {
            returned(counted(findings.len(), "finding"));
            show(findings.iter().map(described));
            findings
        }
        Err(failure) => {
            returned(explained(&failure));
            Vec::new()
        }
    }
}

fn learn(session: &Session, words: &[&str]) {
    let words: Vec<String> = words.iter().map(ToString::to_string).collect();
    let call = format!("session.learn({})", listed(&words));
    let new = plug_in(call, || session.learn(&words));
    returned(format_args!("new: {}", listed(&new)));
}

fn repair(document: own::Document, findings: &[Finding]) {
    let (name, count) = (quoted(&document.name()), counted(findings.len(), "finding"));
    match plug_in(format_args!("repair({name}, {count})"), || {
        checker::repair(document, findings)
    }) {
        Ok(text) => {
            returned("repaired");
            show(text.split_terminator('\n'));
        }
        Err(failure) => returned(explained(&failure)),
    }
}

fn report(findings: &[Finding]) {
    let call = format!("report({})", counted(findings.len(), "finding"));
    let document = plug_in(call, || checker::report(findings));
    returned(format_args!("document {}", quoted(&document.name())));
    show(document.lines());
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

fn quoted(text: &str) -> String {
    let escaped = text
        .replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('\n', "\\n");
    format!("\"{escaped}\"")
}

fn listed(words: &[String]) -> String {
    let words: Vec<String> = words.iter().map(|word| quoted(word)).collect();
    format!("[{}]", words.join(", "))
}

fn described(finding: &Finding) -> String {
    let Finding {
        at,
        severity,
        message,
        replacement,
    } = finding;
    let severity = match severity {
        Severity::Hint => "hint",
        Severity::Warning => "warning",
        Severity::Error => "error",
    };
    let instead = replacement
        .as_ref()
        .map(|text| format!(" -> \"{text}\""))
        .unwrap_or_default();
    format!(
        "{}:{} {severity}: {message}{instead}",
        at.line + 1,
        at.column + 1
    )
}

fn explained(failure: &Failure) -> String {
    match failure {
        Failure::EmptyText => "failure: the text is empty".to_string(),
        Failure::UnknownLanguage(language) => {
            format!("failure: unknown language {}", quoted(language))
        }
        Failure::TooLong(lines) => {
            format!("failure: {} are too many", counted(*lines as usize, "line"))
        }
    }
}

/// Prints what belongs to a result, below it.
fn show(lines: impl IntoIterator<Item = impl Display>) {
    for line in lines {
        println!("{}", format!("    | {line}").trim_end());
    }
}

const NOTES: &str = "\
Teh editor will recieve a letter.
It came  in in a seperate envelope.
Grüße, untill teh next time!
";

fn main() {
    println!("== Who are you? ==");
    let plugin = plug_in("describe()", checker::describe);
    let (major, minor, patch) = plugin.version;
    let languages = plugin.languages.join(", ");
    returned(format_args!(
        "{} {major}.{minor}.{patch}, speaks {languages}",
        plugin.name
    ));

    println!("\n== A text is lent ==");
    let notes = document("notes.txt", NOTES);
    println!("The text \"notes.txt\":");
    show(notes.lines());
    let english = session("en");
    let first_findings = check(&english, &notes);

    println!("\n== A setting changes the answer ==");
    SETTINGS.lock().unwrap().insert("max-findings", "2");
    println!("The user sets max-findings to 2.");
    check(&english, &notes);
    SETTINGS.lock().unwrap().remove("max-findings");
    println!("The user takes the setting away.");

    println!("\n== The plug-in learns ==");
    learn(&english, &["Teh", "wit", "teh"]);
    learn(&english, &["wit", "abi"]);
    let later_findings = check(&english, &notes);
    let reported = plug_in("session.reported()", || english.reported());
    returned(reported);

    println!("\n== What can go wrong ==");
    let empty = document("empty.txt", "  \n");
    check(&english, &empty);
    let long = document("long.txt", &"x\n".repeat(1001));
    check(&english, &long);
    let klingon = session("tlh");
    check(&klingon, &notes);
    drop_session(klingon);
    drop(empty);
    drop(long);

    println!("\n== Another language ==");
    let brief = document("brief.txt", "Das ist vieleicht der Standart.\n");
    let german = session("de");
    check(&german, &brief);
    drop_session(german);

    println!("\n== A document comes back ==");
    report(&later_findings);

    println!("\n== A document is given away ==");
    repair(notes, &first_findings);
    repair(brief, &[]);

    println!("\n== A failure closes it too ==");
    repair(document("blank.txt", ""), &[]);

    println!("\n== Goodbye ==");
    drop_session(english);
    println!(
        "{} are open.",
        counted(OPEN_DOCUMENTS.load(Relaxed), "document")
    );
    println!("Everything lent came back, everything given was closed.");
}
