//! The emergency sheet, while the recovery key is still shown.

use super::pending;
use crate::dealership::DealershipSettings;
use forecourt_dispatch::hand_over::{HandedOver, file_refusal, view_whole};
use forecourt_dispatch::{Command, Cx, Permit, Refusal};
use forecourt_documents::emergency_sheet::{EmergencySheet, emergency_sheet};
use forecourt_domain::rights::Right;
use forecourt_domain::time::uk_date;
use serde::Deserialize;
use ts_rs::TS;

/// Opens the sheet for printing.
#[derive(Deserialize, TS)]
pub struct PrintEmergencySheet {}

impl Command for PrintEmergencySheet {
    const NAME: &'static str = "print_emergency_sheet";
    const PERMIT: Permit = Permit::Founder(Right::ChangeGdprOption);
    type Reply = HandedOver;

    fn run(self, cx: &Cx<'_>) -> Result<HandedOver, Refusal> {
        let recovery_key = pending::find(cx)?.to_text().to_string();
        let settings = cx.settings()?;
        let sheet = EmergencySheet {
            dealership: settings.dealership().name,
            date: uk_date(cx.now.civil_date(settings.zone)),
            workstation: cx.workstation()?.name,
            recovery_key,
        };
        let bytes = emergency_sheet(&sheet).map_err(|error| Refusal::unexpected(&error))?;
        let viewed = view_whole(cx, "Forecourt emergency sheet.pdf", &bytes);
        viewed.map(HandedOver::from).map_err(|error| file_refusal(&error))
    }
}
