//! The one list of commands. Bindings and the permit matrix come from it.

use crate::bindings::Shape;
use crate::{Command, Cx, Permit, Refusal, Tag};
use crate::{
    capture_form, carry_over, consent, consent_receipt, contact, employee, erasure, history, import, job,
    portal_link, reconsent, report_audit, rights_request, search, setting, sign_in, startup,
};
use serde_json::Value;
use std::sync::LazyLock;

/// A command as the dispatcher sees it.
pub struct Entry {
    /// Its name on the wire.
    pub name: &'static str,
    /// Who may run it.
    pub permit: Permit,
    /// Which cached answers it shows.
    pub reads: &'static [Tag],
    /// Which cached answers it makes stale.
    pub changes: &'static [Tag],
    /// Parses the input, runs, and writes the answer.
    pub run: fn(Value, &Cx<'_>) -> Result<Value, Refusal>,
    /// Its TypeScript shape.
    pub shape: fn(&mut Shape),
}

fn entry<C: Command>() -> Entry {
    Entry {
        name: C::NAME,
        permit: C::PERMIT,
        reads: C::READS,
        changes: C::CHANGES,
        run: |input, cx| {
            let command: C = serde_json::from_value(input).map_err(|error| {
                // The text of a parse error may quote what was typed.
                tracing::warn!(command = C::NAME, line = error.line(), "input does not parse");
                Refusal::new(crate::Code::Invalid, "The request is not understood.")
            })?;
            let reply = command.run(cx)?;
            serde_json::to_value(reply).map_err(|error| Refusal::unexpected(&error))
        },
        shape: Shape::command::<C>,
    }
}

static COMMANDS: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    vec![
        // Start-up and keys
        entry::<startup::Startup>(),
        entry::<startup::SetUpDealership>(),
        entry::<startup::PrintEmergencySheet>(),
        entry::<startup::ConfirmRecoveryKey>(),
        entry::<startup::RenewRecoveryKey>(),
        entry::<startup::UnlockWithRecoveryKey>(),
        entry::<startup::RetryUnlock>(),
        // Signing in
        entry::<sign_in::SignIn>(),
        entry::<sign_in::SignOut>(),
        entry::<sign_in::Lock>(),
        entry::<sign_in::Unlock>(),
        entry::<sign_in::Touch>(),
        entry::<sign_in::ShowSession>(),
        entry::<sign_in::ChangeOwnPassword>(),
        // Employees
        entry::<employee::ListEmployees>(),
        entry::<employee::CreateEmployee>(),
        entry::<employee::UpdateEmployee>(),
        entry::<employee::ResetPassword>(),
        entry::<employee::ListSignIns>(),
        // Contacts
        entry::<contact::ListContacts>(),
        entry::<search::SearchContacts>(),
        entry::<contact::GetContact>(),
        entry::<contact::CreateContact>(),
        entry::<contact::UpdateContact>(),
        entry::<contact::CheckPhone>(),
        entry::<contact::SimilarContacts>(),
        entry::<contact::ExportContacts>(),
        entry::<contact::PrintContacts>(),
        // Import
        entry::<import::ChooseImportFile>(),
        entry::<import::InspectImport>(),
        entry::<import::RunImport>(),
        entry::<import::ListImports>(),
        entry::<import::UndoImport>(),
        entry::<carry_over::InspectCarryOver>(),
        entry::<carry_over::RunCarryOver>(),
        entry::<job::FollowJob>(),
        entry::<job::CancelJob>(),
        // Marketing consent
        entry::<consent::GetConsent>(),
        entry::<consent::PreviewConsent>(),
        entry::<consent::SaveConsent>(),
        entry::<consent::SetExclusion>(),
        entry::<consent::DeferReview>(),
        entry::<consent::ExplainChannel>(),
        entry::<consent::ConsentAsAt>(),
        entry::<consent::PrintAsAt>(),
        entry::<consent_receipt::MakeReceipt>(),
        entry::<consent_receipt::FindReceipt>(),
        entry::<consent::CheckContactable>(),
        entry::<consent::ResetPreferences>(),
        // The GDPR tab
        entry::<history::ListHistory>(),
        entry::<history::PrintHistory>(),
        entry::<rights_request::ExportAccess>(),
        entry::<erasure::PreviewErasure>(),
        entry::<erasure::EraseContact>(),
        entry::<erasure::ListErasures>(),
        entry::<erasure::ExportErasures>(),
        entry::<erasure::PrintErasures>(),
        // Print / Email Reconsent
        entry::<capture_form::PrintCaptureForms>(),
        entry::<portal_link::PreparePortalLink>(),
        entry::<portal_link::PreparePortalLinks>(),
        // Marketing Re-consent Needed
        entry::<reconsent::ListReconsent>(),
        entry::<reconsent::CountReconsent>(),
        entry::<reconsent::PrintReconsent>(),
        entry::<reconsent::ExportReconsent>(),
        // Report Audit
        entry::<report_audit::ListReportAudit>(),
        entry::<report_audit::ExportReportAudit>(),
        // Settings
        entry::<setting::GetSettings>(),
        entry::<setting::ChangeGdprSetting>(),
        entry::<setting::PreviewProfile>(),
        entry::<setting::ApplyProfile>(),
        entry::<setting::ListNotices>(),
        entry::<setting::ChangeSystemSetting>(),
        entry::<setting::UpdateDealership>(),
        entry::<setting::UpdateWorkstation>(),
        entry::<setting::AcceptClock>(),
        entry::<setting::SetAppearance>(),
        entry::<setting::ChooseSaveFolder>(),
        entry::<setting::ListSettingChanges>(),
        entry::<setting::VerifyLedger>(),
    ]
});

/// The command of this name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Entry> {
    all().iter().find(|entry| entry.name == name)
}

/// Every command there is.
#[must_use]
pub fn all() -> &'static [Entry] {
    COMMANDS.as_slice()
}
