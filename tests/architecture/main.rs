//! The policeman of the structure: what may know what, what is pinned, what the webview may do.

#![expect(clippy::expect_used, reason = "a test's reading of the checkout has nobody to hand an error to")]

mod arrows;
mod bindings;
mod circles;
mod nouns;
mod pins;
mod screens;
mod sources;
mod webview;
mod words;
mod workspace;
