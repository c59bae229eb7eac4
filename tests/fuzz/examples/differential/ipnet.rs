//! What the crate ipnet answers.

use std::net::Ipv4Addr;

use ipnet::{Ipv4Net, Ipv4Subnets};

use super::cases::{Case, Cases};
use super::{Compared, Wanted};

/// Compares as many cases as are wanted.
///
/// # Errors
/// None.
pub fn compare(wanted: Wanted) -> Result<Compared, String> {
    let mut compared = Compared::default();
    for case in Cases::of(wanted) {
        compared.cases += 1;
        let theirs = answer(&case);
        if theirs != case.answer {
            let Case { kind, words, answer } = case;
            compared.differences.push(format!("{kind} {}: `{answer}`, and theirs `{theirs}`", words.join(" ")));
        }
    }
    Ok(compared)
}

fn answer(case: &Case) -> String {
    let words = &case.words;
    let net = |place: usize| words[place].parse::<Ipv4Net>().expect("a block that we wrote");
    let number = |place: usize| words[place].parse::<u8>().expect("a number that we wrote");
    match case.kind {
        "parse" => parse(&words[0]),
        "pair" => {
            let (a, b) = (net(0), net(1));
            format!("{} {} {}", a.contains(&b), b.contains(&a), overlap(a, b))
        }
        "split" => net(0).subnets(number(1)).map_or("refused".to_string(), written),
        "around" => {
            let address: Ipv4Addr = words[0].parse().expect("an address that we wrote");
            Ipv4Net::new(address, number(1)).map_or(String::new(), |net| net.trunc().to_string())
        }
        "overlapping" => {
            let nets: Vec<Ipv4Net> = (0..words.len()).map(net).collect();
            let first =
                |place: usize| (0..nets.len()).find(|other| *other != place && overlap(nets[*other], nets[place]));
            let place = |place: usize| first(place).filter(|first| *first < place);
            let places = (0..nets.len()).map(|at| place(at).map_or("-".to_string(), |first| first.to_string()));
            places.collect::<Vec<_>>().join(" ")
        }
        _ => {
            let taken: Vec<Ipv4Net> = (2..words.len()).map(net).collect();
            free(number(0), net(1), taken)
        }
    }
}

/// The crate also takes numbers with leading zeros, which the core refuses: some programs read them as octal.
fn parse(text: &str) -> String {
    let is_plain = text.split(['.', '/']).all(|number| number == "0" || !number.starts_with('0'));
    match text.parse::<Ipv4Net>().ok().filter(|_| is_plain) {
        None => "nothing".to_string(),
        Some(net) if net.trunc() == net => {
            let size = 1_u64 << (32 - net.prefix_len());
            format!("block {net} {} {} {size}", net.network(), net.broadcast())
        }
        Some(net) => format!("meant {}", net.trunc()),
    }
}

fn overlap(a: Ipv4Net, b: Ipv4Net) -> bool {
    a.contains(&b.network()) || b.contains(&a.network())
}

fn written(nets: impl IntoIterator<Item = Ipv4Net>) -> String {
    nets.into_iter().map(|net| net.to_string()).collect::<Vec<_>>().join(" ")
}

/// The gaps between what is taken, each as the fewest blocks that make it up.
fn free(length: u8, pool: Ipv4Net, mut taken: Vec<Ipv4Net>) -> String {
    taken.retain(|taken| overlap(*taken, pool));
    let taken = Ipv4Net::aggregate(&taken);
    let mut blocks: Vec<Ipv4Net> = Vec::new();
    let (mut next, end) = (u64::from(u32::from(pool.network())), u64::from(u32::from(pool.broadcast())));
    let mut gap = |from: u64, to: u64| {
        if from <= to && to <= end {
            let address = |at: u64| Ipv4Addr::from(u32::try_from(at).expect("an address"));
            blocks.extend(Ipv4Subnets::new(address(from), address(to), 0));
        }
    };
    for taken in taken {
        let first = u64::from(u32::from(taken.network()));
        if first > next {
            gap(next, first - 1);
        }
        next = u64::from(u32::from(taken.broadcast())) + 1;
    }
    gap(next, end);
    let size: u64 = blocks.iter().map(|net| 1_u64 << (32 - net.prefix_len())).sum();
    let fitting = blocks.iter().filter(|net| net.prefix_len() <= length);
    let best = fitting.max_by_key(|net| (net.prefix_len(), u32::MAX - u32::from(net.network())));
    let best = best.and_then(|net| Ipv4Net::new(net.network(), length).ok());
    let best = best.map_or("-".to_string(), |net| net.to_string());
    format!("{best} {size} {}", written(blocks)).trim_end().to_string()
}
