//! How long, how large and how much memory: `cargo run --release --example batch -- 2000 forms.pdf`.
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a tool for developers")]

use std::io::{BufWriter, Write};
use std::ops::ControlFlow;
use std::time::Instant;

use forecourt_documents::PdfProblem;
use forecourt_documents::capture_form::try_print_forms;

#[expect(dead_code, reason = "the bench and the tests use the rest")]
#[path = "../tests/documents/sample/mod.rs"]
mod sample;

fn main() {
    let mut args = std::env::args().skip(1);
    let count: usize = args.next().map_or(2_000, |n| n.parse().unwrap());
    let path = args.next();
    let wording = sample::wording();
    // The font is parsed once per process; what a batch costs is measured without it.
    let parse = Instant::now();
    let one = sample::print_form(&wording, &sample::form(0)).len();
    let first = parse.elapsed();
    let before = peak();
    let out: Box<dyn Write> = match &path {
        Some(path) => Box::new(BufWriter::new(std::fs::File::create(path).unwrap())),
        None => Box::new(std::io::sink()),
    };
    let mut counted = Counted { out, bytes: 0 };
    let start = Instant::now();
    let printed = try_print_forms(
        &mut counted,
        &wording,
        (0..count).map(sample::form).map(Ok::<_, PdfProblem>),
        count,
        |_, _| ControlFlow::Continue(()),
    )
    .unwrap();
    let took = start.elapsed();
    println!("first form {first:?}, {one} bytes");
    println!(
        "{} forms, {} pages in {took:?}: {:.3} ms a page",
        printed.forms,
        printed.pages,
        took.as_secs_f64() * 1e3 / printed.pages as f64
    );
    println!(
        "{} bytes: {:.0} a page, {:.0} a page beyond a file of one",
        counted.bytes,
        counted.bytes as f64 / printed.pages as f64,
        (counted.bytes - one as u64) as f64 / (printed.pages - 1).max(1) as f64
    );
    println!("peak memory {before} kB before, {} kB after", peak());
}

struct Counted<W> {
    out: W,
    bytes: u64,
}

impl<W: Write> Write for Counted<W> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.out.flush()
    }
}

/// The process's high-water mark of memory, where the system tells it.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|l| l.starts_with("VmHWM")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|n| n.parse().ok()).unwrap_or(0)
}
