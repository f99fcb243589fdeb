//! `list`: a declared list, page by page.

use crate::arguments::List;
use crate::host::Host;
use crate::print::{Answer, Ending};
use forecourt_application::registry;
use forecourt_dispatch::list::Listed;
use serde_json::{Map, Value, json};

/// The most rows of one page.
const PAGE: usize = 500;

/// Prints a list, or as much of it as was asked for.
pub fn list(host: &Host, asked: &List) -> Result<Answer, Ending> {
    let list = named(&asked.name)?;
    let filter = filter(&list, asked.filter.as_deref())?;
    let (rows, mut page, ended) = read(host, &list, filter, asked.limit)?;
    let counting = list.command("count");
    let total = if ended {
        json!(rows.len())
    } else if registry().find(&counting).is_some() {
        host.call(&counting, json!({}))?.get_mut("total").map(Value::take).unwrap_or_default()
    } else {
        page.remove("total").unwrap_or_default()
    };
    let mut lines: Vec<String> = rows.iter().map(|row| in_words(list.line, row)).collect();
    if page.get("months").and_then(Value::as_i64) == Some(0) {
        lines.push("The re-consent period is 0: nobody is ever asked again.".into());
    } else if total == 0 {
        lines.push(list.empty.into());
    }
    // What a page says beside its rows, such as the period behind them, is said here too.
    page.insert("rows".into(), rows.into());
    page.insert("total".into(), total);
    Ok(Answer { json: page.into(), lines })
}

fn named(name: &str) -> Result<Listed, Ending> {
    let mut lists = registry().lists();
    lists.find(|list| list.name == name).ok_or_else(|| {
        let names: Vec<&str> = registry().lists().map(|list| list.name).collect();
        Ending::Fault(format!("There is no list of this name. There are: {}.", names.join(", ")))
    })
}

fn filter(list: &Listed, text: Option<&str>) -> Result<Map<String, Value>, Ending> {
    let filter = text.map_or_else(|| Ok(json!({})), serde_json::from_str);
    match filter {
        Ok(Value::Object(filter)) if (list.admits)(&Value::Object(filter.clone())) => Ok(filter),
        _ => Err(Ending::Fault("The list cannot be filtered by what --where says.".into())),
    }
}

type Read = (Vec<Value>, Map<String, Value>, bool);

/// The rows, the last page without them, and whether it was the end of the list.
fn read(
    host: &Host,
    list: &Listed,
    mut input: Map<String, Value>,
    limit: Option<usize>,
) -> Result<Read, Ending> {
    let mut rows: Vec<Value> = Vec::new();
    loop {
        let wanted = limit.map_or(usize::MAX, |limit| limit.saturating_sub(rows.len()));
        // A page has at least one row, and what it says beside its rows comes with it; no row may
        // be wanted.
        input.insert("limit".into(), json!(wanted.clamp(1, PAGE)));
        let Value::Object(mut page) = host.call(&list.command("list"), input.clone().into())? else {
            return Err(Ending::Fault("The list did not answer with a page.".into()));
        };
        let found = page.remove("rows").and_then(|rows| rows.as_array().cloned()).unwrap_or_default();
        let all_taken = found.len() <= wanted;
        rows.extend(found.into_iter().take(wanted));
        let next = page.remove("next").unwrap_or_default();
        let ended = next.is_null();
        if ended || limit.is_some_and(|limit| rows.len() >= limit) {
            return Ok((rows, page, ended && all_taken));
        }
        input.insert("after".into(), next);
    }
}

/// A row as the list says it in one line; see `List::LINE`.
fn in_words(line: &str, row: &Value) -> String {
    let mut words = String::new();
    let mut rest = line;
    while let Some((before, behind)) = rest.split_once('{') {
        let (field, after) = behind.split_once('}').unwrap_or((behind, ""));
        words.push_str(before);
        words.push_str(row.get(field).and_then(Value::as_str).unwrap_or_default());
        rest = after;
    }
    words + rest
}
