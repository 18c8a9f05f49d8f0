#!/usr/bin/env python3
"""Verifies a Jalon audit pack with nothing but Python 3: no network, no server, no other library.

    python3 verify.py PACK.zip [--key KEY]...

KEY is a verifier key (name+id+base64) that you have from elsewhere; without it the keys in the pack are used, and the
pack then only proves that it is whole, not whose it is. Ends with 0 if all holds, 1 with one line a fault, 2 if used
wrongly. README.txt says what is verified, by which standards.
"""
import base64
import hashlib
import json
import re
import struct
import sys
import uuid
import zlib

LIMIT = 256 << 20
NAME = re.compile(r"([A-Za-z0-9_-][A-Za-z0-9._-]*/){0,2}[A-Za-z0-9_-][A-Za-z0-9._-]*")
OF_ALL = ["README.txt", "LISEZMOI.txt", "checkpoint.txt", "key.txt", "verify.py", "manifest.json", "manifest.note"]
OF_A_TERRITORY = ["report.pdf", "state.json", "history.json", "leaves.ndjson", "proofs.json"]
OF_SOME_ENTRIES = ["history.json", "leaves.ndjson", "proofs.json"]
# A pack of one territory has its files as they are, the others those of each territory in a directory, beside an answer.
TERRITORY, NATIONAL, FUNDER = "jalon/audit-pack@v1", "jalon/national-pack@v1", "jalon/funder-pack@v1"
FILES = {TERRITORY: OF_A_TERRITORY, NATIONAL: OF_A_TERRITORY, FUNDER: OF_SOME_ENTRIES}
ANSWER = {TERRITORY: [], NATIONAL: ["states.json"], FUNDER: ["funder.json"]}
WITHIN = re.compile(r"(territories/([a-z0-9-]+)/)([a-z.]+)")
# What an older pack has not: names of persons and free texts, each with what its digest in an entry is of.
NAMES = "names.json"
SEALED = re.compile(r"jalon-person:[a-z0-9-]+:([a-z0-9-]+):([A-Za-z0-9_-]{43}):[A-Za-z0-9_-]+")
SEALED_TEXT = re.compile(r"jalon-text:[a-z0-9-]+:[0-9a-f]+:([A-Za-z0-9_-]{43}):[A-Za-z0-9_-]+")
SIGNED_BESIDE = ["manifest.json", "manifest.note"]
# How many lines stand before that of the first entry, in the files that have one for each.
BEFORE = {"history.json": 1, "leaves.ndjson": 0, "proofs.json": 1}
SCHEMA = re.compile(r"schemas/[a-z0-9-]+\.json")
LOCAL, CENTRAL, END = 0x04034B50, 0x02014B50, 0x06054B50
HEADER = struct.Struct("<IHHHHHIIIHH")
DIRECTORY = struct.Struct("<IHHHHHHIIIHHHHHII")
TRAILER = struct.Struct("<IHHHHIIH")


class Fault(Exception):
    def __init__(self, code, file="", place=""):
        super().__init__(code, file, place)
        self.line = " ".join(part for part in (code, file, str(place)) if part)


# Ed25519, RFC 8032 section 5.1: only what verifying needs.
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def add(one, other):
    x1, y1, z1, t1 = one
    x2, y2, z2, t2 = other
    a = (y1 - x1) * (y2 - x2) % P
    b = (y1 + x1) * (y2 + x2) % P
    c = 2 * D * t1 * t2 % P
    d = 2 * z1 * z2 % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def both(number, point, other_number, other):
    """number * point + other_number * other, doubling once for both."""
    result, summed = (0, 1, 1, 0), add(point, other)
    for bit in range(max(number, other_number).bit_length() - 1, -1, -1):
        result = add(result, result)
        chosen = number >> bit & 1, other_number >> bit & 1
        if any(chosen):
            result = add(result, {(1, 0): point, (0, 1): other, (1, 1): summed}[chosen])
    return result


def same(one, other):
    return (one[0] * other[2] - other[0] * one[2]) % P == 0 and (one[1] * other[2] - other[1] * one[2]) % P == 0


