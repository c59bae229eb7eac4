//! The boundary: a question and its values come as bytes, and the answer goes as bytes. Pure, and native like everything else;
//! JavaScript reaches it through the one file `wasm.rs`.
//!
//! Nothing is kept between calls. Expected problems are part of the answer; an option or argument that is invalid is refused.

pub mod codec;

mod answer;
mod arithmetic;
mod builders;
mod facts;
mod planners;

pub use answer::Outcome;
pub use arithmetic::{BetweenOptions, NextOptions, PreviousOptions};
pub use facts::{Fact, kind_of, kinds, rules};

use answer::{Answer, answered, empty};
use codec::Values;

use crate::diagnostic::Report;
use crate::model::program::Program;
use crate::rules::check_read;

/// Defines [`Question`], what answers each, and which module of WebAssembly has that.
macro_rules! questions {
    ($($(#[$about:meta])+ $module:ident $call:ident { $($(#[$doc:meta])+ $name:ident => $answer:path,)+ })+) => {
        /// What can be asked, each with the values that its input has, in their order.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Question {
            $($($(#[$doc])+ $name,)+)+
        }

        /// The modules of WebAssembly. Each answers its own questions and has only the code for these, so that who asks
        /// one of them does not load the others.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Module {
            $($(#[$about])+ $module,)+
        }

        impl Module {
            /// All, in the order of their questions.
            pub const ALL: [Self; [$(stringify!($module)),+].len()] = [$(Self::$module),+];

            /// What it is asked.
            #[must_use]
            pub const fn questions(self) -> &'static [Question] {
                match self {
                    $(Self::$module => &[$(Question::$name),+],)+
                }
            }
        }

        impl Question {
            /// All, in the order of their numbers.
            pub const ALL: [Self; [$($(stringify!($name)),+),+].len()] = [$($(Self::$name),+),+];

            fn from_number(number: u8) -> Option<Self> {
                Self::ALL.get(usize::from(number)).copied()
            }
        }

        $(
            /// As [`call`], for the questions of one module; a question of another one is malformed.
            #[must_use]
            pub fn $call(question: u8, input: &[u8]) -> Vec<u8> {
                match Question::from_number(question) {
                    $(Some(Question::$name) => answered(input, $answer),)+
                    _ => empty(Outcome::Malformed),
                }
            }
        )+

        fn answer(question: Question, input: &[u8]) -> Vec<u8> {
            match question {
                $($(Question::$name)|+ => $call(question as u8, input),)+
            }
        }
    };
}

questions! {
    /// Checks of programs, builders, and the facts about the cloud.
    Core call_core {
        /// What is wrong with a program: a document and options.
        Check => check,
        /// What completes the args of a builder's call, and what is wrong with them: the kind, options and args. No value when
        /// there is nothing to say.
        Build => builders::build,
        /// The same once the Outputs and promises among the args have been resolved: args in the notation of a document.
        BuildResolved => builders::build_resolved,
        /// The facts about the cloud, with what the options add: the options.
        Catalogue => facts::catalogue,
    }
    /// Arithmetic with CIDR blocks and schedules.
    Arithmetic call_arithmetic {
        /// What a CIDR block is: its text.
        CidrParse => arithmetic::cidr_parse,
        /// Whether the first of two CIDR blocks contains the second.
        CidrContains => arithmetic::cidr_contains,
        /// Whether two CIDR blocks have an address in common.
        CidrOverlaps => arithmetic::cidr_overlaps,
        /// The parts of a CIDR block: its text and their prefix length.
        CidrSplit => arithmetic::cidr_split,
        /// For every CIDR block of a list that overlaps one before it: its index and that of the first one that it overlaps.
        CidrOverlapping => arithmetic::cidr_overlapping,
        /// The best free CIDR block: the pool, a list of what is taken, the prefix length. No value where there is no room.
        CidrNextFree => arithmetic::cidr_next_free,
        /// What a schedule is: its text.
        ScheduleParse => arithmetic::schedule_parse,
        /// The next runs of a schedule: its text, and the options `after` and `count`.
        ScheduleNext => arithmetic::schedule_next,
        /// The last runs of a schedule, latest first: its text, and the options `before` and `count`.
        SchedulePrevious => arithmetic::schedule_previous,
        /// The runs of a schedule between two times, both included: its text, and the options `from` and `to`.
        ScheduleBetween => arithmetic::schedule_between,
        /// Whether two schedules run at the same times.
        ScheduleEquals => arithmetic::schedule_equals,
        /// The fewest minutes between a run of one schedule and a run of another.
        ScheduleDistance => arithmetic::schedule_distance,
        /// Whether two schedules start nearer to each other than the jobs of one cluster should.
        ScheduleClash => arithmetic::schedule_clash,
    }
    /// Plans: of addresses, clusters, backups and changes.
    Planner call_planner {
        /// Address blocks for networks: the request and options.
        PlanAddressSpace => planners::plan_address_space,
        /// The smallest cluster that a workload fits: the workload and options.
        RecommendCluster => planners::recommend_cluster,
        /// Scheduled backups that meet objectives: the request and options.
        PlanBackups => planners::plan_backups,
        /// What the jobs of one cluster do over time: the request and options.
        SimulateBackups => planners::simulate_backups,
        /// What a change does to what exists: the sides before and after, and options.
        PlanChange => planners::plan_change,
        /// What a change does that an engine has planned: the documents before and after, what the engine says of each resource,
        /// and options.
        PlanPreview => planners::plan_preview,
        /// Whether a value is what `pulumi preview --json` prints: no value if it is, else it is refused.
        CheckPreview => planners::check_preview,
    }
}

/// Answers the question of this number: its input is a message, the answer a byte of [`Outcome`] and a message.
///
/// ```
/// use eventstorecloud_planner::ffi::codec::{pack, write};
/// use eventstorecloud_planner::ffi::{Outcome, Question, call};
/// use eventstorecloud_planner::model::raw::Raw;
///
/// let block = |text: &str| Raw::Text(text.to_string());
/// let answer = call(Question::CidrContains as u8, &pack(&[block("10.0.0.0/8"), block("10.1.0.0/16")]));
/// assert_eq!(answer, write(&[Outcome::Success as u8], &true)?);
/// assert_eq!(call(255, &[])[0], Outcome::Malformed as u8);
/// # Ok::<(), eventstorecloud_planner::ffi::codec::Unwritable>(())
/// ```
#[must_use]
pub fn call(question: u8, input: &[u8]) -> Vec<u8> {
    Question::from_number(question).map_or_else(|| empty(Outcome::Malformed), |known| answer(known, input))
}

fn check(values: &mut Values<'_>) -> Answer<Report> {
    let (program, options) = (Program::read(values), values.whole()?);
    Ok(Some(check_read(program, &options)?))
}
