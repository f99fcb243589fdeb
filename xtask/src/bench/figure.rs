//! One measured value.

/// What one figure counts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Milliseconds,
    Microseconds,
    Mebibytes,
    Bytes,
}

/// One measured value.
pub struct Figure {
    pub name: &'static str,
    pub unit: Unit,
    pub value: f64,
}
