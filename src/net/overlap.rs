//! Which blocks of many have addresses in common, in one sweep.

use super::Block;

/// For every block, the place of the first other block of the list that it overlaps, when that one stands before it.
/// `None` for a block that overlaps none before it.
///
/// Two blocks that overlap are nested, so the blocks around a block are a stack of a sweep in address order: the time
/// is that of sorting them, however many overlap.
///
/// ```
/// use eventstorecloud_planner::net::{Block, first_overlaps};
///
/// let blocks = ["10.0.0.0/8", "10.1.0.0/16", "192.168.0.0/16"].map(|text| Block::parse(text).unwrap());
/// assert_eq!(first_overlaps(&blocks), [None, Some(0), None]);
/// ```
#[must_use]
pub fn first_overlaps(blocks: &[Block]) -> Vec<Option<usize>> {
    let mut order: Vec<(usize, Block)> = blocks.iter().copied().enumerate().collect();
    // Of two blocks with one first address the larger one is around the other.
    order.sort_by_key(|(place, block)| (block.first(), block.prefix_length(), *place));
    let mut first: Vec<Option<usize>> = vec![None; blocks.len()];
    // The blocks around the current one, from the outside in: the block, the first place around it and its own, and
    // the first place inside it.
    let mut open: Vec<Open> = Vec::new();
    for (place, block) in order {
        while open.last().is_some_and(|around| around.block.last() < block.first()) {
            close(&mut open, &mut first);
        }
        let around = open.last().map(|around| around.first_around.min(around.place));
        open.push(Open { block, place, first_around: around.unwrap_or(usize::MAX), first_inside: usize::MAX });
    }
    while !open.is_empty() {
        close(&mut open, &mut first);
    }
    first
}

struct Open {
    block: Block,
    place: usize,
    first_around: usize,
    first_inside: usize,
}

/// Ends the innermost open block: all that is inside it is known.
fn close(open: &mut Vec<Open>, first: &mut [Option<usize>]) {
    let Some(done) = open.pop() else { return };
    let earliest = done.first_around.min(done.first_inside);
    if let Some(slot) = first.get_mut(done.place) {
        *slot = Some(earliest).filter(|earliest| *earliest < done.place);
    }
    if let Some(around) = open.last_mut() {
        around.first_inside = around.first_inside.min(done.place).min(done.first_inside);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn block() -> impl Strategy<Value = Block> {
        (0_u32..64, 24_u8..=32)
            .prop_map(|(host, length)| Block::around(std::net::Ipv4Addr::from(0x0a00_0000 + host * 8), length).unwrap())
    }

    proptest! {
        #[test]
        fn it_says_what_comparing_all_pairs_says(blocks in proptest::collection::vec(block(), 0..40)) {
            let pairs: Vec<Option<usize>> = (0..blocks.len())
                .map(|later| (0..later).find(|earlier| blocks[*earlier].overlaps(blocks[later])))
                .collect();
            prop_assert_eq!(first_overlaps(&blocks), pairs);
        }
    }

    #[test]
    fn the_whole_address_space_is_around_everything() {
        let blocks = ["255.255.255.255/32", "0.0.0.0/0", "0.0.0.0/32"].map(|text| Block::parse(text).unwrap());
        assert_eq!(first_overlaps(&blocks), [None, Some(0), Some(1)]);
    }
}
