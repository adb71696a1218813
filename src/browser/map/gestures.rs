//! What pointer, fingers, wheel and keys do with the map on the page.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, KeyboardEvent, MouseEvent, PointerEvent, WheelEvent};

use super::super::document::{all, set, target};
use super::pointed::{MIDDLE, Pointed, code, middle, place_of};
use super::seen::Seen;
use crate::chart::Fingers;
use crate::data::{Page, Selection};

/// How many thousandths as large a map becomes by one press of a control or a key.
const LARGER: i32 = 2_000;
const SMALLER: i32 = 500;

/// How far an arrow key moves it, in thousandths of what is seen.
const STEP: i32 = 150;

/// What the drawing is, where it responds.
const ROLE: [(&str, &str); 4] = [
    ("tabindex", "0"),
    ("role", "application"),
    (
        "aria-label",
        "Carte\u{a0}: les flèches la déplacent, + et − changent son échelle, Entrée choisit le milieu",
    ),
    ("aria-hidden", "false"),
];

/// What happens to the elements of a map is heard by themselves: they take what is heard along when another
/// page is shown.
const EVENTS: [&str; 12] = [
    "pointerdown",
    "pointermove",
    "pointerup",
    "pointercancel",
    "pointerleave",
    "touchstart",
    "wheel",
    "click",
    "keydown",
    "keyup",
    "focusin",
    "focusout",
];

/// The map on the page, as long as it is there.
pub struct MapOnScreen {
    map: Rc<Map>,
    _heard: Closure<dyn FnMut(Event)>,
}

struct Map {
    seen: Seen,
    pointed: Pointed,
    fingers: RefCell<Fingers>,
    chooser: Box<dyn Chooser>,
}

/// Who knows what is chosen.
pub trait Chooser {
    /// What is chosen.
    fn chosen(&self) -> Selection;
    /// Chooses a territory by its code.
    fn choose(&self, code: String);
}

impl MapOnScreen {
    /// The map of a page that is on the screen, if it has one.
    pub fn of(page: &Rc<Page>, chooser: Box<dyn Chooser>) -> Option<Self> {
        let place = all(&document(), ".territories").pop()?;
        let seen = Seen::of(page, &place)?;
        for (name, value) in ROLE {
            set(seen.drawing(), name, value);
        }
        let (pointed, fingers) = (Pointed::default(), RefCell::default());
        let map = Rc::new(Map { seen, pointed, fingers, chooser });
        let hearing = map.clone();
        let heard = Closure::<dyn FnMut(Event)>::new(move |event: Event| hearing.hear(&event));
        for name in EVENTS {
            let _ = place.add_event_listener_with_callback(name, heard.as_ref().unchecked_ref());
        }
        Some(Self { map, _heard: heard })
    }

    /// Brings a territory that was chosen elsewhere into view.
    pub fn show_territory(&self, code: &str) {
        self.map.seen.show_territory(code);
    }
}

impl Map {
    fn hear(&self, event: &Event) {
        let was_used = match event.type_().as_str() {
            "pointerdown" => self.press(event.unchecked_ref()),
            "pointermove" => self.slide(event.unchecked_ref()),
            "pointerup" | "pointercancel" => self.release(event.unchecked_ref()),
            // Else the browser would take two fingers to scroll or to enlarge the page.
            "touchstart" => self.fingers.borrow().count() > 1,
            "wheel" => self.turn(event.unchecked_ref()),
            "click" => self.click(event.unchecked_ref()),
            "keydown" => self.key(event.unchecked_ref()),
            "focusin" | "keyup" => self.name_what_has_the_focus(),
            _ => self.leave(),
        };
        if was_used {
            event.prevent_default();
        }
    }

    fn press(&self, event: &PointerEvent) -> bool {
        let drawing = target(event).and_then(|it| it.closest("svg").ok()?);
        if drawing.is_some() && event.button() == 0 {
            self.fingers.borrow_mut().press(event.pointer_id(), at(event));
        }
        false
    }

