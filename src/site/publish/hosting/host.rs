//! The hosts whose rules are printed by a command. What others read is in the site itself:
//! see `instructions`.

use clap::ValueEnum;

use super::{apache, caddy, cloudfront, nginx};
use crate::message;
use crate::site::content::alias::Moved;

/// A host, or server software.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Host {
    /// A file to include in a `server` block of nginx
    #[value(help = message!("arguments-host-nginx"))]
    Nginx,
    /// A file to import in the block of a site of Caddy
    #[value(help = message!("arguments-host-caddy"))]
    Caddy,
    /// An .htaccess for a host that wants it elsewhere than in the built site
    #[value(help = message!("arguments-host-apache"))]
    Apache,
    /// The script that copies the site to Amazon S3
    #[value(help = message!("arguments-host-s3"))]
    S3,
    /// The CloudFormation template of a distribution in front of it
    #[value(help = message!("arguments-host-cloudfront"))]
    Cloudfront,
}

impl Host {
    /// Every host.
    pub fn all() -> &'static [Self] {
        Self::value_variants()
    }

    /// The rules in its words, for a site of which some pages have moved.
    pub fn rules(self, moved: &[Moved]) -> String {
        self.rules_with(moved, None)
    }

    /// The same for a site with an editor in the browser, which has a policy of its own.
    pub fn rules_with(self, moved: &[Moved], editor: Option<&str>) -> String {
        match self {
            Self::Nginx => nginx::configuration(moved, editor),
            Self::Caddy => caddy::configuration(moved, editor),
            Self::Apache => apache::configuration(None, moved, editor),
            Self::S3 => cloudfront::upload(),
            Self::Cloudfront => cloudfront::template(moved, editor),
        }
    }
}
