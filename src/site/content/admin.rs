//! `admin` of `site.json`: which service keeps the files of the site, for the editor in the browser.

use lazy_regex::regex_is_match;
use serde_json::{Value, json};

use crate::message;
use crate::site::content::known;
use crate::site::messages::Message;
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::{Fields, FromNode, Spanned, one_of, unexpected};
use crate::site::parse::table::Shape;
use crate::site::parse::tree::{Node, Value as Written};
use crate::site::parse::values::{Text, Url};

/// Where the editor in the browser finds the files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Admin {
    service: Service,
    repository: String,
    branch: Option<String>,
    /// The folder of the content in the repository, without slashes at its ends.
    pub folder: String,
    /// The origin of the service, where it is not the one that everybody knows.
    server: Option<String>,
    /// Where GitHub’s visitors sign in, and by which name a service of another kind knows the editor.
    sign_in: Option<String>,
    app_id: Option<String>,
}

/// A service that keeps files with their history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Service {
    GitHub,
    GitLab,
    Gitea,
}

impl Service {
    const fn name(self) -> &'static str {
        match self {
            Self::GitHub => "github",
            Self::GitLab => "gitlab",
            Self::Gitea => "gitea",
        }
    }

    /// The origin that everybody knows.
    const fn origin(self) -> &'static str {
        match self {
            Self::GitHub => "https://github.com",
            Self::GitLab => "https://gitlab.com",
            Self::Gitea => "https://gitea.com",
        }
    }
}

impl FromNode for Service {
    const SHAPE: Shape = Shape::Words(known::SERVICE);
    const EXPECTED: Message = message!("content-service");
    const EXAMPLE: Message = Message::verbatim("\"github\"");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let words = [("github", Self::GitHub), ("gitlab", Self::GitLab), ("gitea", Self::Gitea)];
        one_of(words, node, problems)
    }
}

/// The owner of a repository, and its name.
struct Repository(String);

impl FromNode for Repository {
    const SHAPE: Shape = Shape::Line;
    const EXPECTED: Message = message!("content-repository");
    const EXAMPLE: Message = Message::verbatim("\"section/site\"");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let Written::Text(text) = &node.value else { return unexpected(node, problems) };
        let is_one = regex_is_match!(r"^[\w.-]+(?:/[\w.-]+)+$", text);
        if is_one { Some(Self(text.clone())) } else { unexpected(node, problems) }
    }
}

impl FromNode for Admin {
    const SHAPE: Shape = Shape::Table(&known::ADMIN);
    const EXPECTED: Message = message!("content-admin");
    const EXAMPLE: Message =
        Message::verbatim("{ \"backend\": \"github\", \"repo\": \"section/site\" }");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let mut fields = Fields::of(&known::ADMIN, node, problems)?;
        let service = fields.required::<Service>("backend", problems);
        let repository = fields.required::<Repository>("repo", problems);
        let branch = fields.optional::<Text>("branch", problems);
        let folder = fields.optional::<Text>("folder", problems);
        let server = fields.optional::<Url>("server", problems);
        let sign_in = fields.optional::<Spanned<Url>>("sign_in", problems);
        let app_id = fields.optional::<Spanned<Text>>("app_id", problems);
        fields.finish(problems);
        let service = service?;
        // GitHub is the one to which a page cannot speak without the help of another program.
        match (service, &sign_in, &app_id) {
            (Service::GitHub, _, Some(Spanned { source, span, .. })) => {
                let found = message!("content-no-app-found");
                let help = message!("content-no-app-help");
                problems.add(source, span.clone(), message!("content-no-app"), found, help);
            }
            (Service::GitLab | Service::Gitea, Some(sign_in), _) => {
                let found = message!("content-no-sign-in-found");
                let help = message!("content-no-sign-in-help");
                sign_in.problem(problems, message!("content-no-sign-in"), found, help);
            }
            _ => {}
        }
        let folder = folder.map_or_else(|| "content".to_owned(), |folder| folder.0);
        let folder = folder.trim_matches(['/', '.']).to_owned();
        let origin = |url: String| url.trim_end_matches('/').to_owned();
        Some(Self {
            service,
            repository: repository?.0,
            branch: branch.map(|branch| branch.0),
            folder,
            server: server.map(|url| origin(url.0)),
            sign_in: sign_in.map(|url| origin(url.value.0)),
            app_id: app_id.map(|id| id.value.0),
        })
    }
}

impl Admin {
    /// The root of the API of the service.
    fn api(&self) -> String {
        let server = self.server.as_deref();
        let origin = server.unwrap_or_else(|| self.service.origin());
        match self.service {
            Service::GitHub if server.is_none() => "https://api.github.com".to_owned(),
            Service::GitHub => format!("{origin}/api/v3"),
            Service::GitLab => format!("{origin}/api/v4"),
            Service::Gitea => format!("{origin}/api/v1"),
        }
    }

    /// The origins that the editor asks: that of the API and, where people sign in there, the same service’s own.
    pub fn hosts(&self) -> Vec<String> {
        let api = self.api();
        vec![api.split('/').take(3).collect::<Vec<_>>().join("/")]
    }

    /// The service as Sveltia CMS is told.
    pub fn backend(&self) -> Value {
        let mut backend = json!({
            "name": self.service.name(),
            "repo": self.repository,
            "api_root": self.api(),
            // Where nothing is said of how people sign in, it is with a token that the service gives to them.
            "auth_methods": ["token"],
        });
        if let Some(branch) = &self.branch {
            backend["branch"] = branch.as_str().into();
        }
        if let Some(sign_in) = &self.sign_in {
            backend["base_url"] = sign_in.as_str().into();
        } else if self.service != Service::GitHub {
            let server = self.server.as_deref().unwrap_or_else(|| self.service.origin());
            backend["base_url"] = server.into();
        }
        if let Some(app_id) = &self.app_id {
            backend["app_id"] = app_id.as_str().into();
            backend["auth_type"] = "pkce".into();
        }
        if self.sign_in.is_some() || self.app_id.is_some() {
            backend["auth_methods"] = json!(["oauth", "token"]);
        }
        backend
    }
}
