// What the glue needs of TextDecoder and TextEncoder, for places that have neither (jest's jsdom environment).
// Same results as the real ones, lone surrogates included; only slower.

/** As `TextDecoder`, for whole, valid UTF-8: the core never hands out anything else. */
export class Utf8Decoder {
  decode(bytes?: Uint8Array): string {
    let text = "";
    const given = bytes ?? new Uint8Array(0);
    for (let at = 0; at < given.length; ) {
      const first = given[at++] as number;
      const following = first < 0x80 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
      let point = following === 0 ? first : first & (0x3f >> following);
      for (let i = 0; i < following; i++) point = (point << 6) | ((given[at++] as number) & 0x3f);
      text += String.fromCodePoint(point);
    }
    return text;
  }
}

/** As `TextEncoder`. */
export class Utf8Encoder {
  encode(text: string): Uint8Array {
    const bytes: number[] = [];
    for (const character of text) {
      const point = character.codePointAt(0) as number;
      // A lone surrogate has no UTF-8 form; the standard says U+FFFD.
      push(bytes, point >= 0xd800 && point <= 0xdfff ? 0xfffd : point);
    }
    return Uint8Array.from(bytes);
  }

  encodeInto(text: string, into: Uint8Array): { read: number; written: number } {
    const bytes = this.encode(text);
    into.set(bytes);
    return { read: text.length, written: bytes.length };
  }
}

function push(bytes: number[], point: number): void {
  if (point < 0x80) {
    bytes.push(point);
    return;
  }
  const following = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
  const mark = [0, 0xc0, 0xe0, 0xf0][following] as number;
  bytes.push(mark | (point >> (6 * following)));
  for (let i = following - 1; i >= 0; i--) bytes.push(0x80 | ((point >> (6 * i)) & 0x3f));
}
