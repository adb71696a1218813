//! A real nginx that serves a folder by the rules that are shipped, until the end of a test.

use std::fs::OpenOptions;
use std::io::Write;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// Reports why a test is skipped: past the harness, which hides what a test that passes prints, and in the file
/// `URNE_SKIPPED`, whose lines `script/test` prints at its end.
pub fn skip(why: &str) {
    let mut said = std::io::stderr();
    writeln!(said, "skipped: {why}").unwrap();
    if let Some(path) = std::env::var_os("URNE_SKIPPED") {
        let mut summary = OpenOptions::new().create(true).append(true).open(path).unwrap();
        writeln!(summary, "skipped: {why}").unwrap();
    }
}

/// One process of nginx, which ends with this value.
pub struct Nginx {
    process: Child,
    /// Its own files. They go when it has ended.
    _files: tempfile::TempDir,
}

impl Nginx {
    /// Where nginx is; without it, the test is skipped.
    pub fn program() -> Option<PathBuf> {
        let places = ["nginx", "/usr/sbin/nginx"].map(PathBuf::from);
        let found = places.into_iter().find(|place| Command::new(place).arg("-v").output().is_ok());
        if found.is_none() {
            assert!(std::env::var_os("CI").is_none(), "nginx is not installed");
            skip("nginx is not installed");
        }
        found
    }

    /// A URL of this machine at which nobody listens: a site must know its own to be built.
    pub fn address() -> SocketAddr {
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        free.local_addr().unwrap()
    }

    /// Serves a folder as the root of a host. It answers as soon as this returns.
    pub fn start(program: &Path, root: &Path, rules: &str, address: SocketAddr) -> Self {
        let files = tempfile::tempdir().unwrap();
        let here = files.path();
        std::fs::write(here.join("rules.conf"), rules).unwrap();
        let configuration = format!(
            "daemon off; master_process off; pid {here}/pid; error_log {here}/log;
             events {{}}
             http {{
                 access_log off; client_body_temp_path {here}/body; proxy_temp_path {here}/proxy;
                 fastcgi_temp_path {here}/fastcgi; uwsgi_temp_path {here}/uwsgi;
                 scgi_temp_path {here}/scgi;
                 server {{ listen {address}; root \"{root}\"; include {here}/rules.conf; }}
             }}",
            here = here.display(),
            root = root.canonicalize().unwrap().display(),
        );
        std::fs::write(here.join("nginx.conf"), configuration).unwrap();
        let mut command = Command::new(program);
        command.arg("-c").arg(here.join("nginx.conf")).arg("-e").arg(here.join("log"));
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut process = command.spawn().unwrap();
        // It writes its number when it listens.
        while std::fs::read_to_string(here.join("pid")).unwrap_or_default().is_empty() {
            if process.try_wait().unwrap().is_some() {
                let log = std::fs::read_to_string(here.join("log"));
                panic!("nginx has ended: {}", log.unwrap_or_default());
            }
            std::thread::yield_now();
        }
        Self { process, _files: files }
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}
