//! The columns of Outlook and its like in other languages: it names them in the language of Windows.

use crate::import::fields::Field;

/// What a word of a header speaks of. Where it has several, the first of these decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    /// Nothing that is imported: a fax, a label, somebody's assistant.
    Nothing,
    Email,
    Mobile,
    Phone,
    Birthday,
    Registration,
    Make,
    Model,
    Postcode,
    Country,
    County,
    Town,
    Street,
    Title,
    Middle,
    First,
    Last,
    Suffix,
    Company,
    Notes,
    Home,
    Work,
    Other,
}

/// A language by the words for a name that no other has, and its words by what they speak of.
struct Language {
    names: &'static [&'static str],
    words: &'static [(Part, &'static str)],
}

use Part::{
    Birthday, Company, Country, County, Email, First, Home, Last, Make, Middle, Mobile, Model, Notes,
    Nothing, Other, Phone, Postcode, Registration, Street, Suffix, Title, Town, Work,
};

const LANGUAGES: [Language; 6] = [
    // German
    Language {
        names: &["vorname", "nachname", "familienname"],
        words: &[
            (
                Nothing,
                "fax faxnummer telefax pager isdn telex typ angezeigter anzeigename assistent assistentin position",
            ),
            (
                Nothing,
                "rückmeldung abteilung beruf postfach jahrestag hochzeitstag partner manager vorgesetzter",
            ),
            (Email, "mail email mailadresse"),
            (Mobile, "mobiltelefon mobil mobilnummer handy handynummer"),
            (Phone, "telefon telefonnummer haupttelefon autotelefon tel"),
            (Birthday, "geburtstag geburtsdatum"),
            (Registration, "kennzeichen"),
            (Make, "marke fabrikat"),
            (Model, "modell"),
            (Postcode, "postleitzahl plz"),
            (Country, "land"),
            (County, "bundesland kanton region"),
            (Town, "ort stadt wohnort"),
            (Street, "straße strasse adresse anschrift"),
            (Title, "anrede titel"),
            (Middle, "vornamen"),
            (First, "vorname"),
            (Last, "nachname familienname"),
            (Suffix, "suffix namenszusatz"),
            (Company, "firma unternehmen"),
            (Notes, "notizen bemerkungen bemerkung anmerkungen"),
            (Home, "privat"),
            (Work, "geschäftlich büro dienstlich"),
            (Other, "weitere weiterer weiteres andere anderer"),
        ],
    },
    // Swedish
    Language {
        names: &["förnamn", "efternamn"],
        words: &[
            (
                Nothing,
                "fax personsökare telex typ visningsnamn assistent assistentens avdelning befattning postbox",
            ),
            (Email, "epost epostadress mail mejl"),
            (Mobile, "mobiltelefon mobil mobilnummer"),
            (Phone, "telefon telefonnummer hemtelefon arbetstelefon biltelefon"),
            (Birthday, "födelsedag födelsedatum"),
            (Registration, "registreringsnummer regnr"),
            (Make, "märke"),
            (Model, "modell"),
            (Postcode, "postnummer postnr"),
            (Country, "land"),
            (County, "region län"),
            (Town, "ort stad postort"),
            (Street, "gata gatuadress adress"),
            (Title, "titel"),
            (Middle, "mellannamn"),
            (First, "förnamn"),
            (Last, "efternamn"),
            (Suffix, "suffix"),
            (Company, "företag"),
            (Notes, "anteckningar"),
            (Home, "hem hemtelefon"),
            (Work, "arbete arbetstelefon arb"),
            (Other, "annan annat övrig övrigt"),
        ],
    },
    // French
    Language {
        names: &["prénom", "prenom"],
        words: &[
            (
                Nothing,
                "fax télécopie récepteur télex type complet assistante assistant service fonction mariage bp",
            ),
            (Email, "messagerie courriel mail email mél"),
            (Mobile, "mobile portable"),
            (Phone, "téléphone telephone tél tel"),
            (Birthday, "anniversaire naissance"),
            (Registration, "immatriculation"),
            (Make, "marque"),
            (Model, "modèle"),
            (Postcode, "postal"),
            (Country, "pays"),
            (County, "dép département région"),
            (Town, "ville"),
            (Street, "rue adresse"),
            (Title, "titre civilité"),
            (Middle, "deuxième"),
            (First, "prénom prenom"),
            (Last, "nom"),
            (Suffix, "suffixe"),
            (Company, "société entreprise"),
            (Notes, "notes remarques"),
            (Home, "domicile personnel personnelle"),
            (Work, "bureau professionnel professionnelle"),
            (Other, "autre"),
        ],
    },
    // Spanish
    Language {
        names: &["apellidos", "apellido"],
        words: &[
            (
                Nothing,
                "fax localizador télex tipo mostrar ayudante asistente departamento puesto aniversario apartado",
            ),
            (Email, "correo email mail"),
            (Mobile, "móvil celular"),
            (Phone, "teléfono telefono tel"),
            (Birthday, "cumpleaños nacimiento"),
            (Registration, "matrícula"),
            (Make, "marca"),
            (Model, "modelo"),
            (Postcode, "postal"),
            (Country, "país"),
            (County, "provincia estado"),
            (Town, "ciudad población localidad"),
            (Street, "calle dirección"),
            (Title, "título tratamiento"),
            (Middle, "segundo"),
            (First, "nombre"),
            (Last, "apellido apellidos"),
            (Suffix, "sufijo"),
            (Company, "organización empresa compañía"),
            (Notes, "notas"),
            (Home, "domicilio residencia particular personal"),
            (Work, "trabajo"),
            (Other, "otro otra"),
        ],
    },
    // Italian
    Language {
        names: &["cognome"],
        words: &[
            (
                Nothing,
                "fax cercapersone telex tipo visualizzato assistente reparto posizione anniversario casella",
            ),
            (Email, "elettronica email mail"),
            (Mobile, "cellulare"),
            (Phone, "telefono tel abitazione"),
            (Birthday, "compleanno nascita"),
            (Registration, "targa"),
            (Make, "marca"),
            (Model, "modello"),
            (Postcode, "cap"),
            (Country, "paese"),
            (County, "provincia"),
            (Town, "città"),
            (Street, "via indirizzo"),
            (Title, "titolo"),
            (Middle, "secondo"),
            (First, "nome"),
            (Last, "cognome"),
            (Suffix, "suffisso"),
            (Company, "società ditta azienda"),
            (Notes, "note"),
            (Home, "ab abitazione casa"),
            (Work, "uff ufficio"),
            (Other, "altro altra"),
        ],
    },
    // Dutch
    Language {
        names: &["voornaam", "achternaam"],
        words: &[
            (Nothing, "fax semafoon telex type weergavenaam assistent afdeling functie postbus"),
            (Email, "mailadres email mail"),
            (Mobile, "mobiel mobiele"),
            (Phone, "telefoon telefoonnummer tel"),
            (Birthday, "verjaardag geboortedatum"),
            (Registration, "kenteken"),
            (Make, "merk"),
            (Model, "model"),
            (Postcode, "postcode"),
            (Country, "land"),
            (County, "provincie"),
            (Town, "plaats woonplaats stad"),
            (Street, "straat adres"),
            (Title, "titel aanhef"),
            (Middle, "middelste tussenvoegsel"),
            (First, "voornaam"),
            (Last, "achternaam"),
            (Suffix, "achtervoegsel"),
            (Company, "bedrijf bedrijfsnaam"),
            (Notes, "notities opmerkingen"),
            (Home, "thuis huisadres privé"),
            (Work, "werk werkadres zakelijk"),
            (Other, "ander andere overige"),
        ],
    },
];