def decompress(octets):
    y = int.from_bytes(octets, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


BASE = decompress((4 * pow(5, -1, P) % P).to_bytes(32, "little"))


def ed25519(key, text, signature):
    point, commitment = decompress(key), decompress(signature[:32])
    scalar = int.from_bytes(signature[32:], "little")
    if point is None or commitment is None or scalar >= L or len(signature) != 64:
        return False
    challenge = int.from_bytes(hashlib.sha512(signature[:32] + key + text).digest(), "little") % L
    x, y, z, t = point
    return same(both(scalar, BASE, challenge, (-x % P, y, z, -t % P)), commitment)


# Keys and notes: C2SP signed-note.
def octets(text):
    raw = base64.b64decode(text, validate=True)
    if base64.b64encode(raw).decode() != text:
        raise ValueError("not base64 as it is always written")
    return raw


def parse_key(text):
    name, number, encoded = text.split("+", 2)
    raw = octets(encoded)
    identity = hashlib.sha256(name.encode() + b"\n" + raw).digest()[:4]
    if not name or len(raw) != 33 or raw[0] != 1 or identity.hex() != number:
        raise ValueError("not an Ed25519 verifier key")
    return name, identity, raw[1:]


def parse_keys(content):
    text = content.decode("utf-8")
    if not text.endswith("\n"):
        raise ValueError("no newline")
    return [parse_key(line) for line in text[:-1].split("\n")]


def opened(note, keys):
    """The text of a note with one signature, by one of these keys, and that key's name."""
    body, line = note.decode("utf-8").rsplit("\n\n", 1)
    name, encoded = re.fullmatch("\u2014 (\\S+) (\\S+)\n", line).groups()
    raw, text = octets(encoded), body + "\n"
    for known, identity, key in keys:
        if known == name and identity == raw[:4] and ed25519(key, text.encode(), raw[4:]):
            return text, name
    raise ValueError("not signed by a key that is trusted")


# The zip: every file as it is, in one form only, so that no byte of it is beyond question.
def parts(pack):
    files, at = [], 0
    while True:
        if at + 4 > len(pack):
            raise Fault("container", place=at)
        if struct.unpack_from("<I", pack, at)[0] == CENTRAL:
            return files
        if at + HEADER.size > len(pack):
            raise Fault("container", place=at)
        signature, _, _, _, _, _, _, packed, size, length, extra = HEADER.unpack_from(pack, at)
        begin = at + HEADER.size + length
        if signature != LOCAL or packed != size or extra or begin + size > len(pack):
            raise Fault("container", place=at)
        name = pack[at + HEADER.size:begin].decode("ascii", "replace")
        if not NAME.fullmatch(name) or name in dict(files):
            raise Fault("container", place=at)
        files.append((name, pack[begin:begin + size]))
        at = begin + size


def zipped(files):
    body, directory = bytearray(), bytearray()
    for name, content in files:
        common = (0x0800, 0, 0, 33, zlib.crc32(content), len(content), len(content), len(name), 0)
        directory += DIRECTORY.pack(CENTRAL, 10, 10, *common, 0, 0, 0, 0, len(body)) + name.encode()
        body += HEADER.pack(LOCAL, 10, *common) + name.encode() + content
    count = len(files)
    return bytes(body + directory + TRAILER.pack(END, 0, 0, count, count, len(directory), len(body), 0))


def whole(pack, trusted):
    """The files, once each byte of the pack is accounted for by a signature."""
    files = parts(pack)
    named = dict(files)
    require(OF_ALL, named)
    try:
        keys = parse_keys(named["key.txt"])
    except (ValueError, AttributeError):
        raise Fault("key", "key.txt")
    keys = trusted or keys
    try:
        text, name = opened(named["manifest.note"], keys)
        kind, origin, subject, digest = text.split("\n")[:4]
        if kind not in FILES or origin != name or text.count("\n") != 4:
            raise ValueError("not the note of a pack")
    except (ValueError, AttributeError):
        raise Fault("manifest-signature", "manifest.note")
    if hashlib.sha256(named["manifest.json"]).hexdigest() != digest:
        raise Fault("altered-file", "manifest.json")
    items = load(named["manifest.json"])["files"]
    listed = [(each["name"], each["sha256"]) for each in items]
    for name, _ in files:
        if name not in SIGNED_BESIDE and name not in dict(listed):
            raise Fault("extra-file", name)
    for name, digest in listed:
        if name not in named:
            raise Fault("missing-file", name)
        if not knows(kind, name):
            raise Fault("extra-file", name)
        if hashlib.sha256(named[name]).hexdigest() != digest:
            lines = {each["name"]: each.get("lines", []) for each in items}
            territory, directory = next(iter(registers(kind, subject, [name])), (subject, ""))
            raise Fault("altered-file", name, altered_entry(name, named, lines, territory, directory))
    expected = zipped([(name, named[name]) for name in [name for name, _ in listed] + SIGNED_BESIDE])
    if expected != pack:
        differing = next((i for i, (a, b) in enumerate(zip(expected, pack)) if a != b), min(len(expected), len(pack)))
        raise Fault("container", place=differing)
    return named, keys, kind, subject


def require(names, named):
    for name in names:
        if name not in named:
            raise Fault("missing-file", name)


def registers(kind, subject, names):
    """The territories of a pack with these files, each with its directory."""
    if kind == TERRITORY:
        return [(subject, "")]
    found = [WITHIN.fullmatch(name) for name in names]
    return list(dict.fromkeys((each.group(2), each.group(1)) for each in found if each))


def knows(kind, name):
    within = WITHIN.fullmatch(name)
    file = name if kind == TERRITORY else within and within.group(3)
    return name in OF_ALL + ANSWER[kind] or SCHEMA.fullmatch(name) is not None or file in FILES[kind] + [NAMES]


def altered_entry(name, named, signed, territory, directory):
    """The entry whose line in a file is the first that is not as it was signed; empty where it is the line of none."""
    if not name.startswith(directory) or name[len(directory):] not in BEFORE:
        return ""
    found, number = lines_of(named[name]), 1 - BEFORE[name[len(directory):]]
    for at, digest in enumerate(signed[name]):
        if at >= len(found) or hashlib.sha256(found[at]).hexdigest() != digest:
            break
        number += 1
    if not 0 < number <= len(signed.get(directory + "leaves.ndjson", [])):
        return ""
    for file, attribute in ("leaves.ndjson", "id"), ("history.json", "entryId"):
        at, found = number - 1 + BEFORE[file], lines_of(named.get(directory + file, b""))
        digests = signed.get(directory + file, [])
        if at < min(len(found), len(digests)) and hashlib.sha256(found[at]).hexdigest() == digests[at]:
            line = found[at].removesuffix(b",")
            return entry(territory, position(line, number), line, attribute)
    return "%s %d" % (territory, number)


def position(line, otherwise):
    """The number that a line tells of its entry, or else this one."""
    try:
        return int(load(line)["position"])
    except (ValueError, KeyError, TypeError):
        return otherwise


def lines_of(content):
    lines = content.split(b"\n")
    return lines if lines[-1] else lines[:-1]


def entry(territory, number, line, attribute):
    """An entry as a fault names it: its territory, its number there, and its id where its line tells it."""
    try:
        return "%s %d %s" % (territory, number, uuid.UUID(load(line)[attribute]))
    except (ValueError, AttributeError, KeyError, TypeError):
        return "%s %d" % (territory, number)


def unique(pairs):
    if len(dict(pairs)) != len(pairs):
        raise ValueError("a name stands twice in one object")
    return dict(pairs)


def load(content):
    return json.loads(content.decode("utf-8"), object_pairs_hook=unique)


# The log: RFC 9162 section 2.1 and C2SP tlog-checkpoint.
def node(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def includes(leaf, index, size, path, root):
    if not 0 <= index < size:
        return False
    place, last, current = index, size - 1, leaf
    for beside in path:
        if last == 0:
            return False
        if place & 1 or place == last:
            current = node(beside, current)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            current = node(current, beside)
        place, last = place >> 1, last >> 1
    return last == 0 and current == root


def checkpoint(named, keys):
    try:
        text, name = opened(named["checkpoint.txt"], keys)
        origin, size, root = text[:-1].split("\n")
        if origin != name or str(int(size)) != size or int(size) < 0:
            raise ValueError("not a checkpoint")
        return int(size), octets(root)
    except (ValueError, AttributeError):
        raise Fault("checkpoint-signature", "checkpoint.txt")


def leaves(named, territory, directory, is_whole, size, root):
    """The places in the log and the ids of a territory's entries: of all up to the last, or only of some."""
    file, places, ids = directory + "leaves.ndjson", [], []
    proofs = load(named[directory + "proofs.json"])["proofs"]
    lines = named[file].split(b"\n")
    if lines.pop() != b"" or len(lines) != len(proofs):
        raise Fault("proof", directory + "proofs.json")
    before = (-1, "")
    for number, (line, proof) in enumerate(zip(lines, proofs), 1):
        number = number if is_whole else position(line, number)
        here = entry(territory, number, line, "id")
        index, digest = proof["index"], hashlib.sha256(b"\x00" + line).digest()
        if octets(proof["leafHash"]) != digest or not includes(
                digest, index, size, [octets(each) for each in proof["path"]], root):
            raise Fault("proof", file, here)
        leaf = load(line)
        # Instants of unlike precision compare as text once the zone is off: a prefix comes first.
        now = (index, leaf["recordedAt"].rstrip("Z"))
        if (leaf["territory"], leaf["position"]) != (territory, number) or not (
                now[0] > before[0] and now[1] > before[1]):
            raise Fault("order", file, here)
        if (leaf["payload"]["entryId"], leaf["payload"]["territory"]) != (leaf["id"], territory):
            raise Fault("order", file, here)
        before = now
        places.append(index)
        ids.append(leaf["id"])
    return places, ids


def disclosed(named, territory, directory):
    """That each name or text which is disclosed is the one that its entry was recorded with."""
    lines = {load(line)["id"]: (number, line) for number, line in enumerate(lines_of(named[directory + "leaves.ndjson"]), 1)}
    told = load(named[directory + NAMES])
    for each in told["names"] + told.get("texts", []):
        number, line = lines.get(each["entryId"], (0, b""))
        digest = base64.urlsafe_b64encode(hashlib.sha256(each["disclosure"].encode()).digest()).decode().rstrip("=")
        said = json.loads(base64.urlsafe_b64decode(each["disclosure"] + "=="))[1:]
        if "text" in each:
            holds = digest in SEALED_TEXT.findall(line.decode("utf-8")) and said == [each["text"]]
        else:
            holds = (each["person"], digest) in SEALED.findall(line.decode("utf-8")) and said == [each["name"]]
        if not holds:
            raise Fault("name", directory + NAMES, "%s %d %s" % (territory, position(line, number), each["entryId"]))


def funded(named, organisation, ids):
    """That what the funder is said to give rests on entries that are here."""
    answer = load(named["funder.json"])
    if answer["organisation"]["id"] != organisation:
        raise Fault("funder", "funder.json")
    for funding in answer["fundings"]:
        for id in funding["entries"]:
            if id not in ids.get(funding["territory"], []):
                raise Fault("unproven-entry", "funder.json", "%s %s" % (funding["territory"], id))


def verify(pack, trusted):
    """What holds, in a sentence; raises Fault at the first thing that does not."""
    if len(pack) > LIMIT:
        raise Fault("too-large")
    named, keys, kind, subject = whole(pack, trusted)
    size, root = checkpoint(named, keys)
    own = registers(kind, subject, named)
    require(ANSWER[kind] + [directory + name for _, directory in own for name in FILES[kind]], named)
    places, ids = [], {}
    for territory, directory in own:
        more, ids[territory] = leaves(named, territory, directory, kind != FUNDER, size, root)
        places += more
        if directory + NAMES in named:
            disclosed(named, territory, directory)
    if kind == FUNDER:
        funded(named, subject, ids)
    if kind == NATIONAL:
        missing = next((at for at, place in enumerate(sorted(places)) if at != place), len(places))
        if missing != size:
            raise Fault("missing-leaf", "checkpoint.txt", missing)
        subject = "%d territories" % len(own)
    return "%s: %d entries, all in the log of %d; %d files unaltered." % (subject, len(places), size, len(named))


def main(arguments):
    trusted, packs = [], []
    rest = iter(arguments)
    try:
        for each in rest:
            if each == "--key":
                trusted.append(parse_key(next(rest)))
            else:
                packs.append(each)
        if len(packs) != 1:
            raise ValueError("one pack")
    except (ValueError, StopIteration):
        print(__doc__, file=sys.stderr)
        return 2
    with open(packs[0], "rb") as file:
        pack = file.read(LIMIT + 1)
    try:
        print("OK " + verify(pack, trusted))
    except Fault as fault:
        print("FAULT " + fault.line)
        return 1
    if not trusted:
        print("NOTE The key is the pack's own. Compare it with the one you have from elsewhere, or give it by --key:")
        print(dict(parts(pack))["key.txt"].decode().rstrip())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
