// From the bytes of the core's answers to values; `src/packed` of the core writes them.
import { Tag } from "./generated/packed";
import { platform } from "./platform";
import { Utf8Decoder } from "./utf8";

let decoder: { decode(bytes: Uint8Array): string } | undefined;

/** The answer. The bytes are as the core writes them. */
export function unpacked(bytes: Uint8Array): unknown {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values = 4 + view.getUint32(0, true);
  decoder ??= platform.TextDecoder === undefined ? new Utf8Decoder() : new platform.TextDecoder();
  const text = decoder.decode(bytes.subarray(4, values));
  const keys: string[] = [];
  let at = values;
  let read = 0;

  const count = () => view.getUint32((at += 4) - 4, true);
  const next = () => text.slice(read, (read += count()));
  const key = () => {
    const number = view.getUint8(at++);
    if (number === keys.length) keys.push(next());
    return keys[number] as string;
  };
  const value = (): unknown => {
    switch (view.getUint8(at++) as Tag) {
      case Tag.False:
        return false;
      case Tag.True:
        return true;
      case Tag.Number:
        return view.getFloat64((at += 8) - 8, true);
      case Tag.Text:
        return next();
      case Tag.List: {
        const list = [];
        for (let left = count(); left > 0; left--) list.push(value());
        return list;
      }
      case Tag.Object: {
        // The keys are names of fields of ours: none is __proto__.
        const object: Record<string, unknown> = {};
        for (let left = count(); left > 0; left--) object[key()] = value();
        return object;
      }
      default:
        return null;
    }
  };
  return value();
}
