//! `generate!`, which says what it is asked for as arguments of wit-bindgen's command line and leaves the rest to the
//! harness: `PEER_GENERATE` is the program to run with node, `PEER_ABI` its ABI, `PEER_FOLDER` where files go, and
//! `PEER_BINDINGS` is `file` where the program has bindings from a file beside these.

extern crate proc_macro;

use proc_macro::{Delimiter, TokenStream, TokenTree};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs};

#[proc_macro]
pub fn generate(input: TokenStream) -> TokenStream {
    static CALLS: AtomicUsize = AtomicUsize::new(0);
    let earlier = CALLS.fetch_add(1, Ordering::Relaxed);
    let call = format!("{}-{earlier}", std::process::id());
    let folder = PathBuf::from(variable("PEER_FOLDER")).join(call);
    fs::create_dir_all(&folder).unwrap();
    let options = entries(body(input));

    let sources = Path::new(&variable("CARGO_MANIFEST_DIR")).to_path_buf();
    let mut arguments: Vec<String> = vec!["--out-dir".into(), folder.display().to_string()];
    for (name, value) in &options {
        match name.as_str() {
            "path" => arguments.extend(["--wit".into(), sources.join(value).display().to_string()]),
            "world" => arguments.extend(["--world".into(), value.clone()]),
            _ => {}
        }
    }
    // The package that the world is in comes last.
    if let Some((_, text)) = options.iter().find(|(name, _)| name == "inline") {
        let file = folder.join("inline.wit");
        fs::write(&file, text).unwrap();
        arguments.extend(["--wit".into(), file.display().to_string()]);
    }
    arguments.push("--".into());
    // What a module has once is with the first of its bindings.
    let is_canonical = variable("PEER_ABI") == "canonical";
    let is_first = earlier == 0 && variable("PEER_BINDINGS") == "macro";
    if is_canonical && !is_first {
        arguments.push("--module-exports=no".into());
    }
    for (name, value) in &options {
        let flag = format!("--{}", name.replace('_', "-"));
        match name.as_str() {
            "path" | "world" | "inline" => {}
            _ if value == "true" => arguments.push(flag),
            _ => arguments.extend([flag, value.clone()]),
        }
    }
    let answer = Command::new("node").arg(variable("PEER_GENERATE")).args(&arguments).output().unwrap();
    if !answer.status.success() {
        panic!("{}", String::from_utf8_lossy(&answer.stderr));
    }
    let file = String::from_utf8(answer.stdout).unwrap();
    let beside = if is_canonical && is_first { "extern crate wit_test_module as _;" } else { "" };
    format!("{beside} include!({:?});", file.trim()).parse().unwrap()
}

fn variable(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| panic!("{name} is set"))
}

/// What stands in the braces.
fn body(input: TokenStream) -> TokenStream {
    match input.into_iter().next() {
        Some(TokenTree::Group(group)) => group.stream(),
        _ => panic!("generate! needs braces"),
    }
}

/// `name: value` or `name` between commas; the pairs inside `with: { … }` are entries `with` of their own.
fn entries(stream: TokenStream) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for tokens in parts(stream) {
        let name = spelled(&tokens[..1]);
        match tokens.get(2) {
            None => found.push((name, "true".into())),
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                for pair in parts(group.stream()) {
                    let value = format!("{}={}", spelled(&pair[..1]), spelled(&pair[2..]));
                    found.push((name.clone(), value));
                }
            }
            Some(_) => found.push((name, spelled(&tokens[2..]))),
        }
    }
    found
}

fn parts(stream: TokenStream) -> Vec<Vec<TokenTree>> {
    let tokens: Vec<TokenTree> = stream.into_iter().collect();
    tokens
        .split(|token| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ','))
        .filter(|part| !part.is_empty())
        .map(<[TokenTree]>::to_vec)
        .collect()
}

/// Tokens as a text; a string literal as what it stands for.
fn spelled(tokens: &[TokenTree]) -> String {
    let text: String = tokens.iter().map(ToString::to_string).collect();
    let Some(start) = text.find('"') else { return text };
    let end = text.rfind('"').unwrap_or(text.len());
    let inside = &text[start + 1..end];
    if text.starts_with('r') {
        return inside.into();
    }
    inside.replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\")
}