/// The language that the headers of a file are in, unless it is English.
pub(super) struct Spoken(&'static Language);

impl Spoken {
    /// Tells the language by its words for a name; `headers` in words.
    pub(super) fn of(headers: &[String]) -> Option<Self> {
        let spoken =
            |language: &&Language| headers.iter().any(|header| language.names.contains(&header.as_str()));
        LANGUAGES.iter().find(spoken).map(Self)
    }

    /// The field of a header: `None` when the language does not know it, `Some(None)` when it is known
    /// for something that is not imported.
    pub(super) fn field(&self, words: &str) -> Option<Option<Field>> {
        // `E-postadress` is no postal address.
        let joined = match words.strip_prefix("e post") {
            Some(rest) => format!("epost{rest}"),
            None => words.to_owned(),
        };
        let mut parts: Vec<Part> = Vec::new();
        for word in joined.split(' ') {
            let known = self.0.words.iter().filter(|(_, list)| list.split(' ').any(|one| one == word));
            parts.extend(known.map(|(part, _)| *part));
        }
        let part = *parts.iter().min()?;
        let has = |part| parts.contains(&part);
        let set = if has(Work) {
            1
        } else if has(Other) {
            2
        } else {
            0
        };
        let [street, town, county, postcode, country] = Field::address(set);
        Some(Some(match part {
            Nothing => return Some(None),
            Email => Field::Email,
            Mobile => Field::PhoneMobile,
            Phone if has(Work) || has(Company) => Field::PhoneWork,
            Phone if has(Home) => Field::PhoneHome,
            Phone => Field::Phone,
            Birthday => Field::DateOfBirth,
            Registration => Field::Registration,
            Make => Field::Make,
            Model => Field::Model,
            Postcode => postcode,
            Country => country,
            County => county,
            Town => town,
            Street => street,
            // The second title of a person is the name of a post.
            Title if joined.ends_with(|c: char| c.is_ascii_digit()) => return Some(None),
            Title => Field::Title,
            Middle => Field::MiddleName,
            First => Field::FirstName,
            Last => Field::LastName,
            Suffix => Field::Suffix,
            Company => Field::Company,
            Notes => Field::Notes,
            Home | Work | Other => return None,
        }))
    }
}

#[cfg(test)]
mod tests {
    use crate::import::layout::guess;

    fn check(headers: &[&str], wanted: &[(&str, &[&str])], nothing: &[&str]) {
        let owned: Vec<String> = headers.iter().map(|header| (*header).to_owned()).collect();
        let mapping = guess(&owned);
        for (field, columns) in wanted {
            assert_eq!(
                mapping.get(*field).map(Vec::as_slice).unwrap_or_default(),
                *columns,
                "{field}: {mapping:?}"
            );
        }
        for header in nothing {
            assert!(!mapping.values().flatten().any(|column| column == header), "{header}: {mapping:?}");
        }
    }

    #[test]
    fn outlook_in_german_goes_where_it_belongs() {
        check(
            &[
                "Anrede",
                "Vorname",
                "Weitere Vornamen",
                "Nachname",
                "Suffix",
                "Firma",
                "Abteilung",
                "Position",
                "Straße geschäftlich",
                "Ort geschäftlich",
                "Region geschäftlich",
                "Postleitzahl geschäftlich",
                "Land/Region geschäftlich",
                "Straße privat",
                "Ort privat",
                "Bundesland/Kanton privat",
                "Postleitzahl privat",
                "Land/Region privat",
                "Weitere Straße",
                "Weiterer Ort",
                "Weitere Postleitzahl",
                "Telefon Assistent",
                "Fax geschäftlich",
                "Telefon geschäftlich",
                "Telefon Firma",
                "Telefon (privat)",
                "Mobiltelefon",
                "Weiteres Telefon",
                "Pager",
                "E-Mail-Adresse",
                "E-Mail-Typ",
                "E-Mail: Angezeigter Name",
                "E-Mail 2: Adresse",
                "Geburtstag",
                "Notizen",
                "Jahrestag",
            ],
            &[
                ("title", &["Anrede"]),
                ("first_name", &["Vorname"]),
                ("middle_name", &["Weitere Vornamen"]),
                ("last_name", &["Nachname"]),
                ("company", &["Firma"]),
                ("street", &["Straße privat"]),
                ("street_2", &["Straße geschäftlich"]),
                ("street_3", &["Weitere Straße"]),
                ("town", &["Ort privat"]),
                ("county", &["Bundesland/Kanton privat"]),
                ("country_2", &["Land/Region geschäftlich"]),
                ("postcode", &["Postleitzahl privat"]),
                ("phone_home", &["Telefon (privat)"]),
                ("phone_work", &["Telefon geschäftlich", "Telefon Firma"]),
                ("phone_mobile", &["Mobiltelefon"]),
                ("phone", &["Weiteres Telefon"]),
                ("email", &["E-Mail-Adresse", "E-Mail 2: Adresse"]),
                ("date_of_birth", &["Geburtstag"]),
                ("notes", &["Notizen"]),
            ],
            &[
                "Fax geschäftlich",
                "Telefon Assistent",
                "E-Mail-Typ",
                "E-Mail: Angezeigter Name",
                "Pager",
                "Jahrestag",
            ],
        );
    }

    #[test]
    fn outlook_in_swedish_goes_where_it_belongs() {
        check(
            &[
                "Titel",
                "Förnamn",
                "Efternamn",
                "Företag",
                "Gata, hem",
                "Ort, hem",
                "Postnummer, hem",
                "Gata, arbete",
                "Hemtelefon",
                "Telefon, arbete",
                "Mobiltelefon",
                "Fax, arbete",
                "E-postadress",
                "E-posttyp",
                "E-post, visningsnamn",
                "Födelsedag",
                "Anteckningar",
            ],
            &[
                ("title", &["Titel"]),
                ("last_name", &["Efternamn"]),
                ("street", &["Gata, hem"]),
                ("street_2", &["Gata, arbete"]),
                ("town", &["Ort, hem"]),
                ("postcode", &["Postnummer, hem"]),
                ("phone_home", &["Hemtelefon"]),
                ("phone_work", &["Telefon, arbete"]),
                ("email", &["E-postadress"]),
                ("date_of_birth", &["Födelsedag"]),
            ],
            &["Fax, arbete", "E-posttyp", "E-post, visningsnamn"],
        );
    }

    #[test]
    fn four_more_languages_are_known() {
        check(
            &[
                "Titre",
                "Prénom",
                "Nom",
                "Société",
                "Rue (domicile)",
                "Ville (bureau)",
                "Code postal (domicile)",
                "Tél. mobile",
                "Téléphone (bureau)",
                "Adresse de messagerie",
                "Type de messagerie",
                "Anniversaire de mariage",
                "Anniversaire",
            ],
            &[
                ("first_name", &["Prénom"]),
                ("last_name", &["Nom"]),
                ("street", &["Rue (domicile)"]),
                ("town_2", &["Ville (bureau)"]),
                ("postcode", &["Code postal (domicile)"]),
                ("phone_mobile", &["Tél. mobile"]),
                ("phone_work", &["Téléphone (bureau)"]),
                ("email", &["Adresse de messagerie"]),
                ("date_of_birth", &["Anniversaire"]),
            ],
            &["Type de messagerie", "Anniversaire de mariage"],
        );
        check(
            &[
                "Nombre",
                "Segundo nombre",
                "Apellidos",
                "Calle del domicilio",
                "Código postal del trabajo",
                "Teléfono móvil",
                "Dirección de correo electrónico",
                "Cumpleaños",
            ],
            &[
                ("first_name", &["Nombre"]),
                ("middle_name", &["Segundo nombre"]),
                ("last_name", &["Apellidos"]),
                ("street", &["Calle del domicilio"]),
                ("postcode_2", &["Código postal del trabajo"]),
                ("phone_mobile", &["Teléfono móvil"]),
                ("email", &["Dirección de correo electrónico"]),
                ("date_of_birth", &["Cumpleaños"]),
            ],
            &[],
        );
        check(
            &[
                "Nome",
                "Cognome",
                "Via (ab.)",
                "Città (uff.)",
                "CAP (ab.)",
                "Cellulare",
                "Abitazione",
                "Indirizzo posta elettronica",
                "Compleanno",
            ],
            &[
                ("first_name", &["Nome"]),
                ("last_name", &["Cognome"]),
                ("street", &["Via (ab.)"]),
                ("town_2", &["Città (uff.)"]),
                ("postcode", &["CAP (ab.)"]),
                ("phone_mobile", &["Cellulare"]),
                ("phone_home", &["Abitazione"]),
                ("email", &["Indirizzo posta elettronica"]),
            ],
            &[],
        );
        check(
            &[
                "Voornaam",
                "Achternaam",
                "Bedrijf",
                "Huisadres, straat",
                "Huisadres, plaats",
                "Werkadres, postcode",
                "Telefoon thuis",
                "Mobiele telefoon",
                "E-mailadres",
                "Verjaardag",
            ],
            &[
                ("last_name", &["Achternaam"]),
                ("street", &["Huisadres, straat"]),
                ("town", &["Huisadres, plaats"]),
                ("postcode_2", &["Werkadres, postcode"]),
                ("phone_home", &["Telefoon thuis"]),
                ("phone_mobile", &["Mobiele telefoon"]),
                ("email", &["E-mailadres"]),
            ],
            &[],
        );
    }

    #[test]
    fn an_english_file_is_read_in_english() {
        check(
            &["First Name", "Surname", "Via", "Land", "Ort"],
            &[("last_name", &["Surname"])],
            &["Via", "Land", "Ort"],
        );
    }
}
