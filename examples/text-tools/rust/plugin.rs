//! A spell checker: a plug-in of the editor. What it does is told in `../README.md`.

mod bindings {
    include!(concat!(env!("WIT_GEN_BINDINGS"), "/plugin.rs"));
}

use bindings::demo::text_tools::editor::{self, Document};
use bindings::demo::text_tools::types::{Failure, Finding, Position, Severity};
use bindings::exports::demo::text_tools::checker::{Description, Guest, GuestSession};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::Mutex;

struct Plugin;

bindings::export!(Plugin with_types_in bindings);

impl Guest for Plugin {
    type Session = Session;

    fn describe() -> Description {
        Description {
            name: "spell-checker".to_string(),
            version: (1, 0, 0),
            languages: vec!["en".to_string(), "de".to_string()],
        }
    }

    fn repair(text: Document, findings: Vec<Finding>) -> Result<String, Failure> {
        let name = text.name();
        let mut lines = readable_lines(&text)?;
        let mut applied = 0;
        for (at, replacement) in replacements(&findings).into_iter().rev() {
            if replace(&mut lines, at, replacement) {
                applied += 1;
            }
        }
        // The document was given to this function: it closes here.
        drop(text);
        let given = findings.len();
        editor::log(&format!("repaired {name}: {applied} of {given} findings"));
        Ok(lines.join("\n"))
    }

    fn report(findings: Vec<Finding>) -> Document {
        let document = editor::open_scratch("report.txt");
        let mut line = 0;
        let mut write = |text: String| {
            document.insert(Position { line, column: 0 }, &text);
            line += 1;
        };
        write(format!("{}\n", counted(findings.len())));
        findings.iter().for_each(|each| write(described(each)));
        document
    }
}

/// A check that remembers what it has seen. Methods take `&self`: what changes is behind a lock.
struct Session {
    language: String,
    learned: Mutex<BTreeSet<String>>,
    reported: AtomicU32,
}

impl GuestSession for Session {
    fn new(language: String) -> Self {
        Self {
            language,
            learned: Mutex::default(),
            reported: AtomicU32::new(0),
        }
    }

    fn check(&self, text: &Document) -> Result<Vec<Finding>, Failure> {
        let Some(misspellings) = misspellings_of(&self.language) else {
            return Err(Failure::UnknownLanguage(self.language.clone()));
        };
        let lines = readable_lines(text)?;
        let learned = self.learned.lock().unwrap();
        let mut findings = Vec::new();
        for (number, line) in (0..).zip(&lines) {
            find(number, line, misspellings, &learned, &mut findings);
        }
        let found = findings.len();
        if let Some(limit) = limit() {
            findings.truncate(limit);
        }
        let kept = findings.len();
        self.reported.fetch_add(kept as u32, Ordering::Relaxed);
        let name = text.name();
        editor::log(&match kept == found {
            true => format!("checked {name}: {}", counted(found)),
            false => format!("checked {name}: {kept} of {found} findings"),
        });
        Ok(findings)
    }

    fn learn(&self, words: Vec<String>) -> Vec<String> {
        let mut learned = self.learned.lock().unwrap();
        let mut learn =
            |word: &String| !word.is_empty() && learned.insert(word.to_ascii_lowercase());
        words.into_iter().filter(|word| learn(word)).collect()
    }

    fn reported(&self) -> u32 {
        self.reported.load(Ordering::Relaxed)
    }
}

type Misspellings = &'static [(&'static str, &'static str)];

fn misspellings_of(language: &str) -> Option<Misspellings> {
    match language {
        "en" => Some(&[
            ("alot", "a lot"),
            ("definately", "definitely"),
            ("occured", "occurred"),
            ("recieve", "receive"),
            ("seperate", "separate"),
            ("teh", "the"),
            ("untill", "until"),
            ("wich", "which"),
        ]),
        "de" => Some(&[
            ("agressiv", "aggressiv"),
            ("ebend", "eben"),
            ("standart", "standard"),
            ("vieleicht", "vielleicht"),
            ("wiederspiegeln", "widerspiegeln"),
            ("zuende", "zu Ende"),
        ]),
        _ => None,
    }
}

/// The lines of a document, unless there is nothing in them or there are too many.
fn readable_lines(text: &Document) -> Result<Vec<String>, Failure> {
    let lines = text.lines();
    if lines.iter().all(|line| line.chars().all(is_space)) {
        return Err(Failure::EmptyText);
    }
    if lines.len() > 1000 {
        return Err(Failure::TooLong(lines.len() as u32));
    }
    Ok(lines)
}

