//! What importing a site of WordPress takes: an export of 5,000 posts of some 300 words with links to each other,
//! lists, tables and captions; time of the clock and peak memory. Nothing is asserted but that it works.
//! `cargo bench --bench wordpress` prints it.

#![allow(missing_docs, dead_code, clippy::expect_used, clippy::panic)]

mod made_up;

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use made_up::Random;
use wait4::Wait4;

const POSTS: u64 = 5000;

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let content = folder.path().join("content");
    std::fs::create_dir(&content).expect("a folder");
    made_up::write_site(&content);
    let file = folder.path().join("export.xml");
    let export = export();
    std::fs::write(&file, &export).expect("an export");
    println!("{POSTS} posts, {} MB", export.len() >> 20);
    drop(export);
    import("import", &file, &content);
    import("import again", &file, &content);
    let written = std::fs::read_dir(content.join("news")).expect("a folder").count();
    println!("  {written} articles were written");
}

/// Runs the command to its end, and prints what it took.
fn import(what: &str, file: &Path, content: &Path) {
    let start = Instant::now();
    let mut command = Command::new(env!("CARGO_BIN_EXE_urne"));
    command.args(["import", "wordpress"]).arg(file).arg("--content").arg(content);
    let child = command.stdout(Stdio::null()).spawn().expect("a process");
    let used = child.wait4().expect("a process");
    assert!(used.status.success(), "the import failed");
    let (time, memory) = (start.elapsed().as_secs_f64(), used.rusage.maxrss >> 20);
    println!("  {what:<14} {time:6.2} s, peak {memory:>4} MB");
}

fn export() -> String {
    let mut export = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss \
         xmlns:excerpt=\"http://wordpress.org/export/1.2/excerpt/\" \
         xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:wp=\"http://wordpress.org/export/1.2/\">\
         <channel><link>https://essai.example</link><wp:wxr_version>1.2</wp:wxr_version>\
         <wp:base_blog_url>https://essai.example</wp:base_blog_url>\n",
    );
    for number in 0..POSTS {
        let _ = writeln!(
            export,
            "<item><title>Article {number}</title><link>https://essai.example/2019/{number}/</link>\
             <dc:creator>essai</dc:creator><guid>https://essai.example/?p={number}</guid>\
             <content:encoded><![CDATA[{}]]></content:encoded><wp:post_id>{number}</wp:post_id>\
             <wp:post_date>2019-0{}-11 10:00:00</wp:post_date><wp:post_name>article-{number}</wp:post_name>\
             <wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>",
            text(number),
            number % 9 + 1
        );
    }
    export.push_str("</channel></rss>\n");
    export
}

/// A text of the block editor.
fn text(number: u64) -> String {
    let mut random = Random(number);
    let mut text = String::new();
    let words = |random: &mut Random, count: u64| {
        let word = |random: &mut Random| {
            ["le", "canal", "berges", "fête", "été", "marche"][random.below(6) as usize]
        };
        (0..count).map(|_| word(random)).collect::<Vec<_>>().join(" ")
    };
    for _ in 0..4 {
        let (to, before, behind) =
            (random.below(POSTS), words(&mut random, 30), words(&mut random, 20));
        let _ = write!(
            text,
            "<!-- wp:paragraph -->\n<p>{before} <strong>fort</strong> \
             <a href=\"https://essai.example/2019/{to}/\">lien</a> {behind}.</p>\n<!-- /wp:paragraph -->\n\n\
             <!-- wp:list -->\n<ul><li>{}</li><li>{}</li></ul>\n<!-- /wp:list -->\n\n",
            words(&mut random, 8),
            words(&mut random, 8)
        );
    }
    text.push_str(
        "<!-- wp:table -->\n<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>\n<!-- /wp:table -->\n\
         <!-- wp:image -->\n<figure><img src=\"/wp-content/uploads/2019/a.jpg\" alt=\"Une berge\"/>\
         <figcaption>La berge</figcaption></figure>\n<!-- /wp:image -->\n",
    );
    text
}
