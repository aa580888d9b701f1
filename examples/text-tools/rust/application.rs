//! An application that asks a plug-in to check texts, and prints all that passes between the two.
//! What it does is told in `../README.md`.

mod bindings {
    include!(concat!(env!("WIT_GEN_BINDINGS"), "/application.rs"));
}
mod text;

use bindings::demo::text_tools::checker::{self, Session};
use bindings::demo::text_tools::editor::{self, Document};
use bindings::demo::text_tools::types::{Failure, Finding, Position, Severity};
use bindings::demo::text_tools::{console, desk};
use bindings::exports::demo::text_tools::program::Guest;
use std::fmt::Display;
use text::{counted, quoted};

struct Application;

bindings::export!(Application with_types_in bindings);

fn document(name: &str, text: &str) -> Document {
    let document = editor::open_scratch(name);
    document.insert(Position { line: 0, column: 0 }, text);
    document
}

fn print(line: impl Display) {
    console::print(&line.to_string());
}

/// Calls the plug-in and prints that it does; what the plug-in calls meanwhile is printed by the editor.
fn plug_in<R>(call: impl Display, work: impl FnOnce() -> R) -> R {
    print(format_args!("app -> plug-in  {call}"));
    desk::watch(true);
    let result = work();
    desk::watch(false);
    result
}

fn returned(result: impl Display) {
    print(format_args!("app <- plug-in  {result}"));
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

fn check(session: &Session, document: &Document) -> Vec<Finding> {
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

fn repair(document: Document, findings: &[Finding]) {
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
        print(format!("    | {line}").trim_end());
    }
}

const NOTES: &str = "\
Teh editor will recieve a letter.
It came  in in a seperate envelope.
Grüße, untill teh next time!
";

fn title(text: &str) {
    print("");
    print(format_args!("== {text} =="));
}

impl Guest for Application {
    fn run() {
        print("== Who are you? ==");
        let plugin = plug_in("describe()", checker::describe);
        let (major, minor, patch) = plugin.version;
        let languages = plugin.languages.join(", ");
        returned(format_args!(
            "{} {major}.{minor}.{patch}, speaks {languages}",
            plugin.name
        ));

        title("A text is lent");
        let notes = document("notes.txt", NOTES);
        print("The text \"notes.txt\":");
        show(notes.lines());
        let english = session("en");
        let first_findings = check(&english, &notes);

        title("A setting changes the answer");
        desk::set("max-findings", Some("2"));
        print("The user sets max-findings to 2.");
        check(&english, &notes);
        desk::set("max-findings", None);
        print("The user takes the setting away.");

        title("The plug-in learns");
        learn(&english, &["Teh", "wit", "teh"]);
        learn(&english, &["wit", "abi"]);
        let later_findings = check(&english, &notes);
        let reported = plug_in("session.reported()", || english.reported());
        returned(reported);

        title("What can go wrong");
        let empty = document("empty.txt", "  \n");
        check(&english, &empty);
        let long = document("long.txt", &"x\n".repeat(1001));
        check(&english, &long);
        let klingon = session("tlh");
        check(&klingon, &notes);
        drop_session(klingon);
        drop(empty);
        drop(long);

        title("Another language");
        let brief = document("brief.txt", "Das ist vieleicht der Standart.\n");
        let german = session("de");
        check(&german, &brief);
        drop_session(german);

        title("A document comes back");
        report(&later_findings);

        title("A document is given away");
        repair(notes, &first_findings);
        repair(brief, &[]);

        title("A failure closes it too");
        repair(document("blank.txt", ""), &[]);

        title("Goodbye");
        drop_session(english);
        let open = desk::open_documents() as usize;
        print(format_args!("{} are open.", counted(open, "document")));
        print("Everything lent came back, everything given was closed.");
    }
}
