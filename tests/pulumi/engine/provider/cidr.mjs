// What the provider thinks of a block of addresses.
import { isIPv4, isIPv6 } from "node:net";

/** Why the provider refuses it, or undefined. `name` is the attribute as Terraform has it. */
export function refusedCidr(name, text, [least, most]) {
  const [address, length, ...rest] = text.split("/");
  const bits = isIPv4(address) ? 32 : isIPv6(address) && !address.includes("%") ? 128 : undefined;
  if (bits === undefined || rest.length > 0 || !/^\d{1,3}$/.test(length ?? "") || Number(length) > bits) {
    return `expected ${name} to contain a valid Value, got: ${text} with err: invalid CIDR address: ${text}`;
  }
  const network = `${networkOf(address, bits, Number(length))}/${Number(length)}`;
  if (network !== text) return `expected ${name} to contain a valid network Value, expected ${network}, got ${text}`;
  if (Number(length) < least || Number(length) > most) {
    return `expected "${name}" to contain a network Value with between ${least} and ${most} significant bits, got: ${Number(length)}`;
  }
  return undefined;
}

/** The address without its host bits, as Go writes it. */
function networkOf(address, bits, length) {
  const hostBits = BigInt(bits - length);
  const masked = (numberOf(address, bits) >> hostBits) << hostBits;
  if (bits === 32) return [24n, 16n, 8n, 0n].map((shift) => (masked >> shift) & 255n).join(".");
  const groups = Array.from({ length: 8 }, (_, i) => ((masked >> BigInt(112 - 16 * i)) & 0xffffn).toString(16));
  return hostOf(groups.join(":"));
}

function numberOf(address, bits) {
  if (bits === 32) return address.split(".").reduce((value, part) => value * 256n + BigInt(part), 0n);
  const [head, tail] = hostOf(address).split("::");
  const parts = (side) => (side === "" || side === undefined ? [] : side.split(":"));
  const zeros = 8 - parts(head).length - parts(tail).length;
  const groups = tail === undefined ? parts(head) : [...parts(head), ...Array(zeros).fill("0"), ...parts(tail)];
  return groups.reduce((value, part) => value * 65536n + BigInt(`0x${part}`), 0n);
}

/** The usual form of an IPv6 address, which a URL has too. */
const hostOf = (address) => new URL(`http://[${address}]`).hostname.slice(1, -1);
