use super::*;

#[test]
fn cut_between_characters() {
    assert_eq!(cut("abc"), "abc");
    assert_eq!(cut(&"王".repeat(40)).len(), 63);
}