/// How many findings the user wants at most.
fn limit() -> Option<usize> {
    let text = editor::setting("max-findings")?;
    let is_number = (1..=9).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

const fn is_space(char: char) -> bool {
    char == ' '
}

const fn is_letter(char: char) -> bool {
    char.is_ascii_alphabetic() || !char.is_ascii()
}

/// A longest run of characters of one sort in a line; `column` counts characters.
struct Run {
    column: u32,
    text: String,
}

impl Run {
    fn is(&self, sort: fn(char) -> bool) -> bool {
        self.text.starts_with(sort)
    }
}

/// A line as words, spaces, and single other characters.
fn runs(line: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (column, char) in (0..).zip(line.chars()) {
        let continues =
            |sort: fn(char) -> bool| sort(char) && runs.last().is_some_and(|run| run.is(sort));
        if continues(is_letter) || continues(is_space) {
            runs.last_mut().unwrap().text.push(char);
        } else {
            let text = String::from(char);
            runs.push(Run { column, text });
        }
    }
    runs
}

/// Adds what there is to say about one line, from left to right.
fn find(
    number: u32,
    line: &str,
    misspellings: Misspellings,
    learned: &BTreeSet<String>,
    findings: &mut Vec<Finding>,
) {
    let runs = runs(line);
    for (index, run) in runs.iter().enumerate() {
        let mut say = |severity, message, replacement| {
            let at = Position {
                line: number,
                column: run.column,
            };
            findings.push(Finding {
                at,
                severity,
                message,
                replacement,
            });
        };
        let is_inside = index > 0 && index + 1 < runs.len();
        if run.is(is_space) && run.text.len() > 1 && is_inside {
            say(
                Severity::Hint,
                "several spaces".to_string(),
                Some(" ".to_string()),
            );
        }
        if !run.is(is_letter) {
            continue;
        }
        let word = &run.text;
        let lower = word.to_ascii_lowercase();
        let known = misspellings.iter().find(|(wrong, _)| *wrong == lower);
        if let Some((_, right)) = known.filter(|_| !learned.contains(&lower)) {
            let message = format!("\"{word}\" is misspelled");
            say(
                Severity::Error,
                message,
                Some(capitalised_like(word, right)),
            );
        }
        if word_before(&runs[..index]).is_some_and(|before| before.eq_ignore_ascii_case(word)) {
            say(Severity::Warning, format!("\"{word}\" is repeated"), None);
        }
    }
}

/// The word before, if there is nothing but spaces after it.
fn word_before(runs: &[Run]) -> Option<&str> {
    let [.., word, space] = runs else { return None };
    (word.is(is_letter) && space.is(is_space)).then_some(word.text.as_str())
}

/// `right`, with a capital if `word` has one.
fn capitalised_like(word: &str, right: &str) -> String {
    let mut right = right.to_string();
    if word.starts_with(|first: char| first.is_ascii_uppercase()) {
        right[..1].make_ascii_uppercase();
    }
    right
}

/// What to write where, in the order of places; of several for one place only the first.
fn replacements(findings: &[Finding]) -> BTreeMap<(u32, u32), &str> {
    let mut replacements = BTreeMap::new();
    for Finding {
        at, replacement, ..
    } in findings
    {
        if let Some(replacement) = replacement {
            replacements
                .entry((at.line, at.column))
                .or_insert(replacement.as_str());
        }
    }
    replacements
}

/// Replaces the rest of the word or of the spaces at a place, and says whether there is such a place.
fn replace(lines: &mut [String], (line, column): (u32, u32), replacement: &str) -> bool {
    let Some(line) = lines.get_mut(line as usize) else {
        return false;
    };
    let Some((start, first)) = line.char_indices().nth(column as usize) else {
        return false;
    };
    let sort = match first {
        letter if is_letter(letter) => is_letter,
        ' ' => is_space,
        _ => return false,
    };
    let length = line[start..]
        .find(|char| !sort(char))
        .unwrap_or(line.len() - start);
    line.replace_range(start..start + length, replacement);
    true
}

fn counted(findings: usize) -> String {
    format!("{findings} finding{}", if findings == 1 { "" } else { "s" })
}

/// A finding as a line of a report.
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
        "{}:{} {severity}: {message}{instead}\n",
        at.line + 1,
        at.column + 1
    )
}
