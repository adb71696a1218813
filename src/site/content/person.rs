//! People of articles and events.

use crate::site::fields::{Fields, FromNode};
use crate::site::node::Node;
use crate::site::problem::Problems;
use crate::site::values::Text;

/// Somebody who speaks, hosts or signs.
pub struct Person {
    /// The name.
    pub name: String,
    /// In what capacity.
    pub role: Option<String>,
}

impl FromNode for Person {
    const EXPECTED: &'static str = "a person";
    const EXAMPLE: &'static str = "{ name = \"…\", role = \"…\" }";

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let mut fields = Fields::of("a person", node, problems)?;
        let name = fields.required::<Text>("name", problems);
        let role = fields.optional::<Text>("role", problems);
        fields.finish(problems);
        Some(Self { name: name?.0, role: role.map(|role| role.0) })
    }
}
