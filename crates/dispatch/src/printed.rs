//! Who printed a list, when and where, for its footer.

use crate::settings::Settings;
use crate::{Cx, Refusal};
use forecourt_documents::Printed;

/// The footer of what this desk prints.
pub fn printed(cx: &Cx<'_>, settings: &Settings) -> Result<Printed, Refusal> {
    Ok(Printed {
        by: cx.employee.as_ref().map(|employee| employee.name.clone()).unwrap_or_default(),
        at: cx.now.wall_text(settings.zone),
        workstation: cx.workstation()?.name,
    })
}
