//! Crockford's 32 characters: what people type from paper without mistaking O for 0. Recovery keys
//! and receipt numbers are made of them.

/// The characters, by their value. I, L, O and U are left out.
pub const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The value of a typed character: case does not matter, O is 0, I and L are 1. `None` for a
/// character that is not used.
#[must_use]
pub fn value_of(typed: char) -> Option<u8> {
    let upper = match typed.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    ALPHABET.iter().position(|c| char::from(*c) == upper).and_then(|at| u8::try_from(at).ok())
}

/// The character of a value; only its lowest five bits count.
#[must_use]
pub fn character(value: u8) -> char {
    ALPHABET.get(usize::from(value & 31)).map_or('0', |c| char::from(*c))
}

/// Multiplication in the field of 32 elements, modulo x^5 + x^2 + 1. A sum of characters, each with
/// a factor of its own, shows every single wrong character and every two that were swapped.
#[must_use]
pub fn times(mut a: u8, mut b: u8) -> u8 {
    let mut product = 0;
    while b > 0 {
        if b & 1 == 1 {
            product ^= a;
        }
        a <<= 1;
        if a & 32 != 0 {
            a ^= 0b10_0101;
        }
        b >>= 1;
    }
    product
}
