//! Two modules out of one: what only some of its exports need becomes a module of its own, loaded when one of them is called.
//!
//! They are linked as one module, so nothing is in both. The linker's relocations say which functions and constants every
//! function and constant names; what is not reached from the other exports is only needed by those that go. The second
//! module imports the memory, the table of functions and what it calls from an instance of the first, and fills in its own
//! constants and places of the table when it is made.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hasher as _};
use std::ops::Range;

use anyhow::{Context as _, bail};
use walrus::ir::{self, Value, Visitor};
use walrus::{
    ConstExpr, DataKind, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId, FunctionKind, GlobalId,
    GlobalKind, ImportKind, LocalFunction, Module, ModuleConfig, TableId, ValType,
};
use wasmparser::{
    DataKind as ParsedData, ElementItems as ParsedItems, ElementKind as ParsedKind, ExternalKind, KnownCustom, Linking,
    Operator, Parser, Payload, RelocationType, SymbolInfo, TypeRef,
};

/// The name under which the second module imports the first.
const FIRST: &str = "core";

/// A hole in the constants of the first module is filled with zeros when that is shorter than the head of a new segment.
const SHORT_HOLE: u32 = 12;

/// What only the exports that go need, of what the code names by numbers: these survive every optimisation.
#[derive(Debug, Default)]
pub struct Going {
    /// The places of the table.
    slots: BTreeSet<u32>,
    /// The addresses of constants; in order and apart.
    addresses: Vec<Range<u32>>,
}

/// A function by its index, or a constant by its address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Node {
    Function(u32),
    Constant(u32),
}

/// A linked module, as its relocations tell.
#[derive(Default)]
struct Linked {
    exports: BTreeMap<String, u32>,
    slots: BTreeMap<u32, u32>,
    /// Where each function's body lies in the file, with its index.
    bodies: Vec<(Range<usize>, u32)>,
    /// Where each segment lies in the file, with its address.
    segments: Vec<(Range<usize>, u32)>,
    symbols: Vec<Option<Node>>,
    /// The lengths of the constants, by their addresses.
    constants: BTreeMap<u32, u32>,
    /// What names what: the place in the file, what it names, and whether as a place of the table.
    relocations: Vec<(usize, u32, bool)>,
}

/// What only the exports of these names need. The module must have been linked with `--emit-relocs`.
pub fn going(linked: &[u8], exports: &[&str]) -> anyhow::Result<Going> {
    let linked = Linked::read(linked)?;
    if linked.relocations.is_empty() {
        bail!("the linker has written no relocations");
    }
    let mut named: BTreeMap<Node, Vec<(Node, bool)>> = BTreeMap::new();
    for (place, symbol, is_slot) in &linked.relocations {
        let (Some(from), Some(to)) = (linked.at(*place), linked.symbols.get(*symbol as usize).copied().flatten())
        else {
            continue;
        };
        named.entry(from).or_default().push((to, *is_slot));
    }
    let mut kept_slots = BTreeSet::new();
    let mut reached = BTreeSet::new();
    let goes = |name: &str| exports.iter().any(|export| is_export(name, export));
    if !linked.exports.keys().any(|name| goes(name)) {
        bail!("the linked module does not export {exports:?}");
    }
    let roots = linked.exports.iter().filter(|(name, _)| !goes(name));
    let mut open: Vec<Node> = roots.map(|(_, function)| Node::Function(*function)).collect();
    while let Some(node) = open.pop() {
        if !reached.insert(node) {
            continue;
        }
        for (other, is_slot) in named.get(&node).into_iter().flatten() {
            open.push(*other);
            if let (true, Node::Function(function)) = (*is_slot, other) {
                kept_slots.insert(*function);
            }
        }
    }
    let slots = linked.slots.iter().filter(|(_, function)| !kept_slots.contains(function)).map(|(slot, _)| *slot);
    let (kept, gone): (Vec<_>, Vec<_>) = linked
        .constants
        .iter()
        .map(|(at, length)| *at..at + length)
        .partition(|at| reached.contains(&Node::Constant(at.start)));
    Ok(Going { slots: slots.collect(), addresses: without(&joined(gone), &joined(kept)) })
}

