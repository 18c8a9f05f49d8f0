// Proofs of a Merkle log, checked with nothing but the browser's own cryptography: RFC 9162 §2.1, C2SP signed-note.
const utf8 = new TextEncoder();

export const bytes = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
export const base64 = (array) => btoa(String.fromCharCode(...array));
export const hex = (array) => [...array].map((byte) => byte.toString(16).padStart(2, "0")).join("");
export const same = (one, other) => one.length === other.length && one.every((byte, i) => byte === other[i]);

async function sha256(...parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest("SHA-256", whole));
}

const urlsafe = (text) => text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

/** What a disclosure opens (in the manner of RFC 9901), by the digest that stands for it in a leaf. */
export async function disclosed(disclosure) {
  const digest = urlsafe(base64(await sha256(utf8.encode(disclosure))));
  const array = bytes(disclosure.replaceAll("-", "+").replaceAll("_", "/"));
  return [digest, JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(array))[1]];
}

export const ofLeaf = (leaf) => sha256([0], leaf);
const ofNode = (left, right) => sha256([1], left, right);

// Sizes go beyond 2^31, where bit operations of numbers end.
const half = (number) => Math.floor(number / 2);
const isOdd = (number) => number % 2 === 1;

/** The root to which a path leads from a leaf's hash (RFC 9162, 2.1.3.2); null if it does not fit. */
export async function rootOf(hash, index, size, path) {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) {
    return null;
  }
  let node = index;
  let last = size - 1;
  let root = hash;
  for (const sibling of path) {
    if (last === 0) {
      return null;
    }
    if (isOdd(node) || node === last) {
      root = await ofNode(sibling, root);
      while (!isOdd(node) && node !== 0) {
        node = half(node);
        last = half(last);
      }
    } else {
      root = await ofNode(root, sibling);
    }
    node = half(node);
    last = half(last);
  }
  return last === 0 ? root : null;
}

/** Whether a log of one size and root begins with that of a smaller one (RFC 9162, 2.1.4.2). */
export async function isGrown(from, fromRoot, to, toRoot, given) {
  if (from === to) {
    return given.length === 0 && same(fromRoot, toRoot);
  }
  const isWhole = Number.isInteger(Math.log2(from));
  const path = isWhole ? [fromRoot, ...given] : [...given];
  if (from < 1 || from > to || path.length === 0) {
    return false;
  }
  let node = from - 1;
  let last = to - 1;
  while (isOdd(node)) {
    node = half(node);
    last = half(last);
  }
  let smaller = path[0];
  let larger = path[0];
  for (const hash of path.slice(1)) {
    if (last === 0) {
      return false;
    }
    if (isOdd(node) || node === last) {
      smaller = await ofNode(hash, smaller);
      larger = await ofNode(hash, larger);
      while (!isOdd(node) && node !== 0) {
        node = half(node);
        last = half(last);
      }
    } else {
      larger = await ofNode(larger, hash);
    }
    node = half(node);
    last = half(last);
  }
  return last === 0 && same(smaller, fromRoot) && same(larger, toRoot);
}

/** A checkpoint as its signed note says it: origin, size, root, signatures; null where it is none. */
export function checkpoint(note) {
  const blank = note.lastIndexOf("\n\n");
  const text = note.slice(0, blank + 1);
  const lines = text.split("\n");
  if (blank < 0 || lines.length !== 4 || !/^[1-9]\d{0,15}$/.test(lines[1])) {
    return null;
  }
  const signatures = note.slice(blank + 2).split("\n").filter((line) => line.startsWith("— ")).map((line) => {
    const [name, signed] = line.slice(2).split(" ");
    const both = bytes(signed);
    return { name, id: hex(both.slice(0, 4)), signature: both.slice(4) };
  });
  return { origin: lines[0], size: Number(lines[1]), root: bytes(lines[2]), text, signatures };
}

/** The key of these that signed a checkpoint, each written name+id+base64; null if none did. */
export async function signer(signed, keys) {
  for (const [line, name, id, encoded] of keys.matchAll(/^(.+)\+([0-9a-f]{8})\+(\S+)$/gm)) {
    const typed = bytes(encoded);
    const ownId = hex((await sha256(utf8.encode(`${name}\n`), typed)).slice(0, 4));
    const by = signed.signatures.find((each) => each.name === name && each.id === id);
    if (by && ownId === id && typed[0] === 1 && typed.length === 33) {
      const key = await crypto.subtle.importKey("raw", typed.slice(1), { name: "Ed25519" }, false, ["verify"]);
      if (await crypto.subtle.verify({ name: "Ed25519" }, key, by.signature, utf8.encode(signed.text))) {
        return { name, id, line };
      }
    }
  }
  return null;
}
