//! The matrix of permissions (N-04), as on screen and receipt: a row for each channel, a column for
//! each kind of our messages and for each further party, and a box for Yes and one for No in every
//! cell. A cell left empty is *not asked*.

use crate::pdf::{Style, clean, palette, wrap};

use super::FormWording;
use super::art::{Area, Art, LEFT, RIGHT};
use super::wording::{CHANNELS, COVERS, FURTHER, MANUFACTURER, PURPOSES, THIRD_PARTY, TICK};

/// Room for a channel's name before the first column.
const LABEL: f32 = 76.0;
/// Columns side by side; further parties follow in a table of the same rows.
const COLUMNS: usize = 6;
const HEAD: f32 = 8.0;
const HEAD_LEADING: f32 = 9.5;
const SMALL: f32 = 7.0;
const SMALL_LEADING: f32 = 8.5;
/// Side of a box, and from the middle of its column to the middle of either box.
const BOX: f32 = 11.0;
const APART: f32 = 13.0;

/// A column's heading: whose messages, and which of them.
struct Head {
    who: String,
    what: String,
}

impl Art<'_> {
    /// The matrix of empty boxes.
    pub(super) fn permissions(&mut self, wording: &FormWording) -> Area {
        self.section("How may we contact you?");
        self.y += 7.0;
        self.lines(LEFT, RIGHT - LEFT, Style::regular(9.0), 12.0, TICK);
        let receives =
            Area { sheet: self.sheet(), x: LEFT, y: self.y - 9.0, width: RIGHT - LEFT, height: 24.0 };
        self.y += 21.0;
        self.lines(LEFT, RIGHT - LEFT, Style::mute(7.5), 9.5, COVERS);
        let heads = heads(wording);
        if heads.len() > PURPOSES.len() {
            self.lines(LEFT, RIGHT - LEFT, Style::mute(7.5), 9.5, FURTHER);
        }
        for heads in heads.chunks(COLUMNS) {
            self.block(heads);
        }
        receives
    }

    /// One table: all channels by some of the columns. It stands on one sheet.
    fn block(&mut self, heads: &[Head]) {
        let width = (RIGHT - LEFT - LABEL) / COLUMNS as f32;
        let set = |art: &Self, style: Style, text: &str| -> Vec<String> {
            let face = art.canvas.face(style.weight);
            wrap(face, style.size, width - 6.0, &clean(text)).iter().map(|l| l.text.to_owned()).collect()
        };
        let (bold, small) = (Style::bold(HEAD), Style::mute(SMALL));
        let set: Vec<_> =
            heads.iter().map(|head| (set(self, bold, &head.who), set(self, small, &head.what))).collect();
        let tall = |(who, what): &(Vec<String>, Vec<String>)| {
            HEAD_LEADING * who.len() as f32 + SMALL_LEADING * what.len() as f32
        };
        let head = set.iter().map(tall).fold(0.0, f32::max) + 7.0;
        let row = self.d.row * 0.72;
        self.need(head + 12.0 + row * CHANNELS.len() as f32);
        let top = self.y;
        self.canvas.panel(LEFT, top, RIGHT - LEFT, head, palette::SOFT);
        for (at, (who, what)) in set.iter().enumerate() {
            let x = left_of(at, width) + 3.0;
            let mut y = top + HEAD_LEADING + 0.5;
            for line in who {
                self.canvas.line(x, y, bold, line);
                y += HEAD_LEADING;
            }
            y -= HEAD_LEADING - SMALL_LEADING;
            for line in what {
                self.canvas.line(x, y, small, line);
                y += SMALL_LEADING;
            }
        }
        self.y = top + head + 9.0;
        for at in 0..heads.len() {
            let middle = left_of(at, width) + width / 2.0;
            self.canvas.text_centred(middle - APART, self.y, Style::bold(SMALL), "Yes");
            self.canvas.text_centred(middle + APART, self.y, Style::bold(SMALL), "No");
        }
        self.y += 3.0;
        for channel in CHANNELS {
            let line = self.y + row / 2.0;
            self.canvas.text(LEFT + 5.0, line + 3.0, Style::bold(9.0), channel);
            for at in 0..heads.len() {
                let middle = left_of(at, width) + width / 2.0;
                self.tick_box(middle - APART - BOX / 2.0, line - BOX / 2.0);
                self.tick_box(middle + APART - BOX / 2.0, line - BOX / 2.0);
            }
            self.y += row;
            self.canvas.rule(LEFT, self.y, RIGHT, 0.4, palette::RULE);
        }
        self.y += 6.0;
    }

    /// An empty box. There is no other kind.
    fn tick_box(&mut self, x: f32, y: f32) {
        self.canvas.frame(x, y, BOX, BOX, 0.9, palette::INK);
    }
}

fn left_of(column: usize, width: f32) -> f32 {
    LEFT + LABEL + width * column as f32
}

/// Our own kinds of message, then each third party and each brand's manufacturer by name.
fn heads(wording: &FormWording) -> Vec<Head> {
    let own = |(purpose, _): (&str, &str)| Head { who: "Us".into(), what: purpose.into() };
    let named = |names: &[String], what: &'static str| -> Vec<Head> {
        let names = names.iter().map(|name| name.trim()).filter(|name| !name.is_empty());
        names.map(|name| Head { who: name.to_owned(), what: what.to_owned() }).collect()
    };
    let mut heads: Vec<Head> = PURPOSES.into_iter().map(own).collect();
    heads.extend(named(&wording.third_parties, THIRD_PARTY));
    heads.extend(named(&wording.brands, MANUFACTURER));
    heads
}