/// Until wasm-bindgen has read the module, the hash of a crate stands behind the name.
fn is_export(name: &str, export: &str) -> bool {
    name.strip_prefix(export).is_some_and(|rest| {
        rest.strip_prefix('_').is_some_and(|hash| hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
    })
}

impl Linked {
    fn read(bytes: &[u8]) -> anyhow::Result<Self> {
        let mut linked = Self::default();
        let (mut imported, mut code, mut data) = (0, 0, 0);
        for payload in Parser::new(0).parse_all(bytes) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::ExportSection(exports) => {
                    for export in exports {
                        let export = export?;
                        if export.kind == ExternalKind::Func {
                            linked.exports.insert(export.name.to_string(), export.index);
                        }
                    }
                }
                Payload::ElementSection(elements) => {
                    for element in elements {
                        let element = element?;
                        let ParsedKind::Active { offset_expr, .. } = element.kind else { continue };
                        let ParsedItems::Functions(functions) = element.items else { continue };
                        for (slot, function) in (constant(&offset_expr)?..).zip(functions) {
                            linked.slots.insert(slot, function?);
                        }
                    }
                }
                Payload::CodeSectionStart { range, .. } => code = range.start,
                Payload::CodeSectionEntry(body) => {
                    linked.bodies.push((body.range(), imported + u32::try_from(linked.bodies.len())?));
                }
                Payload::DataSection(segments) => {
                    data = segments.range().start;
                    for segment in segments {
                        let segment = segment?;
                        let ParsedData::Active { offset_expr, .. } = segment.kind else { bail!("a passive segment") };
                        let place = segment.range.end - segment.data.len()..segment.range.end;
                        linked.segments.push((place, constant(&offset_expr)?));
                    }
                }
                Payload::CustomSection(custom) => match custom.as_known() {
                    KnownCustom::Linking(sections) => {
                        for section in sections {
                            let Linking::SymbolTable(symbols) = section? else { continue };
                            for symbol in symbols {
                                let node = linked.symbol(&symbol?);
                                linked.symbols.push(node);
                            }
                        }
                    }
                    KnownCustom::Reloc(relocations) => {
                        let start = if custom.name() == "reloc.CODE" { code } else { data };
                        if !matches!(custom.name(), "reloc.CODE" | "reloc.DATA") {
                            continue;
                        }
                        for relocation in relocations.entries() {
                            let relocation = relocation?;
                            use RelocationType as R;
                            let is_slot = match relocation.ty {
                                R::FunctionIndexLeb | R::MemoryAddrLeb | R::MemoryAddrSleb | R::MemoryAddrI32 => false,
                                R::TableIndexSleb | R::TableIndexI32 => true,
                                R::TypeIndexLeb | R::GlobalIndexLeb | R::TableNumberLeb => continue,
                                other => bail!("a relocation of the type {other:?}"),
                            };
                            linked.relocations.push((start + relocation.offset as usize, relocation.index, is_slot));
                        }
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        Ok(linked)
    }

    fn symbol(&mut self, symbol: &SymbolInfo<'_>) -> Option<Node> {
        match symbol {
            SymbolInfo::Func { index, .. } => Some(Node::Function(*index)),
            SymbolInfo::Data { symbol: Some(defined), .. } => {
                let (_, start) = self.segments.get(defined.index as usize)?;
                let address = start + defined.offset;
                let length = self.constants.entry(address).or_default();
                *length = defined.size.max(*length);
                Some(Node::Constant(address))
            }
            _ => None,
        }
    }

    /// The function or constant at a place of the file.
    fn at(&self, place: usize) -> Option<Node> {
        let within = |ranges: &[(Range<usize>, u32)]| {
            let next = ranges.partition_point(|(range, _)| range.start <= place);
            let (range, value) = ranges.get(next.checked_sub(1)?)?;
            range.contains(&place).then(|| (place - range.start, *value))
        };
        if let Some((_, function)) = within(&self.bodies) {
            return Some(Node::Function(function));
        }
        let (offset, address) = within(&self.segments)?;
        let address = address + u32::try_from(offset).ok()?;
        let (start, length) = self.constants.range(..=address).next_back()?;
        (address < start + length).then_some(Node::Constant(*start))
    }
}

fn constant(expression: &wasmparser::ConstExpr<'_>) -> anyhow::Result<u32> {
    match expression.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(value.cast_unsigned()),
        other => bail!("{other:?} is no constant"),
    }
}

/// Ranges in order, those that touch as one.
fn joined(ranges: Vec<Range<u32>>) -> Vec<Range<u32>> {
    let mut joined: Vec<Range<u32>> = Vec::new();
    for range in ranges {
        match joined.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    joined
}

/// The parts of ranges that are in none of the others; both in order and apart.
fn without(ranges: &[Range<u32>], others: &[Range<u32>]) -> Vec<Range<u32>> {
    let mut left = Vec::new();
    for range in ranges {
        let Range { mut start, end } = *range;
        for other in others {
            if other.start < end && start < other.end {
                if start < other.start {
                    left.push(start..other.start);
                }
                start = other.end;
            }
        }
        if start < end {
            left.push(start..end);
        }
    }
    left
}

/// A module without what the linker wrote for this program.
pub fn without_relocations(linked: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut kept = linked.get(..8).context("no module")?.to_vec();
    for payload in Parser::new(0).parse_all(linked) {
        let payload = payload?;
        if let Payload::CustomSection(custom) = &payload
            && (custom.name() == "linking" || custom.name().starts_with("reloc."))
        {
            continue;
        }
        if let Some((id, range)) = payload.as_section() {
            kept.push(id);
            let mut length = range.len();
            while length >= 0x80 {
                kept.push(u8::try_from(length & 0x7f)? | 0x80);
                length >>= 7;
            }
            kept.push(u8::try_from(length)?);
            kept.extend_from_slice(linked.get(range).context("a section ends behind the module")?);
        }
    }
    Ok(kept)
}

fn parsed(module: &[u8]) -> anyhow::Result<Module> {
    ModuleConfig::new().generate_producers_section(false).parse(module)
}

/// The name of an export that only this module of this build has: what belongs together can be told from what does not.
pub fn mark(name: &str, linked: &[u8]) -> String {
    let mut hash = DefaultHasher::new();
    hash.write(linked);
    format!("#{name} {:016x}", hash.finish())
}

/// A module with its mark.
pub fn marked(module: &[u8], mark: &str) -> anyhow::Result<Vec<u8>> {
    let mut module = parsed(module)?;
    let memory = module.memories.iter().next().context("no memory")?.id();
    module.exports.add(mark, memory);
    Ok(module.emit_wasm())
}

/// Splits an optimised module, which is marked. `exports` go into the second one, with what only they need.
pub fn split(module: &[u8], exports: &[&str], going: &Going, mark: &str) -> anyhow::Result<[Vec<u8>; 2]> {
    let (mut first, mut second) = (parsed(module)?, parsed(module)?);
    let table = first.tables.main_function_table()?.context("no table of functions")?;
    let slots = slots(&first, table)?;
    let kept = kept(&first, exports, going, &slots);
    let gone: Vec<FunctionId> = first.funcs.iter().map(walrus::Function::id).filter(|id| !kept.contains(id)).collect();

    // What the second needs of the first.
    let mut needs = Names::default();
    for id in &gone {
        needs.read(&first, *id);
    }
    needs.functions.extend(slots.iter().filter(|(slot, _)| going.slots.contains(slot)).map(|(_, function)| *function));
    needs.functions.retain(|id| kept.contains(id));

    // Both are read from the same bytes, so everything has the same number in both.
    let functions: Vec<FunctionId> = second.funcs.iter().map(walrus::Function::id).collect();
    let globals: Vec<GlobalId> = second.globals.iter().map(walrus::Global::id).collect();
    let memory = first.memories.iter().next().context("no memory")?.id();
    let own_memory = second.memories.iter().next().context("no memory")?.id();
    let own_table = second.tables.main_function_table()?.context("no table of functions")?;
    let own_slots = self::slots(&second, own_table)?;

    let import = second.imports.add(FIRST, "memory", own_memory);
    second.memories.get_mut(own_memory).import = Some(import);
    let import = second.imports.add(FIRST, "$t", own_table);
    second.tables.get_mut(own_table).import = Some(import);
    first.exports.add("$t", table);
    for (i, id) in needs.globals.iter().enumerate() {
        let name = format!("$g{i}");
        first.exports.add(&name, *id);
        let own = *globals.get(id.index()).context("a global is missing")?;
        let import = second.imports.add(FIRST, &name, own);
        second.globals.get_mut(own).kind = GlobalKind::Import(import);
    }
    for (i, id) in needs.functions.iter().enumerate() {
        let name = format!("${i}");
        first.exports.add(&name, *id);
        let own = *functions.get(id.index()).context("a function is missing")?;
        let function = second.funcs.get_mut(own);
        let (ty, before) = (function.ty(), &function.kind);
        if let FunctionKind::Import(before) = before {
            second.imports.delete(before.import);
        }
        let import = second.imports.add(FIRST, &name, ImportKind::Function(own));
        function.kind = FunctionKind::Import(walrus::ImportedFunction { import, ty });
    }
    second.start = None;
    for (module, is_second) in [(&mut first, false), (&mut second, true)] {
        let others = module.exports.iter().filter(|export| exports.contains(&export.name.as_str()) != is_second);
        for id in others.map(walrus::Export::id).collect::<Vec<_>>() {
            module.exports.delete(id);
        }
    }
    second.exports.add(mark, own_memory);
    refill(&mut first, table, &slots, |slot| !going.slots.contains(&slot), true);
    refill(&mut second, own_table, &own_slots, |slot| going.slots.contains(&slot), false);
    data(&mut first, memory, |address, bytes| kept_pieces(address, bytes, &going.addresses))?;
    data(&mut second, own_memory, |address, bytes| gone_pieces(address, bytes, &going.addresses))?;
    Ok([first, second].map(|mut module| {
        walrus::passes::gc::run(&mut module);
        module.emit_wasm()
    }))
}

/// The table: its places that are filled, with their functions.
fn slots(module: &Module, table: TableId) -> anyhow::Result<BTreeMap<u32, FunctionId>> {
    let mut slots = BTreeMap::new();
    for element in module.elements.iter() {
        let ElementKind::Active { table: own, offset } = &element.kind else { continue };
        if *own != table {
            continue;
        }
        let (ConstExpr::Value(Value::I32(offset)), ElementItems::Functions(functions)) = (offset, &element.items)
        else {
            bail!("the table is filled in another way than expected");
        };
        slots.extend((offset.cast_unsigned()..).zip(functions.iter().copied()));
    }
    Ok(slots)
}

/// The functions of the first module: what its exports and its places of the table lead to.
fn kept(module: &Module, exports: &[&str], going: &Going, slots: &BTreeMap<u32, FunctionId>) -> BTreeSet<FunctionId> {
    let mut kept = BTreeSet::new();
    let exported = module.exports.iter().filter(|export| !exports.contains(&export.name.as_str()));
    let mut open: Vec<FunctionId> = exported
        .filter_map(|export| if let ExportItem::Function(id) = export.item { Some(id) } else { None })
        .chain(module.start)
        .chain(slots.iter().filter(|(slot, _)| !going.slots.contains(slot)).map(|(_, id)| *id))
        // What the host gives is given to the first.
        .chain(module.funcs.iter().filter(|one| matches!(one.kind, FunctionKind::Import(_))).map(walrus::Function::id))
        .collect();
    while let Some(id) = open.pop() {
        if kept.insert(id) {
            let mut names = Names::default();
            names.read(module, id);
            open.extend(names.functions);
        }
    }
    kept
}

/// What functions name.
#[derive(Default)]
struct Names {
    functions: BTreeSet<FunctionId>,
    globals: BTreeSet<GlobalId>,
}

impl Names {
    fn read(&mut self, module: &Module, id: FunctionId) {
        if let FunctionKind::Local(function) = &module.funcs.get(id).kind {
            self.visit(function);
        }
    }

    fn visit(&mut self, function: &LocalFunction) {
        ir::dfs_in_order(self, function, function.entry_block());
    }
}

impl<'a> Visitor<'a> for Names {
    fn visit_function_id(&mut self, function: &FunctionId) {
        self.functions.insert(*function);
    }

    fn visit_global_id(&mut self, global: &GlobalId) {
        self.globals.insert(*global);
    }
}

/// Fills the table anew with some of its places. In `whole` segments the others get a function that no call fits, so that a
/// call of them traps.
fn refill(
    module: &mut Module,
    table: TableId,
    slots: &BTreeMap<u32, FunctionId>,
    wanted: impl Fn(u32) -> bool,
    whole: bool,
) {
    for id in module.elements.iter().map(walrus::Element::id).collect::<Vec<_>>() {
        if matches!(module.elements.get(id).kind, ElementKind::Active { table: own, .. } if own == table) {
            module.elements.delete(id);
            module.tables.get_mut(table).elem_segments.remove(&id);
        }
    }
    let nothing = whole.then(|| {
        let odd = [ValType::F64, ValType::F32, ValType::F64, ValType::F32, ValType::F32];
        let mut builder = FunctionBuilder::new(&mut module.types, &odd, &[]);
        builder.func_body().unreachable();
        let parameters = odd.map(|one| module.locals.add(one)).to_vec();
        builder.finish(parameters, &mut module.funcs)
    });
    let mut runs: Vec<(u32, Vec<FunctionId>)> = Vec::new();
    for (slot, function) in slots {
        let Some(function) = wanted(*slot).then_some(*function).or(nothing) else { continue };
        match runs.last_mut() {
            Some((start, run)) if *start as usize + run.len() == *slot as usize => run.push(function),
            _ => runs.push((*slot, vec![function])),
        }
    }
    for (start, run) in runs {
        let offset = ConstExpr::Value(Value::I32(start.cast_signed()));
        let id = module.elements.add(ElementKind::Active { table, offset }, ElementItems::Functions(run));
        module.tables.get_mut(table).elem_segments.insert(id);
    }
}

/// Puts other pieces in the place of each segment of constants.
fn data(
    module: &mut Module,
    memory: walrus::MemoryId,
    pieces: impl Fn(u32, &[u8]) -> Vec<(u32, Vec<u8>)>,
) -> anyhow::Result<()> {
    for id in module.data.iter().map(walrus::Data::id).collect::<Vec<_>>() {
        let segment = module.data.get(id);
        let DataKind::Active { offset: ConstExpr::Value(Value::I32(address)), .. } = segment.kind else {
            bail!("a segment of constants has no fixed address");
        };
        let pieces = pieces(address.cast_unsigned(), &segment.value);
        module.data.delete(id);
        module.memories.get_mut(memory).data_segments.remove(&id);
        for (address, bytes) in pieces {
            let offset = ConstExpr::Value(Value::I32(address.cast_signed()));
            let id = module.data.add(DataKind::Active { memory, offset }, bytes);
            module.memories.get_mut(memory).data_segments.insert(id);
        }
    }
    Ok(())
}

/// The part of a segment at these addresses.
fn part(address: u32, bytes: &[u8], range: &Range<u32>) -> Vec<u8> {
    let [from, to] = [range.start, range.end].map(|end| end.saturating_sub(address) as usize);
    bytes.get(from.min(bytes.len())..to.min(bytes.len())).unwrap_or_default().to_vec()
}

fn gone_pieces(address: u32, bytes: &[u8], gone: &[Range<u32>]) -> Vec<(u32, Vec<u8>)> {
    let pieces = gone.iter().map(|range| (range.start.max(address), part(address, bytes, range)));
    pieces.filter(|(_, bytes)| !bytes.is_empty()).collect()
}

fn kept_pieces(address: u32, bytes: &[u8], gone: &[Range<u32>]) -> Vec<(u32, Vec<u8>)> {
    let end = address.saturating_add(u32::try_from(bytes.len()).unwrap_or(u32::MAX));
    let mut pieces: Vec<(u32, Vec<u8>)> = Vec::new();
    for range in without(std::slice::from_ref(&(address..end)), gone) {
        let new = part(address, bytes, &range);
        match pieces.last_mut() {
            Some((start, last)) if range.start - (*start + last.len() as u32) <= SHORT_HOLE => {
                last.resize((range.start - *start) as usize, 0);
                last.extend(new);
            }
            _ => pieces.push((range.start, new)),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_that_touch_are_one() {
        assert_eq!(joined(vec![0..4, 4..6, 5..5, 8..9]), [0..6, 8..9]);
    }

    #[test]
    fn ranges_lose_what_others_have() {
        let ranges = [0..10, 20..30];
        assert_eq!(without(&ranges, &[2..4, 8..22, 29..40]), [0..2, 4..8, 22..29]);
        assert_eq!(without(&ranges, &[]), ranges);
        assert_eq!(without(&ranges[..1], &[0..10, 20..21]), []);
    }

    #[test]
    fn constants_are_cut_at_their_addresses() {
        let bytes: Vec<u8> = (100..140).collect();
        let gone = [90..102, 110..112, 120..139, 150..160];
        assert_eq!(
            gone_pieces(100, &bytes, &gone),
            [(100, vec![100, 101]), (110, vec![110, 111]), (120, (120..139).collect())]
        );
        // A short hole is filled, a long one is not.
        let first: Vec<u8> = (102..110).chain([0, 0]).chain(112..120).collect();
        assert_eq!(kept_pieces(100, &bytes, &gone), [(102, first), (139, vec![139])]);
    }

    #[test]
    fn an_export_is_known_before_and_not_taken_for_another() {
        assert!(is_export("call_planner_ba30511675e168c8", "call_planner"));
        assert!(!is_export("call_planner_ba30511675e168c8", "call"));
        assert!(!is_export("__wbindgen_describe_call_planner_ba30511675e168c8", "call_planner"));
    }
}
