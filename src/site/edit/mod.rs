//! `urne edit`: the editor in the browser over the content folder of this computer, in any browser, with the answers of
//! the checker beside the fields.

mod answers;
mod comments;
mod folder;
mod server;

use std::hash::{BuildHasher, RandomState};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;

use anyhow::Context;
use sha2::{Digest, Sha256};

use self::folder::Folder;
use crate::message;
use crate::site::files::unreadable;

/// The editor of a folder, which answers from the moment on at which it is there.
pub struct Edition {
    listener: TcpListener,
    /// The part of its URL that nobody else can guess: other programs of this computer must not write into the folder.
    secret: String,
}

/// From which port on folders have theirs, and how many there are: those that systems give to nobody by themselves.
const PORTS: (u16, u16) = (20_000, 10_000);

impl Edition {
    /// Finds a port. A folder has the same one every time, if it is free: browsers keep what was not saved by it.
    ///
    /// # Errors
    /// When there is none.
    pub fn of(content: &Path) -> anyhow::Result<Self> {
        let whole = content.canonicalize().with_context(|| unreadable(content))?;
        let hash = Sha256::digest(whole.to_string_lossy().as_bytes());
        let (first, many) = PORTS;
        let own = first + u16::from_be_bytes([hash[0], hash[1]]) % many;
        let ports = [own, own + many, 0].into_iter();
        let mut bound = ports.map(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)));
        let listener = bound.find_map(Result::ok).context(message!("program-server"))?;
        Ok(Self { listener, secret: secret() })
    }

    /// Where it is.
    ///
    /// # Errors
    /// When the system does not say.
    pub fn url(&self) -> anyhow::Result<String> {
        Ok(format!("http://{}/{}/", self.address()?, self.secret))
    }

    fn address(&self) -> anyhow::Result<SocketAddr> {
        self.listener.local_addr().context(message!("program-server-address"))
    }

    /// Answers until the program is asked to end.
    ///
    /// # Errors
    /// When the server cannot run.
    pub fn serve(self, content: &Path) -> anyhow::Result<()> {
        let folder = Folder::at(content).with_context(|| unreadable(content))?;
        let address = self.address()?;
        let state = server::State::new(content, folder, address, self.secret)?;
        let runtime = tokio::runtime::Runtime::new().context(message!("program-server"))?;
        runtime.block_on(server::run(self.listener, state)).context(message!("program-server"))
    }
}

/// A word that nobody can guess: the standard library keys its hashes with what the system has of chance.
fn secret() -> String {
    let keys = RandomState::new();
    let word = |of: u64| format!("{:016x}", keys.hash_one(of));
    word(0) + &word(1)
}
