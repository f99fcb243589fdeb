//! Which bytes of a page are live. SQLite overwrites what it deletes, but not the copies that it leaves when
//! it moves rows between pages: they lie in the gap of a page, where no row begins and none ends. Whatever a
//! page does not need to be what it is may be zero.
//!
//! Nothing here reads or writes a file. A page that is not laid out as SQLite lays out its pages is
//! [`Strange`], and nobody writes it.

use std::ops::Range;

/// The header of the file, before the tree that the first page holds.
const FILE_HEADER: usize = 100;

/// No offset of a page is as long as this; a page of this length says 0 for it.
const LONGEST: usize = 65536;

/// A page that is not laid out as any that SQLite writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Strange;

type Result<T> = std::result::Result<T, Strange>;

/// What the header of a file says of all its pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Layout {
    /// Bytes of a page before what the cipher keeps behind it: those are never touched.
    pub usable: usize,
    /// How many pages there are.
    pub pages: u32,
    /// The first of the pages that list the free ones; 0 for none.
    pub first_trunk: u32,
}

impl Layout {
    /// By the first page.
    ///
    /// # Errors
    /// [`Strange`] where pages cannot be told apart by their first byte: in a file that keeps a map of who
    /// points to whom, and in one so long that the number of a page begins with the byte of a tree.
    pub(super) fn of(first: &[u8]) -> Result<Self> {
        let size = match short(first, 16)? {
            1 => LONGEST,
            size => size,
        };
        let layout = Self {
            usable: size.checked_sub(byte(first, 20)?.into()).ok_or(Strange)?,
            pages: long(first, 28)?,
            first_trunk: long(first, 32)?,
        };
        let keeps_a_map = long(first, 52)? != 0;
        let known = size == first.len() && layout.usable >= 480 && layout.pages > 0 && !keeps_a_map;
        if known && layout.pages < u32::from(INNER_INDEX) << 24 { Ok(layout) } else { Err(Strange) }
    }

    /// Is there such a page, and may it be looked at? The one with the byte that locks are taken on never
    /// holds anything.
    pub(super) const fn holds(self, number: u32, size: usize) -> bool {
        number > 0 && number <= self.pages && (number as usize - 1) * size != 1 << 30
    }
}

const INNER_INDEX: u8 = 2;
const INNER_TABLE: u8 = 5;
const LEAF_INDEX: u8 = 10;
const LEAF_TABLE: u8 = 13;

/// Does a page of a tree begin so? What continues a row, and what lists free pages, begins with the number
/// of a page, whose first byte is smaller ([`Layout::of`]).
pub(super) fn is_tree(page: &[u8], is_first: bool) -> bool {
    let kind = page.get(if is_first { FILE_HEADER } else { 0 });
    matches!(kind, Some(&(INNER_INDEX | INNER_TABLE | LEAF_INDEX | LEAF_TABLE)))
}

/// The pages on which a row goes on that is too long for its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Chain {
    /// The number of the first.
    pub first: u32,
    /// How many bytes of the row lie on them.
    pub bytes: u64,
}

/// Copies what is live of a tree's page into `kept`, which is zero everywhere else, and says which rows go
/// on elsewhere. Gives where spent offsets lie ([`spent`]).
///
/// # Errors
/// [`Strange`] unless header, rows and free room add up to the page, byte by byte.
pub(super) fn keep_tree(
    page: &[u8],
    is_first: bool,
    usable: usize,
    kept: &mut Vec<u8>,
    chains: &mut Vec<Chain>,
) -> Result<Range<usize>> {
    kept.clear();
    kept.resize(page.len(), 0);
    chains.clear();
    let head = if is_first { FILE_HEADER } else { 0 };
    let kind = byte(page, head)?;
    let pointers = head + if matches!(kind, INNER_INDEX | INNER_TABLE) { 12 } else { 8 };
    let cells = short(page, head + 3)?;
    let gap = pointers + 2 * cells;
    let top = match short(page, head + 5)? {
        0 => LONGEST,
        top => top,
    };
    if top < gap || top > usable {
        return Err(Strange);
    }
    keep(page, kept, 0, gap)?;
    let mut held = top + usize::from(byte(page, head + 7)?);
    let (mut free, mut from) = (short(page, head + 1)?, top);
    while free != 0 {
        let size = short(page, free + 2)?;
        if free < from || size < 4 || free + size > usable {
            return Err(Strange);
        }
        keep(page, kept, free, 4)?;
        held += size;
        from = free + size;
        free = short(page, free)?;
    }
    for cell in 0..cells {
        let at = short(page, pointers + 2 * cell)?;
        let (length, goes_on) = measure(page, at, kind, usable)?;
        if at < top || at + length > usable {
            return Err(Strange);
        }
        keep(page, kept, at, length)?;
        held += length;
        if goes_on > 0 {
            chains.push(Chain { first: long(page, at + length - 4)?, bytes: goes_on });
        }
    }
    keep(page, kept, usable, page.len() - usable)?;
    if held == usable { Ok(gap..spent(page, gap, top, usable)) } else { Err(Strange) }
}

