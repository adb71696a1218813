//! The rules for Amazon: the script that copies a site to S3 and the CloudFormation template of the
//! distribution in front of it.

use std::fmt::Write;

use super::{Cache, HOST_FILES, HSTS, Redirect, TYPES, redirects, security};
use crate::route::{self, EMBEDS, NOT_FOUND};
use crate::site::admin::FOLDER;
use crate::site::content::alias::Moved;
use crate::site::render::csp;

const SCRIPT: &str = "\
#!/bin/sh
# Copies the site in dist/ to a bucket: sh upload.sh BUCKET. Printed by `urne hosting s3`.
# Code goes first and what is gone goes last; code of earlier builds stays, for pages that are still
# open. CloudFront compresses by itself: .br and .gz stay here.
set -eu
bucket=${1:?say the name of the bucket}
copy() {
  type=$1 cache=$2
  shift 2
  aws s3 cp dist \"s3://$bucket\" --recursive --exclude '*' \"$@\" \\
    --content-type \"$type\" --cache-control \"$cache\"
}
";

/// The script that copies a site.
pub fn upload() -> String {
    let mut text = SCRIPT.to_owned();
    for cache in [Cache::Forever, Cache::Hour, Cache::Minute] {
        for (kind, endings) in TYPES {
            let files = files(cache, endings);
            if !files.is_empty() {
                let charset = if kind.starts_with("text/") { "; charset=utf-8" } else { "" };
                let _ = writeln!(text, "copy '{kind}{charset}' '{}'{files}", cache.control());
            }
        }
    }
    text.push_str("# The rest, then what is gone.\n");
    let ours = HOST_FILES.map(|name| format!(" --exclude '{name}'")).concat();
    let _ = writeln!(
        text,
        "aws s3 sync dist \"s3://$bucket\" --size-only --delete --cache-control '{}' \\\n  \
         --exclude 'urne-*' --exclude '*.br' --exclude '*.gz'{ours}",
        Cache::Hour.control()
    );
    text
}

/// The files of a rule as patterns of the copying command, of which the last one that fits decides.
fn files(cache: Cache, endings: &[&str]) -> String {
    let mut text = String::new();
    for ending in endings {
        let is_code = matches!(*ending, "js" | "wasm");
        let _ = match cache {
            Cache::Forever if is_code => write!(text, " --include 'urne-*.{ending}'"),
            Cache::Forever => Ok(()),
            Cache::Hour => write!(text, " --include 'media/*.{ending}'"),
            Cache::Minute => write!(text, " --include '*.{ending}'"),
        };
    }
    if cache == Cache::Minute {
        text.push_str(" --exclude 'media/*' --exclude 'urne-*.js' --exclude 'urne-*.wasm'");
    }
    text
}

/// How many bytes of redirects a function of CloudFront has room for: 10 kB in all.
const MOST_REDIRECTS: usize = 8_000;

const TEMPLATE: &str = r#"# A bucket that nobody reads but CloudFront, and the distribution in front of it. Printed by
# `urne hosting cloudfront`. Deploy it in us-east-1, with a certificate of that region.
AWSTemplateFormatVersion: "2010-09-09"
Parameters:
  Domain:
    Type: String
    Description: The host of the site, as in `base` of content/site.json
  Certificate:
    Type: String
    Description: The ARN of the certificate for that host
Resources:
  Bucket:
    Type: AWS::S3::Bucket
  Access:
    Type: AWS::CloudFront::OriginAccessControl
    Properties:
      OriginAccessControlConfig:
        Name: !Sub "${AWS::StackName}"
        OriginAccessControlOriginType: s3
        SigningBehavior: always
        SigningProtocol: sigv4
  Reading:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Bucket
      PolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Service: cloudfront.amazonaws.com }
            Action: ["s3:GetObject", "s3:ListBucket"]
            Resource: [!GetAtt Bucket.Arn, !Sub "${Bucket.Arn}/*"]
            Condition:
              StringEquals:
                AWS:SourceArn: !Sub "arn:aws:cloudfront::${AWS::AccountId}:distribution/${Distribution}"
  Addresses:
    Type: AWS::CloudFront::Function
    Properties:
      Name: !Sub "${AWS::StackName}-addresses"
      AutoPublish: true
      FunctionConfig: { Comment: Pages of folders and closing slashes, Runtime: cloudfront-js-2.0 }
      FunctionCode: |
        const moved = { MOVED };
        function answer(to, code) {
          return { statusCode: code, headers: { location: { value: to } } };
        }
        function handler(event) {
          const request = event.request;
          const path = request.uri;
          if (moved[path]) return answer(...moved[path]);
          const last = path.slice(path.lastIndexOf("/") + 1);
          if (last === "") request.uri += "index.html";
          else if (!last.includes(".") && !path.startsWith("/media/")) return answer(path + "/", 301);
          return request;
        }
"#;

