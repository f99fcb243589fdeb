//! What every closed word list offers. Its variants are the only list there is: the words, their
//! number and their order are made from them by strum.

/// Gives an enum that derives `EnumCount`, `EnumString`, `IntoStaticStr` and `VariantArray` its
/// `ALL`, `word` and `from_word`.
macro_rules! word_list {
    ($($list:ty),+ $(,)?) => {$(
        impl $list {
            /// Every value, in the order of the screens.
            pub const ALL: [Self; <Self as ::strum::EnumCount>::COUNT] =
                $crate::words::every(<Self as ::strum::VariantArray>::VARIANTS);

            /// The word stored and sent; the same as serde's.
            #[must_use]
            pub const fn word(self) -> &'static str {
                self.into_str()
            }

            /// Reads [`Self::word`] back; `None` for a word of a later version.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                word.parse().ok()
            }
        }
    )+};
}
pub(crate) use word_list;

/// A list whose length the type knows, so that callers can map it into an array.
pub(crate) const fn every<T: Copy, const N: usize>(variants: &[T]) -> [T; N] {
    match variants.first_chunk() {
        Some(every) => *every,
        // Evaluated by the compiler alone, where strum counts what it lists.
        None => panic!("strum counts its own list"),
    }
}

#[cfg(test)]
mod tests {
    use crate::booking::BookingStatus;
    use crate::consent::{Basis, Channel, Method, Purpose, Screen, State};
    use crate::contact::{AddressKind, EmailKind, PhoneKind};
    use crate::invoice::{Department, InvoiceKind, InvoiceLineKind, InvoiceStatus, Series};
    use crate::part::Movement;
    use crate::rights::Right;
    use crate::workshop::ResourceKind;
    use serde::Deserialize;
    use serde::de::IntoDeserializer;
    use serde::de::value::{Error, StrDeserializer};

    /// Reads `word` as the wire does.
    fn from_wire<'w, T: Deserialize<'w>>(word: &'w str) -> Result<T, Error> {
        let wire: StrDeserializer<'w, Error> = word.into_deserializer();
        T::deserialize(wire)
    }

    macro_rules! the_words_stay {
        ($($test:ident $list:ident: $($word:literal)+;)+) => {$(
            #[test]
            fn $test() {
                assert_eq!($list::ALL.map($list::word), [$($word),+]);
                for value in $list::ALL {
                    assert_eq!($list::from_word(value.word()), Some(value));
                    assert_eq!(from_wire(value.word()), Ok(value));
                }
                for other in ["", "Email", "everything", " phone"] {
                    assert_eq!($list::from_word(other), None, "{other:?}");
                }
            }
        )+};
    }

    // Databases, the ledger and the wire hold these words: one that changes here orphans them.
    the_words_stay!(
        the_words_of_states_stay State: "unset" "assumed" "granted" "expired" "refused" "withdrawn";
        the_words_of_bases_stay Basis:
            "consent" "soft_opt_in" "legitimate_interest" "contract" "migrated";
        the_words_of_methods_stay Method:
            "in_person" "phone" "paper_form" "portal" "webform" "double_opt_in" "reply_unsubscribe"
            "import" "migration" "bulk_reset";
        the_words_of_screens_stay Screen:
            "contact_record" "contact_created" "service_booking_form" "service_record"
            "vehicle_sales_record" "prospect_record" "parts" "import" "system";
        the_words_of_channels_stay Channel: "email" "sms" "post" "phone" "social";
        the_words_of_movements_stay Movement: "received" "counted" "sold" "returned";
        the_words_of_purposes_stay Purpose: "service_followup" "general_marketing";
        the_words_of_documents_stay InvoiceKind: "service" "parts" "sales" "credit_note";
        the_words_of_departments_stay Department: "service" "parts" "sales";
        the_words_of_their_states_stay InvoiceStatus: "draft" "posted";
        the_words_of_their_lines_stay InvoiceLineKind: "labour" "part" "other";
        the_words_of_series_stay Series: "VS" "SI" "PI" "CN";
        the_words_of_rights_stay Right:
            "access_settings" "employee_records" "change_gdpr_option" "gdpr_rights_requests"
            "reveal_encrypted" "lift_stop_processing" "override_contact_opt_out"
            "bulk_preference_reset" "review_erasure_log" "send_mailshots" "export_reports";
        the_words_of_resources_stay ResourceKind: "technician" "ramp";
        the_words_of_bookings_stay BookingStatus: "booked" "arrived" "missed" "cancelled";
    );

    #[test]
    fn a_kind_nobody_knows_counts_as_other() {
        for (word, kind) in [
            ("home", AddressKind::Home),
            ("work", AddressKind::Work),
            ("billing", AddressKind::Billing),
            ("other", AddressKind::Other),
        ] {
            assert_eq!((kind.word(), AddressKind::from_word(word)), (word, kind));
            assert_eq!(from_wire(word), Ok(kind));
        }
        for (word, kind) in [
            ("mobile", PhoneKind::Mobile),
            ("home", PhoneKind::Home),
            ("work", PhoneKind::Work),
            ("other", PhoneKind::Other),
        ] {
            assert_eq!((kind.word(), PhoneKind::from_word(word)), (word, kind));
            assert_eq!(from_wire(word), Ok(kind));
        }
        for (word, kind) in
            [("home", EmailKind::Home), ("work", EmailKind::Work), ("other", EmailKind::Other)]
        {
            assert_eq!((kind.word(), EmailKind::from_word(word)), (word, kind));
            assert_eq!(from_wire(word), Ok(kind));
        }
        assert_eq!(AddressKind::from_word("houseboat"), AddressKind::Other);
        assert_eq!(PhoneKind::from_word("fax"), PhoneKind::Other);
        assert_eq!(EmailKind::from_word("billing"), EmailKind::Other);
    }
}
