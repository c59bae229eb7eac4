//! The spellings of region codes in the three clouds. Which regions exist is the catalogue's.

/// Whether a text is spelled like an AWS region: `us-east-1`.
#[must_use]
pub fn is_aws_spelling(text: &str) -> bool {
    let mut parts = text.split('-').rev();
    let number = parts.next().unwrap_or_default();
    let words: Vec<&str> = parts.collect();
    is_number(number)
        && words.len() >= 2
        && words.iter().all(|word| is_word(word))
        && words.last().is_some_and(|w| w.len() >= 2)
}

/// Whether a text is spelled like a Google Cloud region: `us-east1`.
#[must_use]
pub fn is_gcp_spelling(text: &str) -> bool {
    let Some((area, place)) = text.split_once('-') else { return false };
    let name = place.trim_end_matches(|c: char| c.is_ascii_digit());
    is_word(area) && is_word(name) && name.len() < place.len()
}

/// Whether a text is spelled like the programmatic name of an Azure region: `eastus`, `westus2`.
#[must_use]
pub fn is_azure_spelling(text: &str) -> bool {
    is_word(text.trim_end_matches(|c: char| c.is_ascii_digit()))
}

/// The region of a text that names one of its zones instead: `us-east-1a`, `us-east1-b`.
#[must_use]
pub fn without_zone(text: &str) -> Option<&str> {
    let (region, letter) = text.split_at_checked(text.len().checked_sub(1)?)?;
    if !letter.bytes().all(|b| b.is_ascii_lowercase()) {
        return None;
    }
    let gcp = region.strip_suffix('-').filter(|region| is_gcp_spelling(region));
    gcp.or(is_aws_spelling(region).then_some(region))
}

fn is_word(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase())
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_spelling_is_told_apart() {
        for (text, aws, gcp, azure) in [
            ("us-east-1", true, false, false),
            ("us-gov-west-1", true, false, false),
            ("us-east1", false, true, false),
            ("europe-west12", false, true, false),
            ("eastus", false, false, true),
            ("westus2", false, false, true),
            ("us-east", false, false, false),
            ("us-east-1a", false, false, false),
            ("us-east1-b", false, false, false),
            ("East US", false, false, false),
            ("", false, false, false),
            ("-", false, false, false),
            ("--1", false, false, false),
            ("1", false, false, false),
        ] {
            assert_eq!(
                (is_aws_spelling(text), is_gcp_spelling(text), is_azure_spelling(text)),
                (aws, gcp, azure),
                "{text}"
            );
        }
    }

    #[test]
    fn zones_give_their_region() {
        assert_eq!(without_zone("us-east-1a"), Some("us-east-1"));
        assert_eq!(without_zone("us-east1-b"), Some("us-east1"));
        for other in ["us-east-1", "eastus", "", "a", "é", "us-east-1é"] {
            assert_eq!(without_zone(other), None, "{other}");
        }
    }
}
