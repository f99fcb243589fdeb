//! The table of permissions: us, third parties and manufacturers by channel and purpose.

use crate::pdf::{Style, clean, palette, wrap};

use super::FormWording;
use super::art::{Area, Art, BOTTOM, LEFT, RIGHT};
use super::wording::{CHANNELS, PURPOSES, TICK};

impl Art<'_> {
    /// The table of empty boxes.
    pub(super) fn permissions(&mut self, wording: &FormWording) -> Area {
        self.section("How may we contact you?");
        self.y += 7.0;
        self.lines(LEFT, RIGHT - LEFT, Style::regular(9.0), 12.0, TICK);
        let receives =
            Area { sheet: self.sheet(), x: LEFT, y: self.y - 9.0, width: RIGHT - LEFT, height: 24.0 };
        self.y += 24.0;
        self.need(90.0);
        self.channel_heads();
        self.in_table = true;
        self.party("Us", &wording.dealership.name);
        self.purposes();
        let names: Vec<&str> =
            wording.third_parties.iter().map(|n| n.trim()).filter(|n| !n.is_empty()).collect();
        if !names.is_empty() {
            self.party("Third parties (T.P.)", &names.join(", "));
            self.purposes();
        }
        let brands: Vec<&str> = wording.brands.iter().map(|n| n.trim()).filter(|n| !n.is_empty()).collect();
        if !brands.is_empty() {
            self.party("Manufacturer", "My details may be passed to the manufacturer of my vehicle");
            self.in_table = false;
            self.brands(&brands);
        }
        self.in_table = false;
        receives
    }

    /// The middle of channel column `i`.
    fn column(i: usize) -> f32 {
        let first = LEFT + (RIGHT - LEFT) * 0.46;
        let width = (RIGHT - first) / CHANNELS.len() as f32;
        first + width * (i as f32 + 0.5)
    }

    pub(super) fn channel_heads(&mut self) {
        for (i, channel) in CHANNELS.into_iter().enumerate() {
            self.canvas.text_centred(Self::column(i), self.y, Style::bold(8.5), channel);
        }
        self.y += 5.0;
    }

    /// The band that says whose messages the next boxes are about.
    fn party(&mut self, who: &str, names: &str) {
        let style = Style::mute(8.5);
        let names = clean(names);
        let start = LEFT + 10.0 + self.canvas.width(Style::bold(9.0), who);
        let lines: Vec<String> =
            wrap(self.canvas.face(style.weight), style.size, RIGHT - start - 6.0, &names)
                .iter()
                .map(|l| l.text.to_owned())
                .collect();
        // The names stand over their boxes; only a list longer than a sheet goes on overleaf.
        let under = 2.0 * self.d.row;
        self.need((6.0 + 11.0 * lines.len().max(1) as f32 + under).min(BOTTOM - 130.0));
        let mut lines = lines.iter();
        let mut label = who.to_owned();
        loop {
            let room = ((BOTTOM - self.y - 6.0 - under) / 11.0).floor().max(1.0) as usize;
            let here: Vec<&String> = lines.by_ref().take(room).collect();
            let height = 6.0 + 11.0 * here.len().max(1) as f32;
            self.canvas.panel(LEFT, self.y, RIGHT - LEFT, height, palette::SOFT);
            self.canvas.text(LEFT + 5.0, self.y + 11.8, Style::bold(9.0), &label);
            for (i, line) in here.iter().enumerate() {
                self.canvas.line(start, self.y + 11.8 + 11.0 * i as f32, style, line);
            }
            self.y += height;
            if lines.len() == 0 {
                return;
            }
            label = "continued".to_owned();
            self.need(BOTTOM);
        }
    }

    fn purposes(&mut self) {
        for (purpose, covers) in PURPOSES {
            let row = self.d.row;
            self.need(row);
            let style = Style::bold(9.0);
            self.canvas.text(LEFT + 5.0, self.y + row / 2.0 - 1.0, style, purpose);
            let limit = Self::column(0) - 16.0 - LEFT - 5.0;
            let mut small = Style::mute(7.5);
            while self.canvas.width(small, covers) > limit && small.size > 6.5 {
                small = small.at(small.size - 0.1);
            }
            self.canvas.text(LEFT + 5.0, self.y + row / 2.0 + 8.0, small, covers);
            for i in 0..CHANNELS.len() {
                self.tick_box(Self::column(i) - 5.5, self.y + row / 2.0 - 5.0);
            }
            self.y += row;
            self.canvas.rule(LEFT, self.y, RIGHT, 0.4, palette::RULE);
        }
    }

    /// One box for each brand, two to a row.
    fn brands(&mut self, brands: &[&str]) {
        let half = (RIGHT - LEFT) / 2.0;
        let style = Style::regular(9.0);
        let face = self.canvas.face(style.weight);
        for pair in brands.chunks(2) {
            let names: Vec<_> = pair.iter().map(|name| clean(name)).collect();
            let lines: Vec<_> = names.iter().map(|n| wrap(face, style.size, half - 28.0, n)).collect();
            let tallest = lines.iter().map(Vec::len).max().unwrap_or(1).max(1);
            let row = 9.0 + 11.0 * tallest as f32;
            self.need(row);
            for (i, lines) in lines.iter().enumerate() {
                let x = LEFT + 5.0 + half * i as f32;
                self.tick_box(x, self.y + 4.5);
                for (n, line) in lines.iter().enumerate() {
                    self.canvas.line(x + 18.0, self.y + 13.0 + 11.0 * n as f32, style, line.text);
                }
            }
            self.y += row;
            self.canvas.rule(LEFT, self.y, RIGHT, 0.4, palette::RULE);
        }
    }

    /// An empty box. There is no other kind.
    fn tick_box(&mut self, x: f32, y: f32) {
        self.canvas.frame(x, y, 11.0, 11.0, 0.9, palette::INK);
    }
}
