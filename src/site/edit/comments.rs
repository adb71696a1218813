//! Notes of people in the fields of a Markdown file: the editor knows nothing of them, and would lose them.

/// The line around the fields.
const FENCE: &str = "+++";

/// A file as the editor has written it, with the notes that it had before: those that are gone come before the fields.
pub fn kept(before: &str, now: &str) -> String {
    let gone: Vec<&str> = notes(before).filter(|note| !notes(now).any(|it| it == *note)).collect();
    match now.split_once('\n') {
        Some((fence, rest)) if !gone.is_empty() && fence.trim_end() == FENCE => {
            format!("{fence}\n{}\n{rest}", gone.join("\n"))
        }
        _ => now.to_owned(),
    }
}

/// The lines of the fields that are notes. One in a text of several lines is no note, and no field has such a text.
fn notes(text: &str) -> impl Iterator<Item = &str> {
    let mut lines = text.lines();
    let has_fields = lines.next().is_some_and(|line| line.trim_end() == FENCE);
    let fields = lines.take_while(|line| line.trim_end() != FENCE).filter(move |_| has_fields);
    fields.filter(|line| line.trim_start().starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_note_is_lost() {
        let before = "+++\n# Pour plus tard.\ntitle = \"A\"\n# draft = true\n+++\n\n# B\n";
        let now = "+++\ntitle = \"C\"\n+++\n\n# B\n";
        let kept = kept(before, now);
        assert_eq!(kept, "+++\n# Pour plus tard.\n# draft = true\ntitle = \"C\"\n+++\n\n# B\n");
        assert_eq!(super::kept(&kept, &kept), kept);
        assert_eq!(super::kept("", now), now);
    }
}
