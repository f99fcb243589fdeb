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
