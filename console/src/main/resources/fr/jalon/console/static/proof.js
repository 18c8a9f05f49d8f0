// Proves the entry of its page: that it is in the signed log, that it says what the page shows, that the log only grew.
const SEALED = "jalon-person:";
/** A text that is sealed: where its key is, what it commits to, what its key opens. */
const SEALED_TEXT = /^jalon-text:[^:]+:[^:]+:([^:]+):/;
/** What keeps from proving, and disproves nothing. */
const HINDRANCES = new Set(["away", "refused", "unable"]);
const TEXTS = new Set(["name", "quote", "note", "title", "description", "reason", "locator"]);

/** What does not hold, by the name of its sentence. */
class Broken extends Error {
  constructor(word, values) {
    super(word);
    this.word = word;
    this.values = values;
  }
}

function require(holds, word, values) {
  if (!holds) {
    throw new Broken(word, values);
  }
}

async function asked(address) {
  const answer = await fetch(address, { credentials: "same-origin" }).catch(() => { throw new Broken("away"); });
  const isPage = (answer.headers.get("Content-Type") ?? "").startsWith("text/html");
  require(!isPage && !answer.redirected, "away");
  require(answer.ok, "refused", { detail: answer.ok ? "" : (await answer.json().catch(() => ({}))).detail ?? "" });
  return answer;
}

/** Each field of a leaf that is text as somebody wrote it, or else what pages say of one whose key is gone; none of an
 * entry within. */
function* texts(node, opened, redacted, path = "") {
  for (const [name, value] of Object.entries(node)) {
    if (typeof value === "string" && TEXTS.has(name) && !value.startsWith(SEALED)) {
      const digest = SEALED_TEXT.exec(value)?.[1];
      yield [`${path}${name}`, digest ? opened.get(digest) ?? redacted : value];
    } else if (value && typeof value === "object" && name !== "entry") {
      yield* texts(value, opened, redacted, `${path}${name}.`);
    }
  }
}

const plain = (text) => text.replace(/\s+/g, " ").trim();

function compare(leaf, opened, redacted, page) {
  for (const place of page.querySelectorAll("[data-proves]")) {
    const name = place.dataset.proves;
    const said = String(name === "actor" ? leaf.metadata.actor : leaf[name]);
    require((place.dateTime || place.dataset.value || plain(place.textContent)) === said, "content-bad", { field: name });
  }
  const shown = plain(page.textContent);
  for (const [field, text] of texts(leaf.payload, opened, redacted)) {
    require(shown.includes(plain(text)), "content-bad", { field });
  }
}

/** What this browser saw last of a log: by its key if it can be, else by another. */
function lastSeen(origin, key) {
  const prefix = `jalon-log ${origin} `;
  const name = [prefix + key, ...Object.keys(localStorage)].find((each) => each.startsWith(prefix) && localStorage[each]);
  return name === undefined ? null : { ...JSON.parse(localStorage[name]), key: name.slice(prefix.length) };
}

async function prove(section, tell) {
  const { base64, bytes, checkpoint, disclosed, hex, isGrown, ofLeaf, rootOf, same, signer } = await import(section.dataset.merkle);
  require(globalThis.crypto?.subtle, "unable");
  const proof = await (await asked(section.dataset.proof)).json();
  const keys = await (await asked("/console/log/key")).text();

  const leaf = bytes(proof.leaf);
  const hash = await ofLeaf(leaf);
  require(same(hash, bytes(proof.leafHash)), "leaf-bad");
  tell("leaf", { hash: hex(hash) });

  const signed = checkpoint(proof.checkpoint);
  require(signed, "signature-bad");
  const root = await rootOf(hash, proof.index, signed.size, proof.path.map(bytes));
  require(root && same(root, signed.root), "path-bad");
  tell("path", { count: proof.path.length, size: signed.size, place: proof.index + 1 });

  const key = await signer(signed, keys);
  require(key, "signature-bad");
  tell("signature", { name: key.name, id: key.id });

  const opened = new Map(await Promise.all(proof.disclosures.map(disclosed)));
  compare(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(leaf)), opened, section.dataset.redacted,
    section.closest("main"));
  tell("content");

  const before = lastSeen(signed.origin, key.line);
  const now = { size: signed.size, root: base64(signed.root), day: new Date().toISOString() };
  if (before) {
    const values = { before: before.size, size: signed.size, key: before.key,
      day: new Date(before.day).toLocaleDateString(document.documentElement.lang, { dateStyle: "long" }) };
    require(before.size <= signed.size, "growth-shrunk", values);
    const path = before.size === signed.size ? []
      : (await (await asked(`/console/log/consistency?from=${before.size}&to=${signed.size}`)).json()).path.map(bytes);
    require(await isGrown(before.size, bytes(before.root), signed.size, signed.root, path), "growth-bad", values);
    require(keys.includes(before.key), "key-other", values);
    tell("growth", values);
  } else {
    tell("growth-first");
  }
  localStorage[`jalon-log ${signed.origin} ${key.line}`] = JSON.stringify(now);
}

async function run(section) {
  const words = section.querySelector("template").content;
  const steps = section.querySelector("ol");
  const outcome = section.querySelector("[role=status]");
  const word = (name, values = {}) => words.querySelector(`[data-word="${name}"]`).textContent
    .replace(/\{(\w+)\}/g, (whole, value) => values[value] ?? whole);
  const tell = (name, values, mark = "held") => {
    const step = document.createElement("li");
    step.className = mark;
    step.textContent = word(name, values);
    steps.append(step);
  };
  steps.replaceChildren();
  section.className = "proof";
  outcome.textContent = word("running");
  try {
    await prove(section, tell);
    section.classList.add("held");
    outcome.textContent = word("held");
  } catch (error) {
    const name = error instanceof Broken ? error.word : error.name === "NotSupportedError" ? "unable" : "unreadable";
    const mark = HINDRANCES.has(name) ? "hindered" : "broken";
    tell(name, error.values, mark);
    section.classList.add(mark);
    outcome.textContent = word(mark);
  }
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("section.proof button");
  if (button) {
    button.disabled = true;
    run(button.closest("section")).finally(() => { button.disabled = false; });
  }
});