const DISTRIBUTION: &str = r#"  Distribution:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        HttpVersion: http2and3
        Aliases: [!Ref Domain]
        ViewerCertificate:
          AcmCertificateArn: !Ref Certificate
          MinimumProtocolVersion: TLSv1.2_2021
          SslSupportMethod: sni-only
        Origins:
          - Id: bucket
            DomainName: !GetAtt Bucket.RegionalDomainName
            OriginAccessControlId: !GetAtt Access.Id
            S3OriginConfig: { OriginAccessIdentity: "" }
        DefaultCacheBehavior:
          TargetOriginId: bucket
          ViewerProtocolPolicy: redirect-to-https
          Compress: true
          # Amazon's CachingOptimized: keeps to Cache-Control, asks for Brotli and gzip.
          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
          ResponseHeadersPolicyId: !Ref Headers
          FunctionAssociations:
            - { EventType: viewer-request, FunctionARN: !GetAtt Addresses.FunctionARN }
        # Any site may show these in a page of its own, and nothing else.
        CacheBehaviors:
          - PathPattern: EMBEDS
            TargetOriginId: bucket
            ViewerProtocolPolicy: redirect-to-https
            Compress: true
            CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
            ResponseHeadersPolicyId: !Ref EmbedHeaders
            FunctionAssociations:
              - { EventType: viewer-request, FunctionARN: !GetAtt Addresses.FunctionARN }
        CustomErrorResponses:
          - { ErrorCode: 404, ResponseCode: 404, ResponsePagePath: NOT_FOUND, ErrorCachingMinTTL: 60 }
Outputs:
  BucketName: { Value: !Ref Bucket }
  Address: { Value: !GetAtt Distribution.DomainName }
"#;

/// The entries of `moved` in the function. Of those that have no room in it the pages at the old addresses lead on.
fn entries(moved: &[Moved]) -> String {
    let entry = |it: Redirect| format!("\"{}\": [\"{}\", {}]", it.from, it.to, it.status);
    let mut room = MOST_REDIRECTS;
    let fits = |entry: &String| {
        room = room.saturating_sub(entry.len());
        room > 0
    };
    let entries: Vec<String> = redirects(moved).into_iter().map(entry).take_while(fits).collect();
    entries.join(", ")
}

/// The template of the distribution.
pub fn template(moved: &[Moved], editor: Option<&str>) -> String {
    let mut text = TEMPLATE.replace("MOVED", &entries(moved));
    text.push_str(&headers("Headers", "headers", false));
    text.push_str(&headers("EmbedHeaders", "embed-headers", true));
    let embeds = format!("{}/{EMBEDS}/*", route::folder());
    let distribution = DISTRIBUTION.replace("NOT_FOUND", NOT_FOUND).replace("EMBEDS", &embeds);
    let Some(policy) = editor else { return text + &distribution };
    let own = headers("EditorHeaders", "editor-headers", false).replace(csp::OF_HOSTS, policy);
    text + &own + &with_editor(&distribution, &embeds)
}

/// The distribution of a site with an editor in the browser: its folder has headers of its own, as that of what other
/// sites may show has.
fn with_editor(distribution: &str, embeds: &str) -> String {
    const START: &str = "          - PathPattern: ";
    let Some(at) = distribution.find(START) else { return distribution.to_owned() };
    let (before, rest) = distribution.split_at(at);
    let end = rest.find("        CustomErrorResponses:").unwrap_or(rest.len());
    let editor = rest[..end].replace(embeds, &format!("{}/{FOLDER}/*", route::folder()));
    format!("{before}{}{rest}", editor.replace("EmbedHeaders", "EditorHeaders"))
}

/// The headers that are sent with everything but what other sites may show, or with that.
fn headers(resource: &str, name: &str, is_embed: bool) -> String {
    let seconds = HSTS.value.trim_start_matches("max-age=");
    let value = |name| security(is_embed).find(|it| it.name == name).map_or("", |it| it.value);
    let framing = match value("X-Frame-Options") {
        "" => String::new(),
        option => format!("          FrameOptions: {{ FrameOption: {option}, Override: true }}\n"),
    };
    format!(
        "  {resource}:
    Type: AWS::CloudFront::ResponseHeadersPolicy
    Properties:
      ResponseHeadersPolicyConfig:
        Name: !Sub \"${{AWS::StackName}}-{name}\"
        SecurityHeadersConfig:
          ContentTypeOptions: {{ Override: true }}
{framing}          ReferrerPolicy: {{ ReferrerPolicy: {}, Override: true }}
          StrictTransportSecurity: {{ AccessControlMaxAgeSec: {seconds}, Override: true }}
          ContentSecurityPolicy:
            ContentSecurityPolicy: \"{}\"
            Override: true
        CustomHeadersConfig:
          Items:
            - {{ Header: Permissions-Policy, Value: \"{}\", Override: true }}\n",
        value("Referrer-Policy"),
        value("Content-Security-Policy"),
        value("Permissions-Policy"),
    )
}
