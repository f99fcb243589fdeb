//! Lines, VAT and totals always add up.

use super::sums::{Credited, LineProblem, Priced, SumProblem, Sums, VatSum, credit, sums};
use crate::money::Money;
use crate::quantity::Quantity;
use crate::vat::VatRate;
use proptest::prelude::*;

fn line(hundredths: i64, pence: i64, rate: VatRate) -> Priced {
    Priced::today(Quantity::of_hundredths(hundredths), Money::of_pence(pence), rate)
}

fn pence(sums: &Sums) -> (i64, i64, i64) {
    (sums.net.pence(), sums.vat.pence(), sums.total.pence())
}

#[test]
fn t05_vat_is_reckoned_per_rate_over_the_sum_of_its_lines() {
    // Three lines of £0.03: a penny of VAT each would be 3p; of their sum it is 2p (1.8 rounded).
    let three = [line(100, 3, VatRate::Standard); 3];
    assert_eq!(pence(&sums(&three).unwrap()), (9, 2, 11));
    // T-05's towbar, and the qualifying car at £12,600.00 gross.
    assert_eq!(pence(&sums(&[line(100, 30_000, VatRate::Standard)]).unwrap()), (30_000, 6_000, 36_000));
    let car = sums(&[line(100, 1_050_000, VatRate::Standard)]).unwrap();
    assert_eq!(pence(&car), (1_050_000, 210_000, 1_260_000));
    let mixed = sums(&[
        line(150, 8_550, VatRate::Standard),
        line(100, 5_485, VatRate::Outside),
        line(200, 1_999, VatRate::Standard),
        line(100, 10, VatRate::Reduced),
        line(100, 0, VatRate::Zero),
    ])
    .unwrap();
    let row = |rate, percent, net, vat| VatSum {
        rate,
        percent,
        net: Money::of_pence(net),
        vat: Money::of_pence(vat),
    };
    assert_eq!(
        mixed.rates,
        [
            row(VatRate::Standard, 2_000, 16_823, 3_365),
            row(VatRate::Reduced, 500, 10, 1),
            row(VatRate::Zero, 0, 0, 0),
            row(VatRate::Outside, 0, 5_485, 0),
        ]
    );
    assert_eq!(pence(&mixed), (22_318, 3_366, 25_684));
}

#[test]
fn what_is_too_much_is_refused_in_words() {
    let of = |hundredths, pence| sums(&[line(hundredths, pence, VatRate::Standard)]).unwrap_err();
    assert_eq!(of(-1, 1), SumProblem::Line(0, LineProblem::Quantity));
    assert_eq!(of(10_000_001, 1), SumProblem::Line(0, LineProblem::Quantity));
    assert_eq!(of(100, 10_000_000_001), SumProblem::Line(0, LineProblem::Price));
    assert_eq!(of(100, i64::MIN), SumProblem::Line(0, LineProblem::Price));
    assert_eq!(of(10_000_000, 10_000_000_000), SumProblem::Line(0, LineProblem::Net));
    assert_eq!(of(100, 10_000_000_000), SumProblem::Total, "with its VAT");
    assert_eq!(sums(&[line(100, 1, VatRate::Zero); 501]), Err(SumProblem::Lines));
    let discount = [line(100, 100, VatRate::Standard), line(100, -101, VatRate::Standard)];
    let problem = sums(&discount).unwrap_err();
    assert_eq!(
        problem.to_string(),
        "The lines at Standard 20% come to less than nothing. Make the discount smaller."
    );
}

#[test]
fn a_discount_cannot_be_left_out_of_a_credit() {
    let (work, discount) = (line(100, 10_000, VatRate::Standard), line(100, -1_000, VatRate::Standard));
    let none = Quantity::ZERO;
    let part = |now_of_work, now_of_discount| {
        credit(&[
            Credited { line: work, before: none, now: Quantity::of_hundredths(now_of_work) },
            Credited { line: discount, before: none, now: Quantity::of_hundredths(now_of_discount) },
        ])
    };
    assert_eq!(part(100, 0), Err(SumProblem::BeyondInvoiced(VatRate::Standard)));
    assert_eq!(part(0, 100), Err(SumProblem::BeyondInvoiced(VatRate::Standard)));
    assert_eq!(pence(&part(100, 100).unwrap()), (9_000, 1_800, 10_800));
    assert_eq!(pence(&part(50, 0).unwrap()), (5_000, 1_000, 6_000));
    let more = credit(&[Credited {
        line: work,
        before: Quantity::of_hundredths(60),
        now: Quantity::of_hundredths(41),
    }]);
    assert_eq!(more, Err(SumProblem::Line(0, LineProblem::Left)));
}

fn any_rate() -> impl Strategy<Value = VatRate> {
    prop::sample::select(VatRate::ALL.to_vec())
}

fn any_line() -> impl Strategy<Value = Priced> {
    (0..=20_000i64, 0..=1_000_000i64, any_rate())
        .prop_map(|(hundredths, pence, rate)| line(hundredths, pence, rate))
}

