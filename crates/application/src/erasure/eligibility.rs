//! Who may be erased (D-21): whom no noun has anything against.

use forecourt_dispatch::{Cx, Refusal};
use forecourt_domain::ids::ContactId;
use forecourt_store::Tx;

/// What stands against an erasure, as it reads behind the account's name; nothing when the
/// contact is eligible. Each noun says it for what it keeps.
pub(super) fn blocked_by(cx: &Cx<'_>, tx: &Tx<'_>, id: ContactId) -> Result<Vec<String>, Refusal> {
    let mut blocked = Vec::new();
    for blocks in cx.registry().nouns().iter().filter_map(|noun| noun.blocks_erasure) {
        blocked.extend(blocks(tx, id)?);
    }
    Ok(blocked)
}
