//! What an id may hold: it stands on command lines, in lists and in file names, and is what a person reads to tell one
//! phrase from another.

/// The most characters of an id.
pub const ID_CHARACTERS: usize = 100;

/// What is wrong with an id, and how to mend it; None if nothing is. Any script is welcome.
pub fn id_problem(id: &str) -> Option<&'static str> {
    if id.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return Some("an id has no spaces or control characters; write `-` instead, like `tw-move-1`");
    }
    if id.chars().any(is_unseen) {
        return Some(
            "an id has no characters that cannot be seen or that turn the text around; take them out",
        );
    }
    if id.contains(['/', '\\']) || id.bytes().all(|byte| byte == b'.') {
        return Some("an id has no `/` or `\\` and is not only dots; write `-` instead, like `tw-move-1`");
    }
    (id.chars().count() > ID_CHARACTERS)
        .then_some("an id has at most 100 characters; shorten it, like `tw-move-1`")
}

/// Marks of writing direction, characters without width, and what else leaves no trace on a screen: two ids that look
/// the same would not be.
fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_what_a_person_can_read_and_type() {
        for good in ["tw-move-1", "回郵件", "a.b", "-rf", "..a", "é", "a\"b", &"字".repeat(100)] {
            assert_eq!(id_problem(good), None, "{good}");
        }
        let check = |id: &str, says: &str| {
            assert!(id_problem(id).is_some_and(|problem| problem.contains(says)), "{id:?}");
        };
        check("a b", "spaces");
        check("a\u{a0}b", "spaces");
        check("a\u{1b}b", "control");
        check("a\u{202e}b", "cannot be seen");
        check("a\u{200b}b", "cannot be seen");
        check("a\u{200d}b", "cannot be seen");
        check("a\u{e0041}b", "cannot be seen");
        check("../../etc/passwd", "`/`");
        check("a\\b", "`\\`");
        check("..", "dots");
        check(&"x".repeat(101), "at most 100");
    }
}
