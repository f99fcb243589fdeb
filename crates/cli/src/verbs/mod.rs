//! One file per verb.

mod call;
mod documents;
mod erase;
mod import;
mod init;
mod ledger;
mod list;
mod salvage;
mod search;

use crate::arguments::{Arguments, Export, Verb};
use crate::demo;
use crate::host::Host;
use crate::print::{Answer, Ending};
use crate::timing::Timing;
use forecourt_domain::phone;
use std::thread;

/// Runs what was typed.
pub fn run(arguments: &Arguments, timing: &Timing) -> Result<Answer, Ending> {
    if shows_few_numbers(&arguments.verb) {
        // Ready by the time the password has been worked on.
        thread::spawn(phone::prepare);
    }
    match &arguments.verb {
        Verb::Init(init) => init::init(&Host::new(arguments)?, init, arguments.json),
        Verb::Demo => demo::demo(&Host::new(arguments)?),
        Verb::Call { name, input, repeat } => call::call(arguments, name, input, *repeat, timing),
        Verb::Import(import) => import::import(&Host::signed_in(arguments)?, import),
        Verb::Search(search) => search::search(&Host::signed_in(arguments)?, search),
        Verb::Print(print) => documents::print(&Host::signed_in(arguments)?, print),
        Verb::Export(export) => documents::export(&Host::signed_in(arguments)?, export),
        Verb::Erase { contact, confirm, reason } => {
            erase::erase(&Host::signed_in(arguments)?, contact, confirm, reason.as_deref())
        }
        Verb::Ledger(_) => ledger::verify(&Host::signed_in(arguments)?),
        Verb::Salvage { output } => salvage::salvage(&Host::new(arguments)?, output),
        Verb::List(list) => list::list(&Host::signed_in(arguments)?, list),
    }
}

/// Would the errand wait for the patterns of telephone numbers more than it works with them? They serve the
/// thread best that used them first, which ought to be the one that reads or writes 100,000 numbers.
const fn shows_few_numbers(verb: &Verb) -> bool {
    matches!(
        verb,
        Verb::Call { .. }
            | Verb::Search(_)
            | Verb::Print(_)
            | Verb::List(_)
            | Verb::Export(Export::Access { .. })
    )
}
