//! In which order the resources of a program are made: what each waits for.

use std::collections::{BTreeSet, VecDeque};

use super::program::Program;
use super::resource::{Resource, State};
use crate::collect;

/// Of one name, more resources than this are not looked at: a sound program has one of each kind.
const MOST_OF_ONE_NAME: usize = 20;

/// What is made before what: a resource is made after those that it refers to or depends on. By index.
#[derive(Debug)]
pub struct Order {
    /// Those made before each resource, one step away.
    before: Vec<Vec<usize>>,
    /// Those made after each resource, one step away.
    after: Vec<Vec<usize>>,
}

impl Order {
    /// Every order that may be meant. `dependsOn` has names only: where several kinds have one of that name, any may be.
    pub fn possible(program: &Program) -> Self {
        Self::of(program, MOST_OF_ONE_NAME)
    }

    /// The order that is meant for certain.
    fn certain(program: &Program) -> Self {
        Self::of(program, 1)
    }

    /// Follows names that this many resources have at most.
    fn of(program: &Program, most: usize) -> Self {
        let named = |name: &str| {
            let named: Vec<usize> = program.all_named(name).take(most.saturating_add(1)).collect();
            if named.len() <= most { named } else { Vec::new() }
        };
        let count = program.resources.len();
        let mut order = Self { before: vec![Vec::new(); count], after: vec![Vec::new(); count] };
        for resource in &program.resources {
            let mut earlier: Vec<usize> = resource.depends_on.iter().flat_map(|name| named(name)).collect();
            resource.walk(&mut |_, property, slot| {
                let State::Reference(reference) = &slot.state else { return };
                match property.refers_to.and_then(|kind| program.referred(kind, reference)) {
                    Some(other) => earlier.push(other.index),
                    None => earlier.extend(named(&reference.name)),
                }
            });
            for other in &earlier {
                if let Some(later) = order.after.get_mut(*other) {
                    later.push(resource.index);
                }
            }
            if let Some(before) = order.before.get_mut(resource.index) {
                *before = earlier;
            }
        }
        order
    }

    /// Those of some resources that may be made at the same time as the given one: neither before nor after it, however
    /// far away. None where the way to them would be longer than [`MOST_STEPS`].
    pub fn beside(&self, index: usize, others: impl IntoIterator<Item = usize>) -> BTreeSet<usize> {
        let mut left = collect::set(others);
        for steps in [&self.after, &self.before] {
            if !walk(steps, index, &mut left) {
                return BTreeSet::new();
            }
        }
        left
    }
}

/// Steps that are looked at from one resource, in each direction: many resources in one long chain stay fast.
const MOST_STEPS: usize = 5_000;

/// Removes what can be reached from a resource, the nearest first, until nothing is left to find. Each is visited once,
/// so that a cycle does no harm. False when the way is too long to be walked to its end.
fn walk(steps: &[Vec<usize>], from: usize, left: &mut BTreeSet<usize>) -> bool {
    let mut seen = collect::set([from]);
    let mut open = VecDeque::from([from]);
    while let Some(index) = open.pop_front() {
        for next in steps.get(index).into_iter().flatten().filter(|next| seen.insert(**next)) {
            left.remove(next);
            open.push_back(*next);
        }
        if left.is_empty() {
            return true;
        }
        if seen.len() > MOST_STEPS {
            return false;
        }
    }
    true
}

/// What is known of a resource on the way through a program.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Unseen,
    /// On the way that is being walked.
    Open,
    Done,
}

/// The cycles in which resources wait for each other, each beginning with the resource that stands first in the
/// program. Of cycles that share a resource only one is given: to break it is the next thing to do. So time and memory
/// grow with the number of references, and nothing is called by itself, however long a chain is.
pub fn cycles(program: &Program) -> Vec<Vec<&Resource>> {
    // A program without `dependsOn` can only have a cycle through a reference to the wrong kind, which has its own rule.
    if program.resources.iter().all(|resource| resource.depends_on.is_empty()) {
        return Vec::new();
    }
    let order = Order::certain(program);
    let earlier = |index: usize| order.before.get(index).into_iter().flatten().copied();
    let mut marks = vec![Mark::Unseen; program.resources.len()];
    let mut known = BTreeSet::new();
    let mut cycles = Vec::new();
    for start in 0..program.resources.len() {
        if marks.get(start) != Some(&Mark::Unseen) {
            continue;
        }
        let mut next = Some(start);
        let mut way = Vec::new();
        loop {
            if let Some(index) = next.take() {
                mark(&mut marks, index, Mark::Open);
                way.push((index, earlier(index)));
            }
            let Some((index, others)) = way.last_mut() else { break };
            match others.next() {
                None => {
                    mark(&mut marks, *index, Mark::Done);
                    way.pop();
                }
                Some(other) => match marks.get(other) {
                    Some(Mark::Unseen) => next = Some(other),
                    Some(Mark::Open) => {
                        let inside = way.iter().rev().map(|(index, _)| *index);
                        if let Some(cycle) = new_cycle(inside, other, &mut known) {
                            let cycle = cycle.into_iter().filter_map(|index| program.resources.get(index));
                            cycles.push(from_the_first(cycle.collect()));
                        }
                    }
                    _ => {}
                },
            }
        }
    }
    cycles
}

