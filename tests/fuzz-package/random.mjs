// Random choices that a seed repeats.

/** A source of them; `state` repeats all that follow. */
export class Random {
  constructor(seed) {
    this.state = seed >>> 0;
    // The first numbers of neighbouring seeds are near each other.
    for (let i = 0; i < 4; i++) this.bits();
  }

  /** 32 random bits. */
  bits() {
    this.state = (this.state + 0x9e3779b9) | 0;
    let z = this.state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  }

  /** From 0 to `below` - 1. */
  below(below) {
    return Math.floor((this.bits() / 0x1_0000_0000) * below);
  }

  /** From `least` to `most`. */
  between(least, most) {
    return least + this.below(most - least + 1);
  }

  /** True once in `times`. */
  oneIn(times) {
    return this.below(times) === 0;
  }

  of(list) {
    return list[this.below(list.length)];
  }
}
