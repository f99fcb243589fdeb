//! Technicians and ramps, and the hours they have.

mod ledger_line;
mod list_resources;
mod save_resource;
mod view;

pub use list_resources::ListResources;
pub use save_resource::{ResourceDraft, SaveResource};
pub use view::ResourceView;

use forecourt_dispatch::line::lines;
use forecourt_dispatch::registry::{Noun, entry};

/// The noun.
pub static NOUN: Noun = Noun::new("workshop", &[entry::<ListResources>, entry::<SaveResource>])
    .with_lines(lines::<ledger_line::LedgerLine>());
