//! Parts of a page that depend on what the reader chose, or on the day. The build draws them as for a
//! reader who has chosen nothing yet; the browser redraws them when that changes.

use maud::{Markup, html};

use crate::data::Selection;
use crate::election::Base;

/// What a page shows besides its data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// What the reader chose.
    pub selection: Selection,
    /// The day where the reader is, as `2017-01-29`; the build does not know it.
    pub today: Option<String>,
}

/// The content of one element, as far as it depends on the [`View`].
pub struct Part<'a> {
    /// The `id` of the element.
    pub id: String,
    differs: Box<Differs<'a>>,
    draw: Box<Draw<'a>>,
}

/// Whether a part is another for the second view than for the first.
type Differs<'a> = dyn Fn(&View, &View) -> bool + 'a;

type Draw<'a> = dyn Fn(&View) -> Markup + 'a;

impl<'a> Part<'a> {
    /// A part that `draw` draws; it stays the same as long as what it `reads` does.
    pub fn new<T: PartialEq>(
        id: impl Into<String>,
        reads: impl Fn(&View) -> T + 'a,
        draw: impl Fn(&View) -> Markup + 'a,
    ) -> Self {
        let differs = Box::new(move |one: &View, other: &View| reads(one) != reads(other));
        Self { id: id.into(), differs, draw: Box::new(draw) }
    }

    /// A part that depends on the base of percentages alone.
    pub fn by_base(id: impl Into<String>, draw: impl Fn(Base) -> Markup + 'a) -> Self {
        Self::new(id, |view| view.selection.base, move |view| draw(view.selection.base))
    }

    /// The part as it was built.
    pub fn built(&self) -> Markup {
        (self.draw)(&View::default())
    }

    /// The part as it is now; `None` as long as it is as it was.
    pub fn redrawn(&self, before: &View, now: &View) -> Option<Markup> {
        (self.differs)(before, now).then(|| (self.draw)(now))
    }

    /// A `div` with the part in it.
    pub fn in_a_div(&self) -> Markup {
        html! { div id=(self.id) { (self.built()) } }
    }
}
