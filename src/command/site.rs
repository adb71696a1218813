//! `urne check`, `urne build` and `urne serve`.

use std::io::{ErrorKind, IsTerminal};
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use annotate_snippets::Renderer;
use anyhow::{Context, bail, ensure};

use super::arguments::{Arguments, Build, Serve};
use crate::message;
use crate::site::check;
use crate::site::messages::{Message, causes};
use crate::site::parse::formats::{self, Format};
use crate::site::publish::compress;
use crate::site::publish::hosting::{Host, policy_of_admin};
use crate::site::serve::{self, Outcome};
use crate::site::{self, Bundle, Compiled, Problems, Purpose};

/// Reports every mistake.
pub fn check(content: &Path, format: Format) -> anyhow::Result<ExitCode> {
    ensure_there_is_a_site(content)?;
    if format != Format::Full {
        let (problems, code) = match site::compile(content, site::now()?) {
            Ok(compiled) => (compiled.warnings, ExitCode::SUCCESS),
            Err(problems) => (problems, ExitCode::FAILURE),
        };
        print!("{}", formats::print(&problems, format)?);
        return Ok(code);
    }
    let Some(compiled) = compiled(content)? else { return Ok(ExitCode::FAILURE) };
    let warnings = compiled.warnings.warnings();
    println!("{}", message!("program-no-problem", pages = pages(&compiled), warnings = warnings));
    Ok(ExitCode::SUCCESS)
}

/// Writes the site into a folder of its own or, called by Trunk, into the one in which Trunk is building.
pub fn build(arguments: &Arguments, build: &Build) -> anyhow::Result<ExitCode> {
    if build.app_only {
        return Ok(ExitCode::SUCCESS);
    }
    let start = Instant::now();
    let Some(compiled) = compiled(&arguments.content)? else { return Ok(ExitCode::FAILURE) };
    let said = if let Some(staging) = &build.staging {
        let is_preview = build.profile.as_deref() != Some("release");
        let purpose = if is_preview { Purpose::Preview } else { Purpose::Publication };
        write(&compiled, &Bundle::staged(staging)?, purpose, !is_preview, staging)?
    } else {
        let bundle = bundle(arguments)?;
        site::files::replace(&build.into, |folder| {
            write(&compiled, &bundle, Purpose::Publication, !build.uncompressed, folder)
        })?
    };
    println!("{said}");
    if build.staging.is_none() {
        let (into, time) = (build.into.as_path(), start.elapsed().as_secs_f64());
        println!("{}", message!("program-site-built", folder = into, time = format!("{time:.2}")));
    }
    Ok(ExitCode::SUCCESS)
}

fn write(
    compiled: &Compiled,
    bundle: &Bundle,
    purpose: Purpose,
    compressed: bool,
    into: &Path,
) -> anyhow::Result<String> {
    let files = site::write(compiled, bundle, purpose, into)?;
    let said = message!("program-files-written", count = files, pages = pages(compiled));
    Ok(if compressed { format!("{said}\n{}", compress::folder(into)?) } else { said.to_string() })
}

/// Serves the site until the program is asked to end.
pub fn serve(arguments: &Arguments, serve: &Serve) -> anyhow::Result<ExitCode> {
    ensure_there_is_a_site(&arguments.content)?;
    let bundle = bundle(arguments)?;
    let listener = listener(serve)?;
    let address = listener.local_addr().context(message!("program-server-address"))?;
    println!("{}", message!("program-serving", url = format!("http://{address}/")));
    let tell = move |outcome: Outcome<'_>| match outcome {
        Outcome::Built { compiled, time } => {
            tell_of(compiled);
            let time = time.as_millis().to_string();
            println!("{}", message!("program-preview-built", pages = pages(compiled), time = time));
        }
        Outcome::Mistaken(problems) => tell_mistakes(problems),
        Outcome::Failed(error) => tell_failure(error),
    };
    serve::serve(&arguments.content, bundle, listener, tell)?;
    Ok(ExitCode::SUCCESS)
}

/// The first port from which a preview can be had without one being named, and how many are tried.
const PORTS: (u16, u16) = (8080, 20);

fn listener(serve: &Serve) -> anyhow::Result<TcpListener> {
    let (first, more) = serve.port.map_or(PORTS, |port| (port, 1));
    for port in first..first.saturating_add(more) {
        match TcpListener::bind(SocketAddr::new(serve.address, port)) {
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            other => return other.with_context(|| port_of(serve.address, port)),
        }
    }
    bail!(message!("program-port-taken", port = usize::from(first)))
}

fn port_of(address: IpAddr, port: u16) -> Message {
    message!("program-port", port = usize::from(port), address = address.to_string())
}

/// The app in the folder that is named, else the one that the program carries.
fn bundle(arguments: &Arguments) -> anyhow::Result<Bundle> {
    arguments.app.as_deref().map_or_else(Bundle::carried, Bundle::read)
}

/// Ensure there is a site where the content should be: elsewhere every message would be about files.
fn ensure_there_is_a_site(content: &Path) -> anyhow::Result<()> {
    ensure!(content.is_dir(), message!("program-no-site", folder = content));
    Ok(())
}

/// The site that the content is; without one, its mistakes were told.
fn compiled(content: &Path) -> anyhow::Result<Option<Compiled>> {
    ensure_there_is_a_site(content)?;
    match site::compile(content, site::now()?) {
        Ok(compiled) => {
            tell_of(&compiled);
            Ok(Some(compiled))
        }
        Err(problems) => {
            tell_mistakes(&problems);
            Ok(None)
        }
    }
}

/// The rules of a host for a site, or for any where there is no content.
pub fn rules(content: &Path, host: Host) -> anyhow::Result<String> {
    if !content.is_dir() {
        return Ok(host.rules(&[]));
    }
    let content = check::read(content, site::now()?, &mut Problems::default());
    let admin = content.settings.as_ref().and_then(|settings| settings.admin.as_ref());
    Ok(host.rules_with(&content.moved(), policy_of_admin(admin).as_deref()))
}

/// Says why something failed.
pub fn tell_failure(error: &anyhow::Error) {
    eprintln!("{}: {}", message!("check-error"), causes::chain(error));
}

fn tell_mistakes(problems: &Problems) {
    eprint!("{}", problems.render(&renderer()));
}

/// What an editor must know of a site without mistakes.
fn tell_of(compiled: &Compiled) {
    eprint!("{}", compiled.warnings.render_warnings(&renderer()));
    for (page, publication) in &compiled.withheld {
        let (page, publication) = (page.to_string(), publication.to_string());
        println!("{}", message!("program-left-out", page = page, publication = publication));
    }
}

fn renderer() -> Renderer {
    if std::io::stderr().is_terminal() { Renderer::styled() } else { Renderer::plain() }
}

/// How many pages a site has, in words.
fn pages(compiled: &Compiled) -> Message {
    message!("program-pages", count = compiled.routes().count())
}
