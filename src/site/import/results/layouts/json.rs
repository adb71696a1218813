//! JSON: an array of territories, each with an array of candidates, as a sheet with one row a
//! candidate.

use serde_json::{Map, Value};

use crate::message;
use crate::site::import::results::problem::Problem;
use crate::site::import::results::sheet::{Row, Sheet, Unit};

/// The sheet that a JSON text holds.
///
/// # Errors
/// Says where the text is no JSON, or that it holds no territories.
pub fn sheet(text: &str) -> Result<Sheet, Problem> {
    let value: Value = serde_json::from_str(text).map_err(|error| no_json(&error))?;
    let territories = match &value {
        Value::Array(territories) => Some(territories),
        Value::Object(fields) => fields.values().find_map(Value::as_array),
        _ => None,
    };
    let territories: Vec<&Map<String, Value>> =
        territories.into_iter().flatten().filter_map(Value::as_object).collect();
    if territories.is_empty() {
        let (place, help) = (message!("import-the-file"), message!("import-no-territory-help"));
        return Err(Problem::new(place, message!("import-no-territory"), help));
    }
    let mut names: Vec<&str> = Vec::new();
    let nested = territories.iter().flat_map(|territory| candidates(territory));
    for fields in territories.iter().copied().chain(nested) {
        for (name, value) in fields {
            if !value.is_array() && !value.is_object() && !names.contains(&name.as_str()) {
                names.push(name);
            }
        }
    }
    let mut rows = vec![Row { number: 1, cells: names.clone().into() }];
    for (number, territory) in (1..).zip(&territories) {
        let candidates = candidates(territory);
        let none = Map::new();
        let candidates = if candidates.is_empty() { vec![&none] } else { candidates };
        for candidate in candidates {
            let cell = |name: &&str| territory.get(*name).or(candidate.get(*name)).map(cell);
            let cells: Vec<String> =
                names.iter().map(|name| cell(name).unwrap_or_default()).collect();
            rows.push(Row { number, cells: cells.into() });
        }
    }
    Ok(Sheet { name: None, unit: Unit::Item, rows })
}

fn no_json(error: &serde_json::Error) -> Problem {
    let (line, column) = (error.line(), error.column());
    let place = message!("import-line-and-column", line = line, column = column);
    let found = message!("import-no-json", error = error.to_string());
    Problem::new(place, found, message!("import-interrupted-help"))
}

fn candidates(territory: &Map<String, Value>) -> Vec<&Map<String, Value>> {
    let list = territory.values().find_map(Value::as_array);
    list.into_iter().flatten().filter_map(Value::as_object).collect()
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.trim().to_owned(),
        other => other.to_string(),
    }
}