/// The way from `other` to the innermost resource, when none of it is in a cycle that is known. `inside` is the way,
/// from the inside out. Whatever is looked at counts as known from then on.
fn new_cycle(inside: impl Iterator<Item = usize>, other: usize, known: &mut BTreeSet<usize>) -> Option<Vec<usize>> {
    let mut cycle = Vec::new();
    for index in inside {
        if !known.insert(index) {
            return None;
        }
        cycle.push(index);
        if index == other {
            break;
        }
    }
    cycle.reverse();
    Some(cycle)
}

fn mark(marks: &mut [Mark], index: usize, mark: Mark) {
    if let Some(slot) = marks.get_mut(index) {
        *slot = mark;
    }
}

/// The same cycle, beginning with the resource that stands first in the program.
#[allow(clippy::disallowed_methods, reason = "the place is one in the cycle")]
fn from_the_first(mut cycle: Vec<&Resource>) -> Vec<&Resource> {
    let first = cycle.iter().enumerate().min_by_key(|(_, resource)| resource.index).map_or(0, |(place, _)| place);
    cycle.rotate_left(first);
    cycle
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn program(resources: Value) -> Program {
        Program::of_document(serde_json::from_value(json!({ "resources": resources })).unwrap())
    }

    fn names(program: &Program) -> Vec<String> {
        let joined = |cycle: Vec<&Resource>| cycle.iter().map(|resource| resource.name.as_str()).collect::<String>();
        cycles(program).into_iter().map(joined).collect()
    }

    fn project(name: &str, depends_on: &[&str]) -> Value {
        json!({ "kind": "Project", "name": name, "dependsOn": depends_on })
    }

    #[test]
    fn cycles_are_found_once_and_begin_with_the_first() {
        assert_eq!(names(&program(json!([project("a", &["a"])]))), ["a"]);
        let three = json!([project("x", &[]), project("b", &["c"]), project("c", &["a"]), project("a", &["b", "x"])]);
        assert_eq!(names(&program(three)), ["bca"]);
        let joined =
            json!([project("a", &["b"]), project("b", &["a", "c"]), project("c", &["b"]), project("d", &["d"])]);
        assert_eq!(names(&program(joined)), ["ab", "d"]);
        let diamond = json!([project("a", &["b", "c"]), project("b", &["d"]), project("c", &["d"]), project("d", &[])]);
        assert_eq!(names(&program(diamond)), [""; 0]);
    }

    #[test]
    fn what_has_no_order_is_beside() {
        let chain: Vec<Value> = (0..20_000).map(|i| project(&format!("p{i}"), &[&format!("p{}", i + 1)])).collect();
        let program = program(json!(chain));
        let order = Order::possible(&program);
        assert_eq!(order.beside(10, [0, 11, 15, 3000]), BTreeSet::new());
        assert_eq!(order.beside(10, [19_999]), BTreeSet::new(), "too far away to say");
        let order =
            Order::possible(&self::program(json!([project("a", &["b"]), project("b", &[]), project("c", &["b"])])));
        assert_eq!(order.beside(0, [1, 2]), BTreeSet::from([2]));
    }

    #[test]
    fn a_chain_is_walked_up_to_its_limit() {
        for (length, beside) in [(MOST_STEPS, BTreeSet::from([MOST_STEPS])), (MOST_STEPS + 1, BTreeSet::new())] {
            let mut chain: Vec<Value> =
                (0..length).map(|i| project(&format!("p{i}"), &[&format!("p{}", i + 1)])).collect();
            chain.push(project("alone", &[]));
            assert_eq!(Order::possible(&program(json!(chain))).beside(0, [length]), beside, "{length}");
        }
    }

    #[test]
    fn a_long_chain_is_no_trouble() {
        let name = |i: usize| format!("p{i}");
        let chain: Vec<Value> = (0..50_000).map(|i| project(&name(i), &[&name((i + 1) % 50_000)])).collect();
        assert_eq!(cycles(&program(json!(chain))).iter().map(Vec::len).collect::<Vec<_>>(), [50_000]);
    }
}