/// As much of each line as `shares` say, of what is left, in turn; the last credit takes the rest.
fn in_parts(lines: &[Priced], shares: &[Vec<u8>]) -> Vec<Sums> {
    let mut before = vec![0; lines.len()];
    let mut credits = Vec::new();
    for at in 0..=shares.len() {
        let credited: Vec<Credited> = lines
            .iter()
            .enumerate()
            .map(|(n, line)| {
                let left = line.quantity.hundredths() - before[n];
                let share = shares.get(at).map_or(255, |share| share.get(n).copied().unwrap_or(0));
                let now = left * i64::from(share) / 255;
                let of = Quantity::of_hundredths;
                Credited { line: *line, before: of(before[n]), now: of(now) }
            })
            .collect();
        for (before, credited) in before.iter_mut().zip(&credited) {
            *before += credited.now.hundredths();
        }
        credits.push(credit(&credited).unwrap());
    }
    credits
}

proptest! {
    #[test]
    fn lines_vat_and_totals_always_add_up(lines in prop::collection::vec(any_line(), 0..30)) {
        let sums = sums(&lines).unwrap();
        let of = |moneys: &mut dyn Iterator<Item = Money>| moneys.map(Money::pence).sum::<i64>();
        prop_assert_eq!(of(&mut sums.nets.iter().copied()), sums.net.pence());
        prop_assert_eq!(of(&mut sums.rates.iter().map(|sum| sum.net)), sums.net.pence());
        prop_assert_eq!(of(&mut sums.rates.iter().map(|sum| sum.vat)), sums.vat.pence());
        prop_assert_eq!(sums.net.pence() + sums.vat.pence(), sums.total.pence());
        for sum in &sums.rates {
            let nets = lines.iter().zip(&sums.nets).filter(|(line, _)| line.rate == sum.rate);
            prop_assert_eq!(of(&mut nets.map(|(_, net)| *net)), sum.net.pence());
            prop_assert_eq!(Some(sum.vat), sum.rate.on(sum.net));
            // Half up, in whole numbers: never more than half a penny off, and up at half a penny.
            let exact = i128::from(sum.net.pence()) * i128::from(sum.percent);
            let off = i128::from(sum.vat.pence()) * 10_000 - exact;
            prop_assert!(off > -5_000 && off <= 5_000);
        }
    }

    #[test]
    fn the_order_of_lines_does_not_matter(
        (lines, shuffled) in prop::collection::vec(any_line(), 0..30)
            .prop_flat_map(|lines| (Just(lines.clone()), Just(lines).prop_shuffle())),
    ) {
        let (one, other) = (sums(&lines).unwrap(), sums(&shuffled).unwrap());
        prop_assert_eq!((one.rates, one.net, one.vat, one.total), (other.rates, other.net, other.vat, other.total));
    }

    #[test]
    fn a_credit_of_everything_brings_the_sums_to_zero(
        lines in prop::collection::vec(any_line(), 1..12),
        shares in prop::collection::vec(prop::collection::vec(any::<u8>(), 12), 0..5),
    ) {
        let invoiced = sums(&lines).unwrap();
        let credits = in_parts(&lines, &shares);
        let (mut net, mut vat, mut total) = (0, 0, 0);
        let mut nets = vec![0; lines.len()];
        for credit in &credits {
            prop_assert_eq!(credit.net.pence() + credit.vat.pence(), credit.total.pence());
            prop_assert_eq!(credit.rates.iter().map(|sum| sum.net.pence()).sum::<i64>(), credit.net.pence());
            prop_assert_eq!(credit.rates.iter().map(|sum| sum.vat.pence()).sum::<i64>(), credit.vat.pence());
            prop_assert_eq!(credit.nets.iter().map(|net| net.pence()).sum::<i64>(), credit.net.pence());
            prop_assert!(credit.vat >= Money::ZERO && credit.net >= Money::ZERO);
            net += credit.net.pence();
            vat += credit.vat.pence();
            total += credit.total.pence();
            for (sum, net) in nets.iter_mut().zip(&credit.nets) {
                *sum += net.pence();
            }
            // Partial credits never exceed, in any of the sums.
            prop_assert!(net <= invoiced.net.pence() && vat <= invoiced.vat.pence());
            prop_assert!(total <= invoiced.total.pence());
        }
        prop_assert_eq!((net, vat, total), pence(&invoiced));
        prop_assert_eq!(nets, invoiced.nets.iter().map(|net| net.pence()).collect::<Vec<_>>());
    }

    #[test]
    fn nothing_that_can_be_typed_makes_it_panic(
        lines in prop::collection::vec((any::<i64>(), any::<i64>(), any_rate(), any::<i64>(), any::<i64>()), 0..5),
    ) {
        let priced: Vec<Priced> = lines.iter().map(|(q, p, rate, ..)| line(*q, *p, *rate)).collect();
        let _ = sums(&priced);
        let of = Quantity::of_hundredths;
        let credited: Vec<Credited> = lines
            .iter()
            .map(|(q, p, rate, before, now)| Credited { line: line(*q, *p, *rate), before: of(*before), now: of(*now) })
            .collect();
        let _ = credit(&credited);
    }
}
