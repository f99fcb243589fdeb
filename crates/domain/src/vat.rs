//! VAT (T-05): rates, and what they come to in whole pence. The margin scheme of used cars comes with their sale.

use crate::money::Money;
use crate::words::word_list;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};
use ts_rs::TS;

/// How a line is taxed.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    EnumCount,
    EnumString,
    IntoStaticStr,
    VariantArray,
    TS,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case", const_into_str)]
pub enum VatRate {
    /// 20 %.
    #[default]
    Standard,
    /// 5 %.
    Reduced,
    /// 0 %, and taxable all the same.
    Zero,
    /// Exempt by law, such as insurance.
    Exempt,
    /// Outside the scope of VAT, such as an MOT test fee.
    Outside,
}

word_list!(VatRate);

impl VatRate {
    /// The percentage in hundredths today. What was posted keeps the percentage that it was posted with.
    #[must_use]
    pub const fn percent(self) -> i64 {
        match self {
            Self::Standard => 2_000,
            Self::Reduced => 500,
            Self::Zero | Self::Exempt | Self::Outside => 0,
        }
    }

    /// The wording for people.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Standard => "Standard 20%",
            Self::Reduced => "Reduced 5%",
            Self::Zero => "Zero 0%",
            Self::Exempt => "Exempt",
            Self::Outside => "Outside VAT",
        }
    }

    /// The VAT on a net sum, rounded half up to the penny.
    #[must_use]
    pub fn on(self, net: Money) -> Option<Money> {
        net.share(self.percent(), 10_000)
    }
}

#[cfg(test)]
mod tests {
    use super::VatRate;
    use crate::money::Money;

    #[test]
    fn t05_vat_of_a_sum_is_rounded_half_up_to_the_penny() {
        for (rate, net, vat) in [
            (VatRate::Standard, 30_000, 6_000),
            (VatRate::Standard, 1_050_000, 210_000),
            (VatRate::Standard, 3, 1),
            (VatRate::Standard, 2, 0),
            (VatRate::Reduced, 10, 1),
            (VatRate::Reduced, 9, 0),
            (VatRate::Zero, 10_000, 0),
            (VatRate::Exempt, 10_000, 0),
            (VatRate::Outside, 5_485, 0),
            (VatRate::Standard, -3, -1),
        ] {
            assert_eq!(rate.on(Money::of_pence(net)), Some(Money::of_pence(vat)), "{rate:?} on {net}");
        }
    }
}