/// Where the offsets end that lie behind those of a page's rows, of rows that went to another page. They say
/// where on the page a row once began, and nothing of what it held. Half of all pages hold some after an
/// import, so nobody writes a page for their sake alone.
///
/// Nothing that somebody wrote is taken for them: of each two bytes the first is below 16, and no letter, no
/// digit and no byte of a longer character is; where it is 0, the second is no letter and no digit either.
fn spent(page: &[u8], gap: usize, top: usize, usable: usize) -> usize {
    let mut at = gap;
    while at + 2 <= top && short(page, at).is_ok_and(|offset| offset >= gap.max(128) && offset <= usable - 4)
    {
        at += 2;
    }
    at
}

/// Is `page` as `kept`, apart from spent offsets?
pub(super) fn is_clean(page: &[u8], kept: &[u8], spent: &Range<usize>) -> bool {
    let before = page.get(..spent.start) == kept.get(..spent.start);
    before && page.get(spent.end..) == kept.get(spent.end..)
}

/// How many bytes the row at `at` takes on its page, and how many lie elsewhere.
fn measure(page: &[u8], at: usize, kind: u8, usable: usize) -> Result<(usize, u64)> {
    let start = at + if matches!(kind, INNER_INDEX | INNER_TABLE) { 4 } else { 0 };
    let (payload, after) = number(page, start)?;
    if kind == INNER_TABLE {
        return Ok((after - at, 0));
    }
    let (after, most) = match kind {
        LEAF_TABLE => (number(page, after)?.1, usable - 35),
        LEAF_INDEX | INNER_INDEX => (after, (usable - 12) * 64 / 255 - 23),
        _ => return Err(Strange),
    };
    let least = ((usable - 12) * 32 / 255 - 23) as u64;
    if payload <= most as u64 {
        let payload = usize::try_from(payload).map_err(|_| Strange)?;
        return Ok(((after - at + payload).max(4), 0));
    }
    let here = least + (payload - least) % (usable as u64 - 4);
    let here = if here <= most as u64 { here } else { least };
    let length = after - at + usize::try_from(here).map_err(|_| Strange)? + 4;
    Ok((length, payload - here))
}

/// What a page that lists free ones says: the next such page (0 for none), and how many of its own it lists.
pub(super) fn trunk(page: &[u8], usable: usize) -> Result<(u32, usize)> {
    let (next, leaves) = (long(page, 0)?, long(page, 4)? as usize);
    if leaves <= usable / 4 - 2 { Ok((next, leaves)) } else { Err(Strange) }
}

/// The `n`th free page that it lists.
pub(super) fn leaf(trunk: &[u8], n: usize) -> Result<u32> {
    long(trunk, 8 + 4 * n)
}

/// Copies the first `live` bytes of a page into `kept`, and what the cipher keeps behind it.
pub(super) fn keep_first(page: &[u8], live: usize, usable: usize, kept: &mut Vec<u8>) -> Result<()> {
    kept.clear();
    kept.resize(page.len(), 0);
    if live > usable {
        return Err(Strange);
    }
    keep(page, kept, 0, live)?;
    keep(page, kept, usable, page.len() - usable)
}

fn keep(page: &[u8], kept: &mut [u8], at: usize, length: usize) -> Result<()> {
    let from = page.get(at..at + length).ok_or(Strange)?;
    kept.get_mut(at..at + length).ok_or(Strange)?.copy_from_slice(from);
    Ok(())
}

fn byte(page: &[u8], at: usize) -> Result<u8> {
    page.get(at).copied().ok_or(Strange)
}

fn short(page: &[u8], at: usize) -> Result<usize> {
    let bytes = page.get(at..).and_then(|bytes| bytes.first_chunk()).ok_or(Strange)?;
    Ok(u16::from_be_bytes(*bytes).into())
}

/// Four bytes: the number of a page, mostly.
pub(super) fn long(page: &[u8], at: usize) -> Result<u32> {
    let bytes = page.get(at..).and_then(|bytes| bytes.first_chunk()).ok_or(Strange)?;
    Ok(u32::from_be_bytes(*bytes))
}

