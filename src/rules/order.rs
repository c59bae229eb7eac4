//! In which order the resources of a program are made: what each waits for.

use crate::model::program::Program;
use crate::model::resource::{Resource, State};

/// The resources that a resource waits for: those it refers to and those in its `dependsOn`.
pub(super) fn waits_for<'a>(program: &'a Program, resource: &'a Resource) -> Vec<&'a Resource> {
    let mut others: Vec<&Resource> = resource.depends_on.iter().filter_map(|name| program.named(name)).collect();
    resource.walk(&mut |_, property, slot| {
        let State::Reference(name) = &slot.state else { return };
        let wanted = property.refers_to.and_then(|kind| program.find(kind, name));
        others.extend(wanted.or_else(|| program.named(name)));
    });
    others
}

/// What is known of a resource on the way through a program.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Unseen,
    /// On the way that is being walked.
    Open,
    Done,
}

/// The circles in which resources wait for each other, each once, beginning with the resource that stands first in the
/// program. Time and memory grow with the number of references, and nothing is called by itself, however long a chain is.
pub(super) fn circles(program: &Program) -> Vec<Vec<&Resource>> {
    // A program without `dependsOn` can only have a circle through a reference to the wrong kind, which STACK001 has.
    if program.resources.iter().all(|resource| resource.depends_on.is_empty()) {
        return Vec::new();
    }
    let mut marks = vec![Mark::Unseen; program.resources.len()];
    let mut circles = Vec::new();
    for start in &program.resources {
        if marks.get(start.index) != Some(&Mark::Unseen) {
            continue;
        }
        let mut way: Vec<(&Resource, std::vec::IntoIter<&Resource>)> = Vec::new();
        let mut next = Some(start);
        loop {
            if let Some(resource) = next.take() {
                mark(&mut marks, resource, Mark::Open);
                way.push((resource, waits_for(program, resource).into_iter()));
            }
            let Some((resource, others)) = way.last_mut() else { break };
            match others.next() {
                None => {
                    mark(&mut marks, resource, Mark::Done);
                    way.pop();
                }
                Some(other) => match marks.get(other.index) {
                    Some(Mark::Unseen) => next = Some(other),
                    Some(Mark::Open) => {
                        let begin = way.iter().position(|(resource, _)| resource.index == other.index).unwrap_or(0);
                        circles.push(from_the_first(way.iter().skip(begin).map(|(resource, _)| *resource).collect()));
                    }
                    _ => {}
                },
            }
        }
    }
    circles
}

fn mark(marks: &mut [Mark], resource: &Resource, mark: Mark) {
    if let Some(slot) = marks.get_mut(resource.index) {
        *slot = mark;
    }
}

/// The same circle, beginning with the resource that stands first in the program.
fn from_the_first(mut circle: Vec<&Resource>) -> Vec<&Resource> {
    let first = circle.iter().enumerate().min_by_key(|(_, resource)| resource.index).map_or(0, |(place, _)| place);
    circle.rotate_left(first);
    circle
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn program(resources: Value) -> Program {
        Program::of_document(serde_json::from_value(json!({ "resources": resources })).unwrap())
    }

    fn names(program: &Program) -> Vec<String> {
        let joined = |circle: Vec<&Resource>| circle.iter().map(|resource| resource.name.as_str()).collect::<String>();
        circles(program).into_iter().map(joined).collect()
    }

    fn project(name: &str, depends_on: &[&str]) -> Value {
        json!({ "kind": "Project", "name": name, "dependsOn": depends_on })
    }

    #[test]
    fn circles_are_found_once_and_begin_with_the_first() {
        assert_eq!(names(&program(json!([project("a", &["a"])]))), ["a"]);
        let three = json!([project("x", &[]), project("b", &["c"]), project("c", &["a"]), project("a", &["b", "x"])]);
        assert_eq!(names(&program(three)), ["bca"]);
        let diamond = json!([project("a", &["b", "c"]), project("b", &["d"]), project("c", &["d"]), project("d", &[])]);
        assert_eq!(names(&program(diamond)), [""; 0]);
    }

    #[test]
    fn a_long_chain_is_no_trouble() {
        let name = |i: usize| format!("p{i}");
        let chain: Vec<Value> = (0..50_000).map(|i| project(&name(i), &[&name((i + 1) % 50_000)])).collect();
        assert_eq!(circles(&program(json!(chain))).iter().map(Vec::len).collect::<Vec<_>>(), [50_000]);
    }
}
