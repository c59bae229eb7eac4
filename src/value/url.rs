//! Texts that the provider can read as a URL: it uses Go's `net/url`, which takes far more than what reaches a server.

/// Whether a text can be read as a URL, as Go's `url.Parse` does.
#[must_use]
pub fn is_readable(text: &str) -> bool {
    if text.bytes().any(|byte| byte < b' ' || byte == 0x7f) {
        return false;
    }
    let (text, fragment) = text.split_once('#').unwrap_or((text, ""));
    let Some((has_scheme, rest)) = after_scheme(text) else { return false };
    let rest = rest.split('?').next().unwrap_or_default();
    if !has_good_escapes(fragment) {
        return false;
    }
    if !rest.starts_with('/') {
        let first = rest.split('/').next().unwrap_or_default();
        // After a scheme it is not looked at.
        return has_scheme || !first.contains(':') && has_good_escapes(rest);
    }
    let Some(rest) = rest.strip_prefix("//").filter(|_| has_scheme || !rest.starts_with("///")) else {
        return has_good_escapes(rest);
    };
    let (authority, path) = rest.split_at_checked(rest.find('/').unwrap_or(rest.len())).unwrap_or((rest, ""));
    let (user, host) = authority.rsplit_once('@').unwrap_or(("", authority));
    is_user(user) && is_host(host) && has_good_escapes(path)
}

/// Whether a text is a URL on the machine itself, which needs no encryption.
#[must_use]
pub fn is_on_this_machine(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("http://") else { return false };
    ["127.0.0.1", "localhost", "[::1]"]
        .iter()
        .any(|host| rest.strip_prefix(host).is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '/'])))
}

/// Whether there is a scheme, and what follows it. Nothing where a colon follows nothing.
fn after_scheme(text: &str) -> Option<(bool, &str)> {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || "+-.".contains(c)));
    let begins_well = text.starts_with(|c: char| c.is_ascii_alphabetic());
    match end.and_then(|end| text.split_at_checked(end)) {
        Some(("", rest)) if rest.starts_with(':') => None,
        Some((_, rest)) if begins_well && rest.starts_with(':') => Some((true, rest.strip_prefix(':')?)),
        _ => Some((false, text)),
    }
}

fn is_user(user: &str) -> bool {
    user.chars().all(|c| c.is_ascii_alphanumeric() || "-._:~!$&'()*+,;=%@".contains(c)) && has_good_escapes(user)
}

fn is_host(host: &str) -> bool {
    let port = match host.strip_prefix('[') {
        Some(rest) => match rest.rsplit_once(']') {
            Some((_, port)) => port,
            None => return false,
        },
        None => host.rfind(':').and_then(|colon| host.get(colon..)).unwrap_or_default(),
    };
    let is_port =
        port.is_empty() || port.strip_prefix(':').is_some_and(|n| n.bytes().all(|byte| byte.is_ascii_digit()));
    let is_of_host = |c: char| !c.is_ascii() || c.is_ascii_alphanumeric() || "-_.~!$&'()*+,;=:[]<>\"%".contains(c);
    is_port && host.chars().all(is_of_host) && has_good_escapes(host)
}

/// Whether two hexadecimal digits follow each percent sign.
fn has_good_escapes(text: &str) -> bool {
    let mut parts = text.split('%');
    parts.next();
    parts.all(|part| part.get(..2).is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_texts_can_be_read() {
        for text in [
            "https://api.eventstore.cloud",
            "http://",
            "127.0.0.1",
            "ftp://x",
            "http://127.0.0.1:99999",
            "HTTP://X",
            "https://api.eventstore.cloud/path",
            "x",
            "localhost:80",
            "http://x:",
            "http://x/a b",
            "/a:b",
            "a?b:c%zz",
            "",
            "http://u:p@x",
            "http://[::1]:80",
            "http://ä",
            "http://x#a%20b",
        ] {
            assert!(is_readable(text), "{text}");
        }
    }

    #[test]
    fn loopback_addresses_are_of_this_machine() {
        for (text, expected) in [
            ("http://127.0.0.1:8080", true),
            ("http://localhost", true),
            ("http://[::1]/", true),
            ("http://localhost.example.com", false),
            ("https://localhost", false),
        ] {
            assert_eq!(is_on_this_machine(text), expected, "{text}");
        }
    }

    #[test]
    fn some_cannot() {
        for text in [
            "http://a b",
            "http://[::1",
            "://x",
            "%zz",
            "http://x/%zz",
            "http://127.0.0.1:abc",
            "http://x\n",
            "\u{7f}",
            "127.0.0.1:80",
            "http://x{y}",
            "http://x%2",
            "http://a b@x",
            "http://x#%",
            "http://[::1]x",
        ] {
            assert!(!is_readable(text), "{text}");
        }
    }
}
