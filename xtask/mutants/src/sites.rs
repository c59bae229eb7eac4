//! Where the changes are in the syntax of a file.

use std::collections::BTreeSet;
use std::ops::Range;

use anyhow::Context as _;
use proc_macro2::LineColumn;
use syn::spanned::Spanned as _;
use syn::visit::{self, Visit};

use crate::mutant::{Genre, Mutant, Position};

/// What is woven into the source for one change or several.
#[derive(Debug)]
pub enum Weave {
    /// An expression is chosen among the one that was written and these.
    Choice(Vec<(u32, String)>),
    /// At the beginning of a function: return this instead.
    Return(Vec<(u32, String)>),
    /// At the end of a pattern without guard: never, with this change.
    Guard(u32),
    /// Around a guard: never, with this change.
    AroundGuard(u32),
    /// Nothing stands here: a function is none for constants.
    Nothing,
}

/// A part of the source, in bytes, and what is woven into it.
#[derive(Debug)]
pub struct Site {
    /// Empty for what is only inserted.
    pub range: Range<usize>,
    /// What is woven in.
    pub weave: Weave,
}

/// The lines of a file as bytes of it.
struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, starts }
    }

    fn byte(&self, line: usize, column: usize) -> usize {
        let start = self.starts.get(line - 1).copied().unwrap_or(self.text.len());
        let rest = self.text.get(start..).unwrap_or_default();
        start + rest.char_indices().nth(column).map_or(rest.len(), |(at, _)| at)
    }

    fn of(&self, at: Position) -> usize {
        self.byte(at.line, at.column - 1)
    }

    fn range(&self, span: proc_macro2::Span) -> Range<usize> {
        let of = |at: LineColumn| self.byte(at.line, at.column);
        of(span.start())..of(span.end())
    }
}

/// What was found in one file.
#[derive(Debug, Default)]
pub struct Found {
    /// In no order.
    pub sites: Vec<Site>,
    /// Changes that cannot compile: another operator in a chain of `let`, a `match` with too few arms.
    pub impossible: Vec<u32>,
    /// Changes that cannot be chosen at run time: in constants, guards with `let`, functions that return `impl`.
    pub apart: Vec<u32>,
}

/// Finds the place of each change. Numbers are those of the list; functions of these names are called in constants.
pub fn find(text: &str, mutants: &[(u32, &Mutant)], constants: &BTreeSet<String>) -> anyhow::Result<Found> {
    let file = syn::parse_file(text).context("the source does not parse")?;
    let lines = Lines::new(text);
    let wanted = mutants
        .iter()
        .map(|(number, mutant)| Wanted {
            number: *number,
            mutant,
            range: lines.of(mutant.span.start)..lines.of(mutant.span.end),
            is_found: false,
        })
        .collect();
    let mut search = Search { lines: &lines, wanted, found: Found::default(), called: constants, constants: 0 };
    search.visit_file(&file);
    let Search { wanted, mut found, .. } = search;
    found.apart.extend(wanted.iter().filter(|wanted| !wanted.is_found).map(|wanted| wanted.number));
    Ok(found)
}

struct Wanted<'a> {
    number: u32,
    mutant: &'a Mutant,
    range: Range<usize>,
    is_found: bool,
}

struct Search<'a> {
    lines: &'a Lines<'a>,
    wanted: Vec<Wanted<'a>>,
    found: Found,
    /// Functions that are called in constants.
    called: &'a BTreeSet<String>,
    /// How many constants, or functions for constants, are around.
    constants: usize,
}