/// A number as SQLite packs it, and where it ends.
fn number(page: &[u8], at: usize) -> Result<(u64, usize)> {
    let mut value = 0;
    for n in 0..8 {
        let byte = byte(page, at + n)?;
        value = value << 7 | u64::from(byte & 0x7f);
        if byte < 0x80 {
            return Ok((value, at + n + 1));
        }
    }
    Ok((value << 8 | u64::from(byte(page, at + 8)?), at + 9))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: usize = 512;
    const USABLE: usize = 500;

    /// A leaf of a table with two short rows at its end, junk in its gap, in a free block and in a fragment.
    fn leaf_page() -> Vec<u8> {
        let mut page = vec![0xEE; SIZE];
        // Two rows of 6 bytes, at 494 and 470; between them a free block at 480 of 11 bytes and 3 odd bytes.
        page[..12].copy_from_slice(&[13, 1, 224, 0, 2, 1, 214, 7, 1, 214, 1, 238]);
        page[470..476].copy_from_slice(&[4, 7, b'a', b'b', b'c', b'd']);
        page[480..484].copy_from_slice(&[0, 0, 0, 11]);
        page[494..500].copy_from_slice(&[4, 9, b'e', b'f', b'g', b'h']);
        page
    }

    #[test]
    fn rows_and_headers_stay_and_everything_between_them_goes() {
        let page = leaf_page();
        let (mut kept, mut chains) = (Vec::new(), Vec::new());
        let spent = keep_tree(&page, false, USABLE, &mut kept, &mut chains).unwrap();
        assert!(!is_clean(&page, &kept, &spent));
        let mut wanted = vec![0; SIZE];
        for live in [0..12, 470..476, 480..484, 494..500, USABLE..SIZE] {
            wanted[live.clone()].copy_from_slice(&page[live]);
        }
        assert_eq!(kept, wanted);
        assert_eq!(chains, []);
        let once = kept.clone();
        keep_tree(&once, false, USABLE, &mut kept, &mut chains).unwrap();
        assert_eq!(kept, once, "an emptied page has nothing to empty");
    }

    #[test]
    fn a_page_that_does_not_add_up_is_not_understood() {
        let (mut kept, mut chains) = (Vec::new(), Vec::new());
        let mut look = |page: &[u8]| keep_tree(page, false, USABLE, &mut kept, &mut chains).map(drop);
        assert_eq!(look(&leaf_page()), Ok(()));
        // A fragment too many, a row outside, a free block that is too long, rows before the gap's end.
        for (at, byte) in [(7, 8), (9, 255), (483, 60), (6, 4), (4, 200), (470, 0x90), (0, 7)] {
            let mut page = leaf_page();
            page[at] = byte;
            assert_eq!(look(&page), Err(Strange), "byte {at}");
        }
        assert_eq!(look(&[]), Err(Strange));
        assert_eq!(look(&[13; 20]), Err(Strange));
    }

    #[test]
    fn a_page_is_not_written_for_offsets_of_rows_that_went_and_for_everything_else() {
        let (mut kept, mut chains) = (Vec::new(), Vec::new());
        let mut page = leaf_page();
        page[12..470].fill(0);
        page[476..480].fill(0);
        page[484..494].fill(0);
        let mut is_clean = |behind: &[u8]| {
            page[12..12 + behind.len()].copy_from_slice(behind);
            let spent = keep_tree(&page, false, USABLE, &mut kept, &mut chains).unwrap();
            page[12..12 + behind.len()].fill(0);
            let mut whole = page.clone();
            whole[12..12 + behind.len()].copy_from_slice(behind);
            super::is_clean(&whole, &kept, &spent)
        };
        assert!(is_clean(b""));
        assert!(is_clean(&[1, 214, 1, 0, 0, 200]), "offsets within the page");
        assert!(!is_clean(&[1, 214, 1, 0, 0, 200, 0, 0, b'Q']), "something behind them");
        for text in
            [&b"Qu"[..], b"\0Q\0u", b"Q\0u\0", b"07700", "Zoë".as_bytes(), "Ø".as_bytes(), b"\x0f\xff"]
        {
            assert!(!is_clean(text), "{text:?}");
        }
    }

    #[test]
    fn nothing_that_chance_writes_is_read_beyond_its_end() {
        let (mut kept, mut chains) = (Vec::new(), Vec::new());
        let mut state = 1_u64;
        let mut page = vec![0; SIZE];
        for round in 0..20_000 {
            for byte in &mut page {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                *byte = (state >> 56) as u8;
            }
            page[0] = [2, 5, 10, 13][round % 4];
            let _ = keep_tree(&page, false, USABLE, &mut kept, &mut chains);
            let _ = keep_tree(&page, true, USABLE, &mut kept, &mut chains);
            let _ = Layout::of(&page);
            let listed = trunk(&page, USABLE).map_or(0, |(_, leaves)| leaves);
            assert!((0..listed).all(|n| leaf(&page, n).is_ok()));
        }
    }

    #[test]
    fn the_page_that_locks_are_taken_on_is_left_alone() {
        let layout = Layout { usable: 4016, pages: 300_000, first_trunk: 0 };
        assert!(layout.holds(1, 4096) && layout.holds(300_000, 4096));
        assert!(!layout.holds(0, 4096) && !layout.holds(300_001, 4096));
        assert!(!layout.holds((1 << 30) / 4096 + 1, 4096), "no page of ours");
    }
}
