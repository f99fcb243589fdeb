//! Generated customers: the same bytes for the same number every time, and nobody who lives. The first
//! rows of a larger file are the rows of a smaller one.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

const HEADER: &str = "contact_ref,title,first_name,last_name,company,address1,address2,town,county,\
postcode,phone_home,phone_mobile,phone_work,email,registration,make,model,consent_email,consent_sms,\
consent_phone,consent_post,consent_date,consent_source,last_purchase,suppressed,notes";

const FIRST: &str = "Oliver George Harry Jack Noah Charlie Thomas Oscar William James Alfie Joshua Mohammed \
Henry Leo Ethan Daniel Isaac Lucas Edward Toby Adam Arthur David Seán Rhys Dafydd Callum Hamish Olivia Amelia \
Isla Emily Mia Poppy Ella Sophie Grace Alice Freya Ruby Margaret Patricia Linda Susan Karen Tracey Claire \
Nicola Sarah Rachel Siân Zoë Aoife Bronwen Priya Aisha Fatima Rajesh Sunita Wei Piotr Łukasz Agnieszka José \
Søren Jürgen Ngọc Adebayo Ngozi Tomáš Mehmet";
const LAST: &str = "Smith Jones Taylor Brown Williams Wilson Davies Patel Robinson Wright Thompson Evans Walker \
White Roberts Green Hall Wood Clarke Harris Hughes Turner Cooper Ward Khan Ali Ahmed Singh Kaur Begum Moore \
Scott King Baker Morris Morgan Campbell Mitchell Stewart Murphy Kelly O'Brien McKenzie Fraser Reid Shaw Bailey \
Cox Ellis Foster Griffiths Powell Lloyd Barnes Webb Fisher Dixon Nowak Wójcik Müller García Okafor Mensah Novák";
const HEAD: &str = "Ash Brad Black Bright Burn Chester Clay Cold Crom Dal Dun East Fair Farn Glen Hart Hather \
Hazel Hunting Kirk Lang Lyn Maple Mil North Oak Pem Rams Rother Sand Sher South Stan Thorn Under Wake Whit Wych";
const TAIL: &str = "bourne brook bury by combe cott croft dale den field ford gate ham hurst land leigh ley low \
man mere mond more ridge stead stock stone thorpe ton well wick with worth";
const TOWNS: &str = "Birmingham:B Manchester:M Leeds:LS Sheffield:S Liverpool:L Bristol:BS Nottingham:NG \
Leicester:LE London:SW Cardiff:CF Edinburgh:EH Glasgow:G Belfast:BT Cambridge:CB Oxford:OX Norwich:NR Exeter:EX \
Truro:TR Swansea:SA York:YO Lincoln:LN Derby:DE Luton:LU Bath:BA Worcester:WR Chester:CH Preston:PR Dundee:DD";
const STREET: &str =
    "High Station Church Victoria Park Mill Queen's Manor Grange Green School North West York";
const KIND: &str = "Street Road Avenue Close Drive Lane Way Crescent Court Gardens Terrace Hill";
const CARS: &str = "Ford:Fiesta Ford:Focus Vauxhall:Corsa Volkswagen:Golf Nissan:Qashqai Toyota:Yaris BMW:X1 \
Audi:A3 Kia:Sportage Peugeot:208 Citroën:C3 Renault:Clio Škoda:Octavia MINI:Hatch Honda:Jazz Volvo:XC40";
const HOSTS: &str = "mailbox.example postbox.example webmail.example inbox.example work.example";
const LETTERS: &str = "A B C D E F G H J K L M N O P R S T U V W X Y";

/// What is typed to find somebody, by its kind.
pub struct Query {
    pub kind: &'static str,
    pub typed: String,
}

/// How many customers somebody is searched for among, evenly spread.
const SEARCHED: usize = 30;

/// Writes `count` customers to `place`, in Forecourt's own layout, and gives what to search for.
pub fn write(count: usize, place: &Path) -> io::Result<Vec<Query>> {
    let mut file = BufWriter::new(File::create(place)?);
    writeln!(file, "{HEADER}")?;
    let mut queries = Vec::new();
    for at in 1..=count {
        let person = Person::number(at);
        writeln!(file, "{}", person.line)?;
        if at % (count / SEARCHED).max(1) == 0 {
            person.queries(&mut queries);
        }
    }
    file.flush()?;
    Ok(queries)
}

struct Person {
    line: String,
    first: String,
    last: String,
    mobile: String,
    postcode: String,
    registration: String,
    email: String,
}

