//! The order in which the resources of a program are created, and its cycles.

use std::collections::{BTreeSet, VecDeque};

use super::program::Program;
use super::resource::Resource;
use crate::collect;

/// Maximum number of resources of one name that are followed: a correct program has one of each kind.
const MAX_OF_ONE_NAME: usize = 20;

/// What is created before what, by index: a resource is created after those that it refers to or depends on.
#[derive(Debug)]
pub struct Order {
    /// The resources that each resource refers to or depends on.
    dependencies: Vec<Vec<usize>>,
    /// The resources that refer to or depend on each resource.
    dependents: Vec<Vec<usize>>,
}

impl Order {
    /// Every order that may be meant.
    ///
    /// `dependsOn` contains only names: if resources of several kinds have that name, any of them may be meant.
    pub fn possible(program: &Program) -> Self {
        Self::of(dependencies(program, MAX_OF_ONE_NAME))
    }

    /// Of what each resource is created after.
    fn of(dependencies: Vec<Vec<usize>>) -> Self {
        let mut dependents = vec![Vec::new(); dependencies.len()];
        for (index, others) in dependencies.iter().enumerate() {
            for other in others {
                if let Some(dependents) = dependents.get_mut(*other) {
                    dependents.push(index);
                }
            }
        }
        Self { dependencies, dependents }
    }

    /// Those of some resources that may be created at the same time as the given one.
    ///
    /// These are neither before nor after it, at any distance. None if the search would take more than `MAX_STEPS`.
    pub fn beside(&self, index: usize, others: impl IntoIterator<Item = usize>) -> BTreeSet<usize> {
        let mut left = collect::set(others);
        for steps in [&self.dependents, &self.dependencies] {
            if !walk(steps, index, &mut left) {
                return BTreeSet::new();
            }
        }
        left
    }
}

/// The resources that each resource refers to or depends on. Follows the names that at most `max` resources have.
fn dependencies(program: &Program, max: usize) -> Vec<Vec<usize>> {
    let add = |dependencies: &mut Vec<usize>, name: &str| {
        let before = dependencies.len();
        dependencies.extend(program.all_named(name).take(max + 1));
        if dependencies.len() > before + max {
            dependencies.truncate(before);
        }
    };
    let of = |resource: &Resource| {
        let mut dependencies = Vec::new();
        resource.depends_on.iter().for_each(|name| add(&mut dependencies, name));
        for (property, reference) in resource.references() {
            match property.refers_to.and_then(|kind| program.referred(kind, reference)) {
                Some(other) => dependencies.push(other.index),
                None => add(&mut dependencies, &reference.name),
            }
        }
        dependencies
    };
    program.resources.iter().map(of).collect()
}

/// Maximum number of resources that one search visits: many resources in one long chain stay fast.
const MAX_STEPS: usize = 5_000;

/// Removes what can be reached from a resource, the nearest first, until nothing is left to find.
///
/// Each resource is visited once, so that cycles are harmless. False if there are too many to visit.
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
        if seen.len() > MAX_STEPS {
            return false;
        }
    }
    true
}

/// How far the search for cycles is with a resource.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Unseen,
    /// On the path that is being followed.
    Open,
    Done,
}

/// The dependency cycles of a program, each beginning with the resource that comes first in the program.
///
/// Of cycles that share a resource, only one is given: breaking it is the next thing to do. So time and memory grow with
/// the number of references. Nothing recurses, however long a chain is.
pub fn cycles(program: &Program) -> Vec<Vec<&Resource>> {
    // Without `dependsOn`, only a reference to the wrong kind can make a cycle, and that has a rule of its own.
    if program.resources.iter().all(|resource| resource.depends_on.is_empty()) {
        return Vec::new();
    }
    // Those that are meant for certain.
    let certain = dependencies(program, 1);
    let dependencies = |index: usize| certain.get(index).into_iter().flatten().copied();
    let mut marks = vec![Mark::Unseen; program.resources.len()];
    let mut known = BTreeSet::new();
    let mut cycles = Vec::new();
    for start in 0..program.resources.len() {
        if marks.get(start) != Some(&Mark::Unseen) {
            continue;
        }
        let mut next = Some(start);
        let mut path = Vec::new();
        loop {
            if let Some(index) = next.take() {
                mark(&mut marks, index, Mark::Open);
                path.push((index, dependencies(index)));
            }
            let Some((index, others)) = path.last_mut() else { break };
            match others.next() {
                None => {
                    mark(&mut marks, *index, Mark::Done);
                    path.pop();
                }
                Some(other) => match marks.get(other) {
                    Some(Mark::Unseen) => next = Some(other),
                    Some(Mark::Open) => {
                        let reversed = path.iter().rev().map(|(index, _)| *index);
                        if let Some(cycle) = new_cycle(reversed, other, &mut known) {
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

/// The part of a path that begins with `other`, unless some of it is in a known cycle.
///
/// The path is given in reverse order. Every resource that is looked at counts as known from then on.
fn new_cycle(reversed: impl Iterator<Item = usize>, other: usize, known: &mut BTreeSet<usize>) -> Option<Vec<usize>> {
    let mut cycle = Vec::new();
    for index in reversed {
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

/// The same cycle, beginning with the resource that comes first in the program.
fn from_the_first(mut cycle: Vec<&Resource>) -> Vec<&Resource> {
    let start = cycle.iter().enumerate().min_by_key(|(_, resource)| resource.index).map_or(0, |(start, _)| start);
    cycle.rotate_left(start);
    cycle
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn program(resources: Value) -> Program {
        Program::of_document(&serde_json::from_value(json!({ "resources": resources })).unwrap())
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
    fn resources_without_an_order_are_beside_each_other() {
        let chain: Vec<Value> = (0..20_000).map(|i| project(&format!("p{i}"), &[&format!("p{}", i + 1)])).collect();
        let program = program(json!(chain));
        let order = Order::possible(&program);
        assert_eq!(order.beside(10, [0, 11, 15, 3000]), BTreeSet::new());
        assert_eq!(order.beside(10, [19_999]), BTreeSet::new(), "too far away to be searched");
        let order =
            Order::possible(&self::program(json!([project("a", &["b"]), project("b", &[]), project("c", &["b"])])));
        assert_eq!(order.beside(0, [1, 2]), BTreeSet::from([2]));
    }

    #[test]
    fn a_chain_is_searched_up_to_the_limit() {
        for (length, beside) in [(MAX_STEPS, BTreeSet::from([MAX_STEPS])), (MAX_STEPS + 1, BTreeSet::new())] {
            let mut chain: Vec<Value> =
                (0..length).map(|i| project(&format!("p{i}"), &[&format!("p{}", i + 1)])).collect();
            chain.push(project("alone", &[]));
            assert_eq!(Order::possible(&program(json!(chain))).beside(0, [length]), beside, "{length}");
        }
    }

    #[test]
    fn a_long_cycle_is_found() {
        let name = |i: usize| format!("p{i}");
        let chain: Vec<Value> = (0..50_000).map(|i| project(&name(i), &[&name((i + 1) % 50_000)])).collect();
        assert_eq!(cycles(&program(json!(chain))).iter().map(Vec::len).collect::<Vec<_>>(), [50_000]);
    }
}
