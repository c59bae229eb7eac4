"""Answers cases about address blocks with the standard module ipaddress, and prints those where the core's answer differs.

Reads lines `KIND<tab>WORDS<tab>ANSWER`. Its last line is the version of Python and the number of cases.
"""

import platform
import re
import sys
from ipaddress import IPv4Network, collapse_addresses

# Python also takes masks, leading zeros in prefix lengths and addresses alone, which the core refuses.
PLAIN = re.compile(r"[0-9.]+/(0|[1-9][0-9]?)", re.ASCII)


def parse(words):
    text = words[0] if words else ""
    if not PLAIN.fullmatch(text):
        return "nothing"
    try:
        net = IPv4Network(text, strict=False)
    except ValueError:
        return "nothing"
    try:
        IPv4Network(text)
    except ValueError:
        return f"meant {net}"
    return f"block {net} {net.network_address} {net.broadcast_address} {net.num_addresses}"


def said(truth):
    return "true" if truth else "false"


def pair(words):
    a, b = map(IPv4Network, words)
    return f"{said(b.subnet_of(a))} {said(a.subnet_of(b))} {said(a.overlaps(b))}"


def split(words):
    length = int(words[1])
    # Python splits a single address into itself, whatever the length.
    if length > 32:
        return "refused"
    try:
        return " ".join(map(str, IPv4Network(words[0]).subnets(new_prefix=length)))
    except ValueError:
        return "refused"


def around(words):
    return str(IPv4Network("/".join(words), strict=False))


def overlapping(words):
    nets = [IPv4Network(word) for word in words]
    places = []
    for place, net in enumerate(nets):
        first = next((other for other in range(len(nets)) if other != place and nets[other].overlaps(net)), place)
        places.append(str(first) if first < place else "-")
    return " ".join(places)


def without(free, taken):
    left = []
    for net in free:
        if not net.overlaps(taken):
            left.append(net)
        elif not net.subnet_of(taken):
            left.extend(net.address_exclude(taken))
    return left


def free(words):
    length, pool = int(words[0]), IPv4Network(words[1])
    left = [pool]
    for word in words[2:]:
        left = without(left, IPv4Network(word))
    left = sorted(collapse_addresses(left))
    fitting = [net for net in left if net.prefixlen <= length]
    best = min(fitting, key=lambda net: (-net.prefixlen, net.network_address), default=None)
    best = "-" if best is None else f"{best.network_address}/{length}"
    size = sum(net.num_addresses for net in left)
    return " ".join([best, str(size), *map(str, left)])


KINDS = {"parse": parse, "pair": pair, "split": split, "around": around, "overlapping": overlapping, "free": free}


def main():
    cases = 0
    for line in sys.stdin:
        kind, words, answer = line.rstrip("\n").split("\t")
        cases += 1
        own = KINDS[kind](words.split())
        if own != answer:
            print(f"{kind} {words}: `{answer}`, and Python's `{own}`")
    print(f"Python {platform.python_version()} {cases}")


main()