impl Person {
    fn number(at: usize) -> Self {
        let mut chance = Chance(at as u64);
        let (first, last) = (chance.word(FIRST).to_owned(), surname(&mut chance));
        let (town, area) = halves(chance.word(TOWNS));
        let postcode = format!(
            "{area}{} {}{}{}",
            1 + chance.below(20),
            chance.below(10),
            chance.word(LETTERS),
            chance.word(LETTERS)
        );
        let mobile = format!("7{:09}", chance.below(1_000_000_000));
        let number = spelt(&mobile, &mut chance);
        let home = if chance.in_a_hundred(45) {
            format!("0{}", 1_612_000_000 + chance.below(900_000))
        } else {
            String::new()
        };
        let registration = format!(
            "{}{}{:02} {}{}{}",
            chance.word(LETTERS),
            chance.word(LETTERS),
            1 + chance.below(74),
            chance.word(LETTERS),
            chance.word(LETTERS),
            chance.word(LETTERS)
        );
        let email = if chance.in_a_hundred(85) {
            let plain: String = last.to_lowercase().chars().filter(char::is_ascii_lowercase).collect();
            format!("{plain}{}@{}", chance.below(90_000), chance.word(HOSTS))
        } else {
            String::new()
        };
        let company = if chance.in_a_hundred(8) { format!("{last} Haulage Ltd") } else { String::new() };
        let (make, model) = halves(chance.word(CARS));
        let day = |chance: &mut Chance| {
            format!("20{}-{:02}-{:02}", 18 + chance.below(8), 1 + chance.below(12), 1 + chance.below(28))
        };
        let mut line = format!(
            "C{at:07},{},{first},{last},{company},{} {} {},,{town},,{postcode},{home},{number},,{email},{registration},{make},{model},",
            chance.word("Mr Mrs Ms Miss Dr"),
            1 + chance.below(200),
            chance.word(STREET),
            chance.word(KIND),
        );
        if chance.in_a_hundred(80) {
            for _ in 0..4 {
                let _ = write!(line, "{},", if chance.in_a_hundred(65) { "Y" } else { "N" });
            }
            let _ = write!(line, "{},showroom,", day(&mut chance));
        } else {
            line.push_str(",,,,,,");
        }
        // Who never bought anything can be erased.
        let bought = if at.is_multiple_of(9) { String::new() } else { day(&mut chance) };
        let _ = write!(line, "{bought},{},", if chance.in_a_hundred(3) { "Y" } else { "" });
        Self { line, first, last, mobile, postcode, registration, email }
    }

    /// As people at the counter ask for this customer.
    fn queries(&self, queries: &mut Vec<Query>) {
        let start = |text: &str, letters: usize| text.chars().take(letters).collect::<String>();
        let mut ask = |kind, typed: String| queries.push(Query { kind, typed });
        ask("name3", start(&self.last, 3));
        ask("name_full", format!("{} {}", self.first, self.last));
        ask("phone8", start(&format!("0{}", self.mobile), 8));
        ask("phone_tail", self.mobile.chars().skip(4).collect());
        ask("postcode", start(&self.postcode, self.postcode.chars().count().saturating_sub(2)));
        ask("reg", self.registration.clone());
        if !self.email.is_empty() {
            ask("email", start(&self.email, 10));
        }
    }
}

/// Common ones often, rare ones seldom, as in any town.
fn surname(chance: &mut Chance) -> String {
    if chance.in_a_hundred(55) {
        let count = LAST.split_whitespace().count() as u64;
        let least = chance.below(count).min(chance.below(count));
        return LAST.split_whitespace().nth(least as usize).unwrap_or_default().to_owned();
    }
    let rare = format!("{}{}", chance.word(HEAD), chance.word(TAIL));
    if chance.in_a_hundred(8) { format!("{rare}-{}", chance.word(LAST)) } else { rare }
}

/// One of the ways people write a mobile number.
fn spelt(national: &str, chance: &mut Chance) -> String {
    let (first, rest) = national.split_at(4);
    match chance.below(5) {
        0 => format!("0{national}"),
        1 => format!("+44 {first} {rest}"),
        2 => format!("(0{first}) {rest}"),
        _ => format!("0{first} {rest}"),
    }
}

fn halves(pair: &str) -> (&str, &str) {
    pair.split_once(':').unwrap_or((pair, ""))
}

/// Numbers that look like chance and are the same every time (splitmix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, most: u64) -> u64 {
        self.next() % most.max(1)
    }

    fn in_a_hundred(&mut self, share: u64) -> bool {
        self.below(100) < share
    }

    fn word<'w>(&mut self, words: &'w str) -> &'w str {
        let count = words.split_whitespace().count() as u64;
        words.split_whitespace().nth(self.below(count) as usize).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rows_of_a_smaller_file_begin_a_larger_one_and_every_cell_has_its_column() {
        let folder = std::env::temp_dir().join(format!("forecourt-people-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let read = |count| {
            let place = folder.join("people.csv");
            let queries = write(count, &place).unwrap();
            (std::fs::read_to_string(place).unwrap(), queries)
        };
        let (small, _) = read(50);
        let (large, queries) = read(90);
        std::fs::remove_dir_all(&folder).unwrap();
        assert!(large.starts_with(&small), "the same bytes every time");
        let columns = HEADER.split(',').count();
        assert!(large.lines().all(|line| line.split(',').count() == columns), "{large}");
        let kinds: std::collections::BTreeSet<_> = queries.iter().map(|query| query.kind).collect();
        assert_eq!(kinds.len(), 7, "every kind of search");
    }
}
