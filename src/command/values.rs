//! Values of arguments, with what to write where one is none.

use std::net::IpAddr;

use crate::election::Level;
use crate::message;
use crate::route::Slug;
use crate::site::messages::Message;

/// Folders are written as Trunk takes them, with a slash at both ends.
pub fn folder(text: &str) -> Result<String, Message> {
    let known =
        |name: &str| name.bytes().all(|it| it.is_ascii_alphanumeric() || b"-_.~".contains(&it));
    let inside = text.strip_prefix('/').and_then(|rest| rest.strip_suffix('/'));
    let names = inside.is_some_and(|inside| {
        inside.split('/').all(|name| !name.is_empty() && name != ".." && known(name))
    });
    if text == "/" || names { Ok(text.to_owned()) } else { Err(message!("program-public-url")) }
}

/// How many pages are looked at.
pub fn sample(text: &str) -> Result<usize, Message> {
    let number = text.parse().ok().filter(|number| *number > 0);
    number.ok_or_else(|| message!("program-sample"))
}

/// The port of a server; 0 is whichever is free.
pub fn port(text: &str) -> Result<u16, Message> {
    text.parse().map_err(|_| message!("program-port-number"))
}

/// The address of this computer at which a server is reached.
pub fn address(text: &str) -> Result<IpAddr, Message> {
    text.parse().map_err(|_| message!("program-ip"))
}

/// A round of an election.
pub fn round(text: &str) -> Result<u8, Message> {
    let number = text.parse().ok().filter(|number| [1, 2].contains(number));
    number.ok_or_else(|| message!("program-round"))
}

/// A level of territories, as it is in the names of tables.
pub fn level(text: &str) -> Result<Level, Message> {
    Level::from_file_name(text).ok_or_else(|| {
        let names = Level::ALL.map(Level::file_name).join(", ");
        message!("program-levels", names = names)
    })
}

/// The name of a file without its ending.
pub fn slug(text: &str) -> Result<Slug, Message> {
    Slug::new(text).ok_or_else(|| message!("program-slug"))
}
