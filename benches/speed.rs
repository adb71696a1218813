//! How long things take; nothing is asserted. `cargo bench` prints it.

#![allow(missing_docs, clippy::expect_used, clippy::panic)]

use std::fmt::Write;
use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use jiff::civil::date;
use rayon::prelude::*;
use urne::chart::round_chart;
use urne::data::Page;
use urne::election::{Base, reconstruct};
use urne::site::{self, Bundle, Purpose};

const TEMPLATE: &str = "<html lang=\"fr\"><head><!--HEAD--></head>\
                        <body><!--APP--></body></html>";

/// The content of the first site with some more articles.
fn content_with(articles: usize) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let copy = |below: &str| {
        let from = std::path::Path::new("tests/site").join(below);
        let to = folder.path().join(below);
        std::fs::create_dir_all(&to).expect("a folder");
        for entry in std::fs::read_dir(from).expect("the content") {
            let path = entry.expect("a file").path();
            if path.is_file() {
                let name = path.file_name().expect("a name");
                std::fs::copy(&path, to.join(name)).expect("a copy");
            }
        }
    };
    ["", "news", "events", "pages", "results", "media"].into_iter().for_each(copy);
    for number in 0..articles {
        let mut text = format!(
            "+++\ntitle = \"Article {number}\"\ndate = 2020-01-01\ncategory = \"Essai\"\n\
             summary = \"Un résumé.\"\n+++\n\n"
        );
        for paragraph in 0..10 {
            let _ = writeln!(text, "Le paragraphe {paragraph} de l’article, assez long.\n");
        }
        let path = folder.path().join(format!("news/article-{number}.md"));
        std::fs::write(path, text).expect("an article");
    }
    folder
}

/// A build must cost a constant amount per page: compare the throughputs.
fn whole_build(criterion: &mut Criterion) {
    let bundle = Bundle { document: TEMPLATE.to_owned(), files: Vec::new() };
    let mut group = criterion.benchmark_group("whole build");
    group.sample_size(10);
    for articles in [10, 100, 1000] {
        let folder = content_with(articles);
        group.throughput(Throughput::Elements(articles as u64));
        group.bench_function(BenchmarkId::from_parameter(articles), |bencher| {
            bencher.iter(|| {
                let compiled = site::compile(folder.path(), site::midnight(date(2026, 1, 1)));
                let compiled = compiled.unwrap_or_else(|problems| panic!("{problems}"));
                site::render::files(&compiled, &bundle, Purpose::Publication)
                    .expect("files")
                    .count()
            });
        });
    }
    group.finish();
}

fn results(criterion: &mut Criterion) {
    let compiled = site::compile("tests/site".as_ref(), site::midnight(date(2026, 1, 1)));
    let compiled = compiled.unwrap_or_else(|problems| panic!("{problems}"));
    let election = compiled.pages().find_map(|(_, page)| match page.into_owned() {
        Page::Election(election) => Some(election),
        _ => None,
    });
    let election = election.expect("an election");
    let round = &election.rounds[0];
    criterion.bench_function("chart of seven candidates", |bencher| {
        bencher.iter(|| round_chart("Premier tour".to_owned(), black_box(round), Base::Valid));
    });
    criterion.bench_function("reconstruction of seven candidates among 1165 voters", |bencher| {
        bencher.iter(|| reconstruct(black_box(&round.tally)));
    });
}

criterion_group!(benches, whole_build, results);
criterion_main!(benches);
