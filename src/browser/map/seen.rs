//! What of the map is seen: all of it, or a part that is larger, with the names for which there is room.

use std::cell::Cell;
use std::rc::Rc;

use web_sys::Element;

use super::super::document::{all, set};
use crate::chart::{THOUSAND, Viewport, anchor, names, parts};
use crate::components::map_controls;
use crate::data::{Breakdown, Page};

/// The elements of the map on the page, and what is seen of it.
pub struct Seen {
    elements: [Element; 7],
    page: Rc<Page>,
    viewport: Cell<Viewport>,
}

/// The line around what is pointed at, behind the territories.
const OUTLINE: &str = "<g><path d=\"\"/></g>";

/// The elements in their order: the drawing, what is pointed at in it, the names, the controls, and the name of
/// what is pointed at.
const ELEMENTS: &str = "svg, g + g path, button, p";

impl Seen {
    /// All of the map of a page, if it has one, in its place.
    pub fn of(page: &Rc<Page>, place: &Element) -> Option<Self> {
        let contours = page.breakdown()?.contours.as_ref()?;
        let drawing = place.first_element_child()?;
        let _ = drawing.insert_adjacent_html("beforeend", OUTLINE);
        let _ = place.insert_adjacent_html("beforeend", &map_controls().into_string());
        let elements = all(place, ELEMENTS).try_into().ok()?;
        let viewport = Cell::new(Viewport::whole(contours));
        let seen = Self { elements, page: page.clone(), viewport };
        seen.mark();
        Some(seen)
    }

    /// The drawing.
    pub fn drawing(&self) -> &Element {
        &self.elements[0]
    }

    /// The line around what is pointed at.
    pub fn outline(&self) -> &Element {
        &self.elements[1]
    }

    /// The name of what is pointed at.
    pub fn label(&self) -> &Element {
        &self.elements[6]
    }

    /// What the map is drawn from.
    pub fn breakdown(&self) -> Option<&Breakdown> {
        self.page.breakdown()
    }

    /// Which part of the map is seen.
    pub fn viewport(&self) -> Viewport {
        self.viewport.get()
    }

    /// Shows a part of the map; whether that is another.
    pub fn show(&self, viewport: Viewport) -> bool {
        let is_another = self.viewport.replace(viewport) != viewport;
        if let Some(breakdown) = self.breakdown().filter(|_| is_another) {
            set(self.drawing(), "viewBox", &viewport.view_box());
            self.elements[2].set_inner_html(&names(breakdown, viewport).into_string());
            self.mark();
        }
        is_another
    }

    /// Brings a territory of which nothing is seen into the middle.
    pub fn show_territory(&self, code: &str) {
        let contours = self.breakdown().and_then(|it| it.contours.as_ref());
        let territories = contours.map(|it| it.territories()).unwrap_or_default();
        let Some(territory) = territories.iter().find(|it| it.code == code) else { return };
        let mut corners = territory.rings.iter().flatten();
        let is_seen = corners.any(|corner| self.viewport().sees(parts(*corner)));
        if let Some(point) = anchor(&territory.rings).filter(|_| !is_seen) {
            self.show(self.viewport().around(point));
        }
    }

    /// A place in the window in thousandths of what is seen.
    pub fn thousandths(&self, (x, y): (i32, i32)) -> (i32, i32) {
        let room = self.drawing().get_bounding_client_rect();
        let part = |length: f64, of: f64| (length / of * f64::from(THOUSAND)) as i32;
        (part(f64::from(x) - room.x(), room.width()), part(f64::from(y) - room.y(), room.height()))
    }

    /// Says to style and assistive tools whether less than all is seen, and what the controls can still do.
    fn mark(&self) {
        let (is_whole, is_largest) = (self.viewport().is_whole(), self.viewport().is_largest());
        set(self.drawing(), "data-zoom", if is_whole { "" } else { "in" });
        for (control, is_done) in self.elements[3..].iter().zip([is_largest, is_whole, is_whole]) {
            set(control, "aria-disabled", if is_done { "true" } else { "false" });
        }
    }
}
