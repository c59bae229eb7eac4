//! The text that names each backup: words and variables such as `{cluster}` or `{datetime:rfc3339}`.
//!
//! Which variables and formats exist, the catalogue knows.

/// One variable of a template, as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variable<'a> {
    /// Name before the colon.
    pub name: &'a str,
    /// Format after the colon, if there is one.
    pub format: Option<&'a str>,
    /// The whole text between the braces.
    pub text: &'a str,
}

/// The parts of a template.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Template<'a> {
    /// The variables in their order.
    pub variables: Vec<Variable<'a>>,
    /// Whether a brace has no counterpart or is inside another pair.
    pub unbalanced: bool,
}

/// Reads the parts of a template. Never fails: what is not a variable is text.
#[must_use]
pub fn parse(text: &str) -> Template<'_> {
    let mut template = Template::default();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        template.unbalanced |= before.contains('}');
        let Some((inside, tail)) = after.split_once('}') else {
            template.unbalanced = true;
            return template;
        };
        if let Some((_, nested)) = inside.rsplit_once('{') {
            template.unbalanced = true;
            template.variables.push(variable(nested));
        } else {
            template.variables.push(variable(inside));
        }
        rest = tail;
    }
    template.unbalanced |= rest.contains('}');
    template
}

fn variable(text: &str) -> Variable<'_> {
    match text.split_once(':') {
        Some((name, format)) => Variable { name, format: Some(format), text },
        None => Variable { name: text, format: None, text },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> (Vec<&str>, bool) {
        let template = parse(text);
        (template.variables.iter().map(|v| v.text).collect(), template.unbalanced)
    }

    #[test]
    fn variables_and_unbalanced_braces_are_found() {
        assert_eq!(names("nightly"), (vec![], false));
        assert_eq!(names("{cluster} {datetime:rfc3339}"), (vec!["cluster", "datetime:rfc3339"], false));
        assert_eq!(names("{cluster backup"), (vec![], true));
        assert_eq!(names("cluster} backup"), (vec![], true));
        assert_eq!(names("{{cluster}}"), (vec!["cluster"], true));
        assert_eq!(names("{}"), (vec![""], false));
        assert_eq!(names("}{"), (vec![], true));
        let template = parse("{datetime:rfc3339}");
        assert_eq!((template.variables[0].name, template.variables[0].format), ("datetime", Some("rfc3339")));
    }
}
