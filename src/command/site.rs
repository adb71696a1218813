//! `urne check`, `urne build` and `urne serve`.

use std::io::{ErrorKind, IsTerminal};
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use annotate_snippets::Renderer;
use anyhow::{Context, bail};

use super::arguments::{Arguments, Build, Serve};
use crate::site::publish::compress;
use crate::site::serve::{self, Outcome};
use crate::site::{self, Bundle, Compiled, Problems, Purpose};

/// Reports every mistake.
pub fn check(content: &Path) -> anyhow::Result<ExitCode> {
    let Some(compiled) = compiled(content)? else { return Ok(ExitCode::FAILURE) };
    let warnings = match compiled.warnings.warnings() {
        0 => String::new(),
        1 => "; 1 warning".to_owned(),
        many => format!("; {many} warnings"),
    };
    println!("No problem in {}{warnings}.", summary(&compiled));
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
        let (into, time) = (build.into.display(), start.elapsed().as_secs_f64());
        println!("The site is in {into}, after {time:.2} s.");
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
    let mut said = format!("{files} files written from {}.", summary(compiled));
    if compressed {
        said.push_str(&format!("\n{}", compress::folder(into)?));
    }
    Ok(said)
}

/// Serves the site until the program is asked to end.
pub fn serve(arguments: &Arguments, serve: &Serve) -> anyhow::Result<ExitCode> {
    let bundle = bundle(arguments)?;
    let listener = listener(serve)?;
    let address = listener.local_addr().context("the address of the server")?;
    println!("http://{address}/ shows the site; Ctrl+C ends it.");
    let tell = move |outcome: Outcome<'_>| match outcome {
        Outcome::Built { compiled, time } => {
            tell_of(compiled);
            println!("{} built in {} ms.", summary(compiled), time.as_millis());
        }
        Outcome::Mistaken(problems) => tell_mistakes(problems),
        Outcome::Failed(error) => eprintln!("error: {error:#}"),
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
            other => return other.with_context(|| format!("port {port} of {}", serve.address)),
        }
    }
    bail!("port {first} is taken by another program: name another one with --port")
}

/// The app in the folder that is named, else the one that the program carries.
fn bundle(arguments: &Arguments) -> anyhow::Result<Bundle> {
    arguments.app.as_deref().map_or_else(Bundle::carried, Bundle::read)
}

/// The site that the content is; without one, its mistakes were told.
fn compiled(content: &Path) -> anyhow::Result<Option<Compiled>> {
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

fn tell_mistakes(problems: &Problems) {
    eprint!("{}", problems.render(&renderer()));
}

/// What an editor must know of a site without mistakes.
fn tell_of(compiled: &Compiled) {
    eprint!("{}", compiled.warnings.render_warnings(&renderer()));
    for (page, publication) in &compiled.withheld {
        println!("{page} is {publication}: left out.");
    }
}

fn renderer() -> Renderer {
    if std::io::stderr().is_terminal() { Renderer::styled() } else { Renderer::plain() }
}

fn summary(compiled: &Compiled) -> String {
    format!("{} pages", compiled.routes().count())
}
