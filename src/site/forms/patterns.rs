//! Which texts are well-formed, as regular expressions that JSON Schema and browsers read alike. What takes more than a
//! pattern to know is left to the checker.

use crate::site::parse::table::Shape;

/// The texts of a shape, where there is more to say than that there is something in them.
pub const fn of(shape: Shape) -> Option<&'static str> {
    match shape {
        Shape::Media => Some(r"^/?media/.+$"),
        Shape::Slug => Some(r"^[a-z0-9]+(-[a-z0-9]+)*$"),
        Shape::Url => Some(r"^https?://[^/\s]+\S*$"),
        Shape::Base => Some(r"^https?://[^/?#\s]+/*$"),
        Shape::Mail => Some(r"^[^@\s]+@[^@\s]+$"),
        Shape::Phone => Some("^\\s*\\+?[0-9]([ .\u{a0}\u{202f}-]?[0-9])*\\s*$"),
        Shape::Date => Some(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
        Shape::When => {
            Some(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?)?$")
        }
        Shape::Count | Shape::Number => {
            Some("^\\s*([0-9]+|[0-9]{1,3}([ \u{a0}\u{202f}][0-9]{3})+)\\s*$")
        }
        Shape::Percentage => Some("^[0-9]+([.,][0-9]{1,2})?[ \u{a0}\u{202f}]*%?$"),
        Shape::Accent => Some(r"^#[0-9A-Fa-f]{6}$"),
        Shape::Aliases => Some(r"^(https?://[^/\s]+)?(/[A-Za-z0-9._~-]+)*/?$"),
        _ => None,
    }
}
