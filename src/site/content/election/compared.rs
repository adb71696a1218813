//! `compared` of an election: with whom of the last election of its kind somebody is compared, where neither
//! names nor nuances tell.

use crate::message;
use crate::site::content::known::elections;
use crate::site::messages::Message;
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::{Fields, FromNode, Spanned};
use crate::site::parse::table::Shape;
use crate::site::parse::tree::Node;
use crate::site::parse::values::Text;

/// Some of an election, and those of the last one with whom they are compared, each of them together.
pub struct Compared {
    /// Their names, as pages write them.
    pub names: Vec<Spanned<Text>>,
    /// The names of the others.
    pub with: Vec<Spanned<Text>>,
}

impl FromNode for Compared {
    const SHAPE: Shape = Shape::Table(&elections::COMPARED);
    const EXPECTED: Message = message!("election-compared");
    const EXAMPLE: Message =
        Message::verbatim("{ \"names\": [\"Union\"], \"with\": [\"Gauche\", \"Verts\"] }");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let mut fields = Fields::of(&elections::COMPARED, node, problems)?;
        let [names, with] = ["names", "with"].map(|name| fields.required(name, problems));
        fields.finish(problems);
        Some(Self { names: names?, with: with? })
    }
}