impl Search<'_> {
    /// The changes of this kind at this place, taken once.
    fn take(&mut self, genre: Genre, is_here: impl Fn(&Range<usize>) -> bool) -> Vec<(u32, String, Range<usize>)> {
        let mut taken = Vec::new();
        for wanted in &mut self.wanted {
            if wanted.mutant.genre == genre && !wanted.is_found && is_here(&wanted.range) {
                wanted.is_found = true;
                taken.push((wanted.number, wanted.mutant.replacement.clone(), wanted.range.clone()));
            }
        }
        if self.constants > 0 {
            self.found.apart.extend(taken.iter().map(|(number, ..)| *number));
            taken.clear();
        }
        taken
    }

    fn text(&self, range: Range<usize>) -> &str {
        self.lines.text.get(range).unwrap_or_default()
    }

    fn choose(&mut self, range: Range<usize>, variants: Vec<(u32, String)>) {
        if !variants.is_empty() {
            self.found.sites.push(Site { range, weave: Weave::Choice(variants) });
        }
    }

    fn body(&mut self, signature: &syn::Signature, block: &syn::Block) {
        let body = self.lines.range(block.span());
        let taken = self.take(Genre::FnValue, |range| body.contains(&range.start) && range.end <= body.end);
        let returns_impl = matches!(&signature.output, syn::ReturnType::Type(_, kind)
            if matches!(**kind, syn::Type::ImplTrait(_)));
        if returns_impl {
            self.found.apart.extend(taken.iter().map(|(number, ..)| *number));
        } else if let Some((.., range)) = taken.first() {
            let at = range.start;
            let variants = taken.into_iter().map(|(number, text, _)| (number, text)).collect();
            self.found.sites.push(Site { range: at..at, weave: Weave::Return(variants) });
        }
    }

    /// Whether a function is called in constants; one that only could be is made a function like others.
    fn stays_constant(&mut self, signature: &syn::Signature) -> bool {
        let Some(keyword) = &signature.constness else { return false };
        if self.called.contains(&signature.ident.to_string()) {
            return true;
        }
        let range = self.lines.range(keyword.span());
        self.found.sites.push(Site { range, weave: Weave::Nothing });
        false
    }

    fn within_constant(&mut self, is_constant: bool, visit: impl FnOnce(&mut Self)) {
        self.constants += usize::from(is_constant);
        visit(self);
        self.constants -= usize::from(is_constant);
    }
}

/// Whether a chain of conditions binds something.
fn binds(expression: &syn::Expr) -> bool {
    match expression {
        syn::Expr::Let(_) => true,
        syn::Expr::Binary(binary) if matches!(binary.op, syn::BinOp::And(_)) => {
            binds(&binary.left) || binds(&binary.right)
        }
        _ => false,
    }
}

/// Whether a pattern fits whatever there is.
const fn catches_all(pattern: &syn::Pat) -> bool {
    match pattern {
        syn::Pat::Wild(_) => true,
        syn::Pat::Ident(name) => name.subpat.is_none(),
        _ => false,
    }
}

