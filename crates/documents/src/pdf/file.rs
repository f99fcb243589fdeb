//! A PDF file written as a stream: pages go out as they are drawn, and only where each object lies
//! is kept in memory.

use std::io::Write;

use pdf_writer::{Chunk, Filter, Finish, Name, Rect, Ref, Settings, TextStr};

use super::PdfProblem;
use super::canvas::{Canvas, Fonts};
use super::pack::{Pack, Packer};
use super::stash::Stash;

const CATALOG: i32 = 1;
const PAGES: i32 = 2;
const RESOURCES: i32 = 3;
const FORM_RESOURCES: i32 = 4;
const INFO: i32 = 5;
const REGULAR: i32 = 6;
const SEMIBOLD: i32 = 7;
const FIRST_FREE: i32 = 8;

/// Pages under one node of the page tree, and objects in one packed object stream.
const GROUP: usize = 100;

/// From so many pages on a document is packed on a thread of its own.
const LONG: usize = 8;

/// A form object: drawn once, placed on as many pages as wanted.
#[derive(Debug, Clone)]
pub(crate) struct FormRef {
    id: Ref,
    name: Vec<u8>,
}

impl FormRef {
    pub(crate) fn name(&self) -> &[u8] {
        &self.name
    }
}

/// Where an object lies in the file.
#[derive(Debug, Clone, Copy)]
enum Place {
    Free,
    At(u64),
    Packed { stream: i32, index: u16 },
}

/// A document being written to `out`.
pub(crate) struct PdfFile<W: Write> {
    out: W,
    at: u64,
    title: String,
    size: (f32, f32),
    places: Vec<Place>,
    pack: Pack,
    packer: Option<Packer>,
    fonts: Fonts,
    forms: Vec<FormRef>,
    nodes: Vec<Ref>,
    node: Option<Ref>,
    leaves: Vec<Ref>,
    pages: usize,
    stash: Stash,
}

impl<W: Write> PdfFile<W> {
    /// Starts a document whose pages are `size` (width, height) in points.
    pub(crate) fn start(out: W, title: &str, size: (f32, f32)) -> Result<Self, PdfProblem> {
        let mut file = Self {
            out,
            at: 0,
            title: title.to_owned(),
            size,
            places: vec![Place::Free; usize::try_from(FIRST_FREE).unwrap_or(0)],
            pack: Pack::new(),
            packer: None,
            fonts: Fonts::new()?,
            forms: Vec::new(),
            nodes: Vec::new(),
            node: None,
            leaves: Vec::new(),
            pages: 0,
            stash: Stash::default(),
        };
        file.put(b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")?;
        Ok(file)
    }

    /// A clean canvas of the page's size.
    pub(crate) fn canvas(&mut self) -> Canvas<'_> {
        Canvas::new(&mut self.fonts, self.size.1)
    }

    /// Pages written so far.
    pub(crate) fn pages(&self) -> usize {
        self.pages
    }

    /// Adds what was drawn as a form object.
    pub(crate) fn form(&mut self, content: &[u8]) -> Result<FormRef, PdfProblem> {
        let form = self.promise_form();
        self.keep_promise(&form, content)?;
        Ok(form)
    }

    /// A form object to place now and to draw later, for what is only known at the end.
    pub(crate) fn promise_form(&mut self) -> FormRef {
        let form = FormRef { id: self.fresh(), name: format!("X{}", self.forms.len()).into_bytes() };
        self.forms.push(form.clone());
        form
    }

    /// Draws a promised form object.
    pub(crate) fn keep_promise(&mut self, form: &FormRef, content: &[u8]) -> Result<(), PdfProblem> {
        let packed = self.pack.pack(content)?;
        let mut chunk = Chunk::with_settings(PLAIN);
        let mut writer = chunk.form_xobject(form.id, &packed);
        writer.filter(Filter::FlateDecode);
        writer.bbox(Rect::new(0.0, 0.0, self.size.0, self.size.1));
        writer.pair(Name(b"Resources"), Ref::new(FORM_RESOURCES));
        writer.finish();
        self.object(form.id, &chunk)
    }