    fn slide(&self, event: &PointerEvent) -> bool {
        let mut fingers = self.fingers.borrow_mut();
        if event.buttons() == 0 {
            // What was pressed here may have been released elsewhere.
            *fingers = Fingers::default();
        }
        if fingers.count() == 0 {
            drop(fingers);
            self.point(event);
            return false;
        }
        let viewport = self.seen.viewport();
        let is_free = fingers.count() > 1 || !viewport.is_whole();
        let change = fingers.slide(event.pointer_id(), at(event)).filter(|_| is_free);
        let Some(change) = change else { return false };
        // What follows the pointer does so outside the map too.
        let _ = self.seen.drawing().set_pointer_capture(event.pointer_id());
        self.leave();
        let from = self.seen.thousandths(change.at);
        let to = self.seen.thousandths((change.at.0 + change.by.0, change.at.1 + change.by.1));
        let moved = viewport.moved((from.0 - to.0, from.1 - to.1));
        self.seen.show(moved.zoomed(change.zoom, from))
    }

    fn release(&self, event: &PointerEvent) -> bool {
        self.fingers.borrow_mut().release(event.pointer_id());
        false
    }

    /// A wheel scrolls the page, unless the reader says that it is for the map.
    fn turn(&self, event: &WheelEvent) -> bool {
        let is_for_the_map = event.ctrl_key() || event.meta_key();
        if is_for_the_map {
            let by = (1_000.0 - 4.0 * event.delta_y()).clamp(700.0, 1_400.0) as i32;
            self.seen.show(self.seen.viewport().zoomed(by, self.seen.thousandths(at(event))));
        }
        is_for_the_map
    }

    /// A click that ends a drag chooses nothing.
    fn click(&self, event: &MouseEvent) -> bool {
        let control = target(event).and_then(|it| it.closest("button").ok()?);
        match control.and_then(|control| control.get_attribute("value")) {
            Some(key) => self.act(&key),
            None => self.fingers.take().have_moved(),
        }
    }

    fn key(&self, event: &KeyboardEvent) -> bool {
        // Both kinds of events name these keys alike.
        let keys: &MouseEvent = event.unchecked_ref();
        let is_other = keys.ctrl_key() || keys.meta_key() || keys.alt_key();
        !is_other && self.has_focus() && self.act(&event.key())
    }

    fn has_focus(&self) -> bool {
        self.seen.drawing().matches(":focus-visible").unwrap_or_default()
    }

    /// Does what a key or a control does; whether that was something.
    fn act(&self, key: &str) -> bool {
        let seen = self.seen.viewport();
        let then = match key {
            "+" | "=" => seen.zoomed(LARGER, MIDDLE),
            "-" => seen.zoomed(SMALLER, MIDDLE),
            "0" | "Escape" => seen.zoomed(0, MIDDLE),
            "ArrowLeft" => seen.moved((-STEP, 0)),
            "ArrowRight" => seen.moved((STEP, 0)),
            "ArrowUp" => seen.moved((0, -STEP)),
            "ArrowDown" => seen.moved((0, STEP)),
            "Enter" => {
                let place = middle(&self.seen).zip(self.seen.breakdown());
                if let Some(code) = place.and_then(|(place, it)| code(it, place)) {
                    self.chooser.choose(code.to_owned());
                }
                return true;
            }
            _ => return false,
        };
        self.seen.show(then)
    }

    /// Names what a pointer is on. That is seen, and said when it is chosen.
    fn point(&self, event: &PointerEvent) {
        let target = target(event).filter(|_| event.pointer_type() != "touch");
        set(self.seen.label(), "aria-hidden", "true");
        let at = self.seen.thousandths(at(event));
        self.name(target.and_then(|it| place_of(&it)), at);
    }

    /// Names what is in the middle of a map that has the focus, to those who listen too.
    fn name_what_has_the_focus(&self) -> bool {
        if self.has_focus() {
            set(self.seen.label(), "aria-hidden", "false");
            self.name(middle(&self.seen), MIDDLE);
        }
        false
    }

    fn leave(&self) -> bool {
        self.name(None, MIDDLE);
        false
    }

    fn name(&self, place: Option<usize>, at: (i32, i32)) {
        self.pointed.name(&self.seen, place, at, &self.chooser.chosen());
    }
}

/// Where a pointer is in the window.
fn at(event: &MouseEvent) -> (i32, i32) {
    (event.client_x(), event.client_y())
}
