//! Registers write in capitals; people do not.

/// Letters of the shortest word that is no abbreviation: `BMW` and `MG` stay as they are.
const SHORTEST: usize = 4;

/// Text as people write it: of one that is all in capitals, each word of letters alone keeps only its first.
pub(super) fn spelled(text: &str) -> String {
    if text.chars().any(char::is_lowercase) {
        return text.to_owned();
    }
    text.split_inclusive([' ', '-', '/']).map(word).collect()
}

fn word(text: &str) -> String {
    let letters = text.trim_end_matches([' ', '-', '/']);
    if letters.chars().count() < SHORTEST || !letters.chars().all(char::is_alphabetic) {
        return text.to_owned();
    }
    let mut all = text.chars();
    let first = all.next();
    first.into_iter().chain(all.flat_map(char::to_lowercase)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_written_as_people_write_them() {
        for (said, written) in [
            ("FORD", "Ford"),
            ("LAND ROVER", "Land Rover"),
            ("MERCEDES-BENZ", "Mercedes-Benz"),
            ("BMW", "BMW"),
            ("FOCUS ST-LINE X", "Focus ST-Line X"),
            ("320D M SPORT", "320D M Sport"),
            ("PETROL/GAS", "Petrol/GAS"),
            ("Blue", "Blue"),
            ("CITROËN", "Citroën"),
            ("", ""),
        ] {
            assert_eq!(spelled(said), written);
        }
    }
}
