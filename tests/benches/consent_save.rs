//! What a save of consent takes, from the way in to its answer, and what it takes once the same contact was
//! asked six hundred times. `cargo bench --workspace --bench consent_save` prints one JSON line: medians in
//! milliseconds.

#![expect(clippy::print_stdout, reason = "a measurement is told on stdout")]

use forecourt_tests::app::TestApp;
use serde_json::{Value, json};
use std::time::Instant;

/// Saves that are measured together.
const ROUND: usize = 50;
/// Saves of the one contact, in all.
const SAVES: usize = 650;

fn main() {
    let app = TestApp::new();
    let made =
        app.call("create_contact", json!({ "contact": { "first_name": "Ida", "last_name": "Quill" } }));
    let of = |view: &Value, key: &str| view.get(key).cloned().unwrap_or_default();
    let id = of(&made, "id");
    let mut version = of(&app.call("get_consent", json!({ "contact_id": id })), "version");
    let mut took = Vec::with_capacity(SAVES);
    for save in 0..SAVES {
        let input = json!({
            "contact_id": id, "version": version, "screen": "contact_record", "method": "in_person",
            "notes": "Said so", "cells": { "us/email/general_marketing": save % 2 == 0 },
        });
        let began = Instant::now();
        let view: Value = app.call("save_consent", input);
        took.push(began.elapsed().as_secs_f64() * 1000.0);
        version = of(&view, "version");
        // Nobody answers twice in the same moment.
        app.pass(1);
    }
    let told =
        json!({ "first": median(took.iter().take(ROUND)), "later": median(took.iter().rev().take(ROUND)) });
    println!("{told}");
}

fn median<'t>(took: impl Iterator<Item = &'t f64>) -> Option<f64> {
    let mut sorted: Vec<f64> = took.copied().collect();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).map(|median| (median * 1000.0).round() / 1000.0)
}
