//! Why a page could not be loaded, as a reader needs to know it.
//! These are states of the network and of deployments, never faults of the content.

use super::Unreadable;

/// What came instead of a page's data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// No answer: no network, or no server.
    Unreachable,
    /// No answer in time.
    TimedOut,
    /// The server failed, or refused.
    Server,
    /// The answer was cut off, or is something else than data.
    NotADocument,
    /// The answer is of another version of the site.
    OtherSchema,
    /// No answer, but the browser has the page as the host once sent it, without its data.
    CachedAsPage,
}

impl From<Unreadable> for Failure {
    fn from(unreadable: Unreadable) -> Self {
        match unreadable {
            Unreadable::NotADocument => Self::NotADocument,
            Unreadable::OtherSchema => Self::OtherSchema,
        }
    }
}