    /// Adds a page with this content.
    pub(crate) fn page(&mut self, content: &[u8]) -> Result<(), PdfProblem> {
        let stream = self.fresh();
        if self.pages == LONG {
            self.packer = Packer::start();
        }
        match &mut self.packer {
            Some(packer) => {
                packer.take(stream, content)?;
                self.put_packed(false)?;
            }
            None => {
                let packed = self.pack.pack(content)?;
                self.put_page(stream, &packed)?;
            }
        }

        let node = match self.node {
            Some(node) => node,
            None => {
                let node = self.fresh();
                self.node = Some(node);
                node
            }
        };
        let page = self.fresh();
        self.stash(page, &format!("<</Type/Page/Parent {} 0 R/Contents {} 0 R>>", node.get(), stream.get()))?;
        self.leaves.push(page);
        self.pages += 1;
        if self.leaves.len() >= GROUP {
            self.close_node()?;
        }
        Ok(())
    }

    /// Writes the pages that are packed by now, or all of them.
    fn put_packed(&mut self, all: bool) -> Result<(), PdfProblem> {
        while let Some(packer) = &mut self.packer
            && let Some((stream, packed)) = packer.next(all)?
        {
            self.put_page(stream, &packed)?;
        }
        Ok(())
    }

    fn put_page(&mut self, stream: Ref, packed: &[u8]) -> Result<(), PdfProblem> {
        let mut chunk = Chunk::with_settings(PLAIN);
        chunk.stream(stream, packed).filter(Filter::FlateDecode);
        self.put_object(stream, &chunk)
    }

    /// Writes fonts, page tree and cross references; returns the writer.
    pub(crate) fn finish(mut self) -> Result<W, PdfProblem> {
        self.close_node()?;
        self.fonts_and_resources()?;

        let kids = list(&self.nodes);
        let (width, height) = self.size;
        self.stash(
            Ref::new(PAGES),
            &format!(
                "<</Type/Pages/Count {}/Kids[{kids}]/MediaBox[0 0 {width} {height}]/Resources {RESOURCES} 0 R>>",
                self.pages
            ),
        )?;
        self.stash(
            Ref::new(CATALOG),
            &format!(
                "<</Type/Catalog/Pages {PAGES} 0 R/Lang(en-GB)/ViewerPreferences<</DisplayDocTitle true>>>>"
            ),
        )?;
        self.flush_stash()?;

        let mut chunk = Chunk::with_settings(PLAIN);
        let mut info = chunk.indirect(Ref::new(INFO)).dict();
        info.pair(Name(b"Title"), TextStr(&self.title)).pair(Name(b"Producer"), TextStr("Forecourt"));
        info.finish();
        self.object(Ref::new(INFO), &chunk)?;
        self.cross_references()?;
        self.out.flush()?;
        Ok(self.out)
    }

    fn fonts_and_resources(&mut self) -> Result<(), PdfProblem> {
        let mut dictionary = String::from("/Font<<");
        for (id, key, tag) in [(REGULAR, "R", "FCRTAA"), (SEMIBOLD, "S", "FCRTAB")] {
            let places = &mut self.places;
            let pack = &mut self.pack;
            let case = if id == REGULAR { &self.fonts.regular } else { &self.fonts.semibold };
            if case.is_empty() {
                continue;
            }
            let chunks = case.objects(Ref::new(id), tag, || fresh(places), |bytes| pack.pack(bytes))?;
            for chunk in chunks {
                if let Some(id) = chunk.refs().next() {
                    self.object(id, &chunk)?;
                }
            }
            dictionary.push_str(&format!("/{key} {id} 0 R"));
        }
        dictionary.push_str(">>");
        self.stash(Ref::new(FORM_RESOURCES), &format!("<<{dictionary}>>"))?;
        let mut forms = String::from("/XObject<<");
        for form in &self.forms {
            forms.push_str(&format!("/{} {} 0 R", String::from_utf8_lossy(&form.name), form.id.get()));
        }
        forms.push_str(">>");
        self.stash(Ref::new(RESOURCES), &format!("<<{dictionary}{forms}>>"))
    }

