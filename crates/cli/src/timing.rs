//! `--timings`: wall milliseconds per phase, from the spans with the target `phase`.

use std::collections::BTreeMap;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;
use tracing::span::{Attributes, Id};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::util::SubscriberInitExt;

/// The phases so far.
#[derive(Clone)]
pub struct Timing {
    began: Instant,
    phases: Arc<Mutex<BTreeMap<&'static str, f64>>>,
}

struct Began(Instant);

/// Begins to measure.
pub fn start() -> Timing {
    let timing = Timing { began: Instant::now(), phases: Arc::default() };
    // No other subscriber: the command line keeps no log.
    let _ = tracing_subscriber::registry().with(timing.clone()).try_init();
    timing
}

impl Timing {
    /// Says of a phase what somebody else measured.
    pub fn tell(&self, phase: &'static str, milliseconds: f64) {
        self.phases.lock().unwrap_or_else(PoisonError::into_inner).insert(phase, milliseconds);
    }

    /// One JSON line on stderr.
    pub fn print(&self) {
        let mut phases = self.phases.lock().unwrap_or_else(PoisonError::into_inner).clone();
        phases.insert("total", self.began.elapsed().as_secs_f64() * 1000.0);
        let rounded: BTreeMap<_, _> =
            phases.into_iter().map(|(name, ms)| (name, (ms * 1000.0).round() / 1000.0)).collect();
        let _ = crate::print::put(&mut io::stderr(), &format!("{}\n", serde_json::json!(rounded)));
    }
}

/// The middle of what was measured; nought of nothing.
pub fn median(mut measured: Vec<f64>) -> f64 {
    measured.sort_by(f64::total_cmp);
    measured.get(measured.len() / 2).copied().unwrap_or_default()
}

impl<S: tracing::Subscriber + for<'s> LookupSpan<'s>> Layer<S> for Timing {
    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        if attributes.metadata().target() == "phase"
            && let Some(span) = context.span(id)
        {
            span.extensions_mut().insert(Began(Instant::now()));
        }
    }

    fn on_close(&self, id: Id, context: Context<'_, S>) {
        let Some(span) = context.span(&id) else { return };
        let began = span.extensions().get::<Began>().map(|began| began.0);
        if let Some(began) = began {
            let mut phases = self.phases.lock().unwrap_or_else(PoisonError::into_inner);
            *phases.entry(span.name()).or_default() += began.elapsed().as_secs_f64() * 1000.0;
        }
    }
}
