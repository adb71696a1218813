//! Photographs as telephones make them: what of them is on the site.

use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use exif::experimental::Writer;
use exif::{Field, In, Rational, Tag, Value};
use image::{GenericImageView, ImageReader};
use img_parts::ImageEXIF;
use img_parts::jpeg::Jpeg;
use jpeg_encoder::{ColorType, Encoder};

use super::{copy, files, fixture, urne};

/// What a camera writes of where it is, and of itself.
const PLACE: &[u8] = b"48 N 59 2 E";
const CAMERA: &[u8] = b"A telephone of the year";

/// A lying picture of `width` × `height` pixels that is upright by its EXIF: light above, dark below, with some
/// leaves between; and with the place where it was taken.
fn photograph(width: u16, height: u16) -> Vec<u8> {
    let mut pixels = Vec::with_capacity(usize::from(width) * usize::from(height) * 3);
    let mut state = 1_u32;
    for y in 0..height {
        for x in 0..width {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let leaves = (state >> 24) as u8 / 8;
            // Turned by 90 degrees to the right, the left side is above.
            let light = 255 - (u32::from(x) * 200 / u32::from(width)) as u8;
            pixels.extend([
                light - leaves.min(light),
                light,
                (u32::from(y) * 255 / u32::from(height)) as u8,
            ]);
        }
    }
    let mut jpeg = Vec::new();
    Encoder::new(&mut jpeg, 95).encode(&pixels, width, height, ColorType::Rgb).unwrap();
    let mut jpeg = Jpeg::from_bytes(jpeg.into()).unwrap();
    jpeg.set_exif(Some(notes().into()));
    jpeg.encoder().bytes().to_vec()
}

fn notes() -> Vec<u8> {
    let degrees = [48, 59, 2].map(|num| Rational { num, denom: 1 });
    let field = |tag, value| Field { tag, ifd_num: In::PRIMARY, value };
    let fields = [
        field(Tag::Orientation, Value::Short(vec![6])),
        field(Tag::Model, Value::Ascii(vec![CAMERA.to_vec()])),
        field(Tag::GPSLatitude, Value::Rational(degrees.to_vec())),
        field(Tag::GPSAreaInformation, Value::Undefined(PLACE.to_vec(), 0)),
    ];
    let mut writer = Writer::new();
    fields.iter().for_each(|field| writer.push_field(field));
    let mut notes = Cursor::new(Vec::new());
    writer.write(&mut notes, false).unwrap();
    notes.into_inner()
}

/// Builds a content and says how long it took.
fn build(content: &Path, into: &Path, cache: &Path) -> Duration {
    let start = Instant::now();
    let output = urne()
        .args(["build", "--content"])
        .arg(content)
        .arg("--into")
        .arg(into)
        .arg("--app")
        .arg(content.with_file_name("app"))
        .env("URNE_CACHE", cache)
        .env("SOURCE_DATE_EPOCH", "1583020800")
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    start.elapsed()
}

/// When each file below a folder was written.
fn times(folder: &Path) -> Vec<(PathBuf, SystemTime)> {
    let time = |path: PathBuf| {
        let time = std::fs::metadata(&path).unwrap().modified().unwrap();
        (path, time)
    };
    files(folder).into_iter().map(time).collect()
}

fn has(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|found| found == wanted)
}

#[test]
fn a_photograph_is_upright_small_and_tells_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let [content, dist, again, cache] =
        ["content", "dist", "again", "cache"].map(|name| folder.path().join(name));
    copy(&fixture("mini/content"), &content);
    std::fs::create_dir(folder.path().join("app")).unwrap();
    std::fs::copy(fixture("mini/index.html"), folder.path().join("app/index.html")).unwrap();
    let photograph = photograph(4000, 3000);
    assert!(has(&photograph, PLACE) && has(&photograph, CAMERA), "the test has nothing to find");
    std::fs::write(content.join("media/fete.jpg"), &photograph).unwrap();
    let article = content.join("news/resume.md");
    let text =
        std::fs::read_to_string(&article).unwrap().replace("media/point.svg", "media/fete.jpg");
    std::fs::write(&article, text + "\n![La fête](media/fete.jpg \"La fête\")\n").unwrap();

    let first = build(&content, &dist, &cache);
    let made = times(&cache.join("pictures"));
    let second = build(&content, &again, &cache);
    assert!(
        made == times(&cache.join("pictures")) && made.len() == 9,
        "it was made again: {made:?}"
    );
    println!("12 megapixels: first build {first:?}, second {second:?}");
    for file in files(&dist) {
        let bytes = std::fs::read(&file).unwrap();
        let same = std::fs::read(again.join(file.strip_prefix(&dist).unwrap())).unwrap();
        assert!(bytes == same, "{} is not the same again", file.display());
        for secret in [PLACE, CAMERA, b"Exif", &photograph[photograph.len() / 2..][..64]] {
            assert!(!has(&bytes, secret), "{} tells {secret:?}", file.display());
        }
    }

    let pictures: Vec<_> = files(&dist.join("media"))
        .into_iter()
        .filter(|path| path.file_name().unwrap().to_str().unwrap().starts_with("fete"))
        .collect();
    assert_eq!(pictures.len(), 9, "{pictures:?}");
    for path in pictures {
        let length = std::fs::metadata(&path).unwrap().len();
        let picture = ImageReader::open(&path).unwrap().with_guessed_format().unwrap();
        let picture = picture.decode().unwrap();
        let (width, height) = picture.dimensions();
        println!("{} {width} × {height}, {length} bytes", path.file_name().unwrap().display());
        assert!(height.abs_diff(width * 4 / 3) <= 1, "{width} × {height}");
        let above = picture.get_pixel(width / 2, height / 20).0[1];
        let below = picture.get_pixel(width / 2, height * 19 / 20).0[1];
        assert!(above > 200 && below < 100, "{} is not upright", path.display());
        let limit = [(360, 60_000), (720, 150_000), (1080, 300_000), (1600, 500_000)];
        let limit = limit.iter().find(|(of, _)| *of == width).unwrap().1;
        assert!(length <= limit, "{length} bytes at {width} pixels");
    }

    let page = std::fs::read_to_string(dist.join("actualites/resume/index.html")).unwrap();
    assert_eq!(page.matches("width=\"1600\" height=\"2133\"").count(), 2, "{page}");
    assert_eq!(page.matches("<source type=\"image/webp\" srcset=\"/media/fete-").count(), 2);
    let lists = std::fs::read_to_string(dist.join("actualites/index.html")).unwrap();
    assert!(lists.contains("sizes=\"(min-width: 40em) 13rem, 100vw\""), "{lists}");
}