    fn close_node(&mut self) -> Result<(), PdfProblem> {
        let Some(node) = self.node.take() else { return Ok(()) };
        let leaves = std::mem::take(&mut self.leaves);
        self.stash(
            node,
            &format!("<</Type/Pages/Parent {PAGES} 0 R/Count {}/Kids[{}]>>", leaves.len(), list(&leaves)),
        )?;
        self.nodes.push(node);
        self.flush_stash()
    }

    fn stash(&mut self, id: Ref, body: &str) -> Result<(), PdfProblem> {
        self.stash.add(id, body);
        if usize::from(self.stash.count) > 2 * GROUP { self.flush_stash() } else { Ok(()) }
    }

    fn flush_stash(&mut self) -> Result<(), PdfProblem> {
        let stash = std::mem::take(&mut self.stash);
        if stash.count == 0 {
            return Ok(());
        }
        let id = self.fresh();
        for (index, packed) in (0_u16..).zip(&stash.ids) {
            self.place(*packed, Place::Packed { stream: id.get(), index });
        }
        let packed = self.pack.pack(format!("{}{}", stash.index, stash.body).as_bytes())?;
        let mut chunk = Chunk::with_settings(PLAIN);
        chunk
            .stream(id, &packed)
            .filter(Filter::FlateDecode)
            .pair(Name(b"Type"), Name(b"ObjStm"))
            .pair(Name(b"N"), i32::from(stash.count))
            .pair(Name(b"First"), i32::try_from(stash.index.len()).unwrap_or(i32::MAX));
        self.object(id, &chunk)
    }

    fn cross_references(&mut self) -> Result<(), PdfProblem> {
        let id = self.fresh();
        let start = self.at;
        self.place(id.get(), Place::At(start));
        let mut table = Vec::with_capacity(self.places.len() * 8);
        for place in &self.places {
            let (kind, place, index) = match *place {
                Place::Free => (0_u8, 0, 0),
                Place::At(offset) => (1, offset, 0),
                Place::Packed { stream, index } => (2, u64::try_from(stream).unwrap_or(0), index),
            };
            table.push(kind);
            table.extend(place.to_be_bytes().iter().skip(3));
            table.extend(index.to_be_bytes());
        }
        let packed = self.pack.pack(&table)?;
        let count = i32::try_from(self.places.len()).unwrap_or(i32::MAX);
        let mut chunk = Chunk::with_settings(PLAIN);
        let mut writer = chunk.stream(id, &packed);
        writer.filter(Filter::FlateDecode);
        writer.pair(Name(b"Type"), Name(b"XRef")).pair(Name(b"Size"), count);
        writer.pair(Name(b"Root"), Ref::new(CATALOG)).pair(Name(b"Info"), Ref::new(INFO));
        writer.insert(Name(b"W")).array().items([1, 5, 2]);
        writer.finish();
        self.put(chunk.as_bytes())?;
        self.put(format!("\nstartxref\n{start}\n%%EOF\n").as_bytes())
    }

    /// Writes an object behind all pages drawn before it, so that the same document is the same file.
    fn object(&mut self, id: Ref, chunk: &Chunk) -> Result<(), PdfProblem> {
        self.put_packed(true)?;
        self.put_object(id, chunk)
    }

    fn put_object(&mut self, id: Ref, chunk: &Chunk) -> Result<(), PdfProblem> {
        self.place(id.get(), Place::At(self.at));
        self.put(chunk.as_bytes())?;
        self.put(b"\n")
    }

    fn place(&mut self, id: i32, place: Place) {
        if let Some(slot) = usize::try_from(id).ok().and_then(|id| self.places.get_mut(id)) {
            *slot = place;
        }
    }

    fn put(&mut self, bytes: &[u8]) -> Result<(), PdfProblem> {
        self.out.write_all(bytes)?;
        self.at += bytes.len() as u64;
        Ok(())
    }

    fn fresh(&mut self) -> Ref {
        fresh(&mut self.places)
    }
}

const PLAIN: Settings = Settings { pretty: false };

fn fresh(places: &mut Vec<Place>) -> Ref {
    places.push(Place::Free);
    Ref::new(i32::try_from(places.len() - 1).unwrap_or(i32::MAX))
}

fn list(refs: &[Ref]) -> String {
    let mut list = String::new();
    for id in refs {
        list.push_str(&format!("{} 0 R ", id.get()));
    }
    list
}