impl<'ast> Visit<'ast> for Search<'_> {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        let is_constant = self.stays_constant(&item.sig);
        self.within_constant(is_constant, |search| {
            visit::visit_item_fn(search, item);
            search.body(&item.sig, &item.block);
        });
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        let is_constant = self.stays_constant(&item.sig);
        self.within_constant(is_constant, |search| {
            visit::visit_impl_item_fn(search, item);
            search.body(&item.sig, &item.block);
        });
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        visit::visit_trait_item_fn(self, item);
        if let Some(block) = &item.default {
            self.body(&item.sig, block);
        }
    }

    fn visit_item_const(&mut self, item: &'ast syn::ItemConst) {
        self.within_constant(true, |search| visit::visit_item_const(search, item));
    }

    fn visit_impl_item_const(&mut self, item: &'ast syn::ImplItemConst) {
        self.within_constant(true, |search| visit::visit_impl_item_const(search, item));
    }

    fn visit_item_static(&mut self, item: &'ast syn::ItemStatic) {
        self.within_constant(true, |search| visit::visit_item_static(search, item));
    }

    fn visit_expr_binary(&mut self, binary: &'ast syn::ExprBinary) {
        let operator = self.lines.range(binary.op.span());
        let taken = self.take(Genre::BinaryOperator, |range| *range == operator);
        if binds(&binary.left) || binds(&binary.right) && matches!(binary.op, syn::BinOp::And(_)) {
            self.found.impossible.extend(taken.iter().map(|(number, ..)| *number));
        } else {
            let (left, right) = (self.lines.range(binary.left.span()), self.lines.range(binary.right.span()));
            let (left, right) = (self.text(left).to_string(), self.text(right).to_string());
            let is_assignment = self.text(operator).ends_with('=')
                && !matches!(self.text(self.lines.range(binary.op.span())), "==" | "<=" | ">=" | "!=");
            let variant = |operator: &str| {
                if is_assignment {
                    format!("{left} {operator} {right}")
                } else {
                    format!("({left}) {operator} ({right})")
                }
            };
            let variants = taken.into_iter().map(|(number, operator, _)| (number, variant(&operator))).collect();
            self.choose(self.lines.range(binary.span()), variants);
        }
        visit::visit_expr_binary(self, binary);
    }

    fn visit_expr_unary(&mut self, unary: &'ast syn::ExprUnary) {
        let operator = self.lines.range(unary.op.span());
        let taken = self.take(Genre::UnaryOperator, |range| range.start == operator.start);
        let operand = self.text(self.lines.range(unary.expr.span())).to_string();
        let variants = taken.into_iter().map(|(number, ..)| (number, operand.clone())).collect();
        self.choose(self.lines.range(unary.span()), variants);
        visit::visit_expr_unary(self, unary);
    }

    fn visit_expr_struct(&mut self, value: &'ast syn::ExprStruct) {
        let whole = self.lines.range(value.span());
        for field in &value.fields {
            let at = self.lines.range(field.span()).start;
            for (number, _, range) in self.take(Genre::StructField, |range| range.start == at) {
                let text = format!("{}{}", self.text(whole.start..range.start), self.text(range.end..whole.end));
                self.choose(whole.clone(), vec![(number, text)]);
            }
        }
        visit::visit_expr_struct(self, value);
    }

    fn visit_expr_match(&mut self, choice: &'ast syn::ExprMatch) {
        let is_left = |arm: &syn::Arm| arm.guard.is_none() && catches_all(&arm.pat);
        if !choice.arms.iter().any(is_left) {
            // cargo-mutants takes `_ if` for an arm that catches the rest.
            for arm in choice.arms.iter().filter(|arm| arm.guard.is_none()) {
                let at = self.lines.range(arm.span()).start;
                let removed = self.take(Genre::MatchArm, |range| range.start == at);
                self.found.impossible.extend(removed.iter().map(|(number, ..)| *number));
            }
        }
        visit::visit_expr_match(self, choice);
    }

    fn visit_arm(&mut self, arm: &'ast syn::Arm) {
        let whole = self.lines.range(arm.span());
        let pattern = self.lines.range(arm.pat.span());
        let guard = arm.guard.as_ref().map(|(_, guard)| guard);
        let binds = guard.is_some_and(|guard| binds(guard));
        let guard = guard.map(|guard| self.lines.range(guard.span()));
        let removed = self.take(Genre::MatchArm, |range| range.start == whole.start || range.start == pattern.start);
        let replaced = match guard.clone() {
            Some(guard) => self.take(Genre::MatchArmGuard, |range| range.start == guard.start),
            None => Vec::new(),
        };
        // What fits always cannot have a guard: nothing would be left for the rest.
        let fits_always = guard.is_none() && matches!(arm.pat, syn::Pat::Ident(_)) && catches_all(&arm.pat);
        if binds || fits_always {
            self.found.apart.extend(removed.iter().chain(&replaced).map(|(number, ..)| *number));
        } else {
            for (number, ..) in removed {
                let (range, weave) = match &guard {
                    Some(guard) => (guard.clone(), Weave::AroundGuard(number)),
                    None => (pattern.end..pattern.end, Weave::Guard(number)),
                };
                self.found.sites.push(Site { range, weave });
            }
            if let Some(guard) = guard {
                self.choose(guard, replaced.into_iter().map(|(number, text, _)| (number, text)).collect());
            }
        }
        visit::visit_arm(self, arm);
    }
}
