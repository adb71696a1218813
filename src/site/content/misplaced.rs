//! Files that are no content: what they probably are, and where what is in them belongs.

use std::path::Path;

use crate::message;
use crate::site::parse::diagnostics::Problems;

/// Endings of word processors, and of what they print.
const DOCUMENTS: [&str; 6] = ["doc", "docx", "odt", "pages", "pdf", "rtf"];

/// Endings of spreadsheets.
const SHEETS: [&str; 4] = ["ods", "numbers", "xls", "xlsx"];

/// Endings of pictures.
const PICTURES: [&str; 7] = ["gif", "heic", "jpeg", "jpg", "png", "svg", "webp"];

/// Reports a file of the content folder that is none of the content.
pub fn report(path: &Path, root: &Path, problems: &mut Problems) {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let is_in = |folder: &str| path.starts_with(root.join(folder));
    let is_of_texts = ["news", "events", "pages"].into_iter().any(is_in);
    let hides = [".md", ".json", ".csv"].iter().any(|it| stem.to_lowercase().ends_with(it));
    let unexpected = message!("content-unexpected-file");
    let (title, help) = match ending.as_str() {
        "txt" if hides => {
            let title = message!("content-two-endings", name = name.as_ref());
            (title, message!("content-two-endings-help", name = stem.as_ref()))
        }
        "txt" | "markdown" | "" if is_of_texts => {
            let name = format!("{stem}.md");
            (message!("content-no-ending"), message!("content-no-ending-help", name = name))
        }
        ending if DOCUMENTS.contains(&ending) => {
            (message!("content-document"), message!("content-document-help"))
        }
        ending if SHEETS.contains(&ending) => {
            (message!("content-sheet"), message!("content-sheet-help"))
        }
        ending if PICTURES.contains(&ending) => (unexpected, message!("content-picture-help")),
        _ => (unexpected, message!("content-unexpected-file-help")),
    };
    problems.add_for_file(path, title, help);
}
