/* What may be read at the door lies under a key made of a PIN. Five wrong ones, twelve hours or a word from
   the server, and it is gone. The key cannot be taken out of the browser, and is in memory only while open. */
import { forgotten, within } from "./store.js";

const TURNS = 600000;
const TRIES = 5;
const KEPT_MS = 12 * 60 * 60 * 1000;
const words = new TextEncoder();

async function keyOf(pin, salt) {
  const raw = await crypto.subtle.importKey("raw", words.encode(pin), "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: TURNS };
  return crypto.subtle.deriveKey(how, raw, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

const drawn = (size) => crypto.getRandomValues(new Uint8Array(size));

export class PinLock {
  constructor(home) {
    this.db = { name: `readable-${home}`, stores: ["lock", "kept"] };
    this.key = null;
  }

  row() {
    return within(this.db, "readonly", (lock) => lock.get("lock"));
  }

  /* "none", "locked" or "open"; what is too old is gone with this question. */
  async state() {
    const row = await this.row();
    if (!row) this.key = null;
    if (row && Math.abs(Date.now() - row.made) > KEPT_MS) await this.erase();
    else if (row) return this.key ? "open" : "locked";
    return "none";
  }

  async begin(pin) {
    const salt = drawn(16);
    this.key = await keyOf(pin, salt);
    const check = await this.closed("lock", "right");
    await within(this.db, "readwrite", (lock) => lock.put({ id: "lock", salt, check, wrong: 0, made: Date.now() }));
  }

  /* Whether it was the right one. The try is counted before it is made: ending the browser gives none back. */
  async open(pin) {
    const row = await this.row();
    if (!row) return false;
    row.wrong += 1;
    await within(this.db, "readwrite", (lock) => lock.put(row));
    const key = await keyOf(pin, row.salt);
    try {
      await this.read("lock", row.check, key);
    } catch {
      if (row.wrong >= TRIES) await this.erase();
      return false;
    }
    this.key = key;
    await within(this.db, "readwrite", (lock) => lock.put({ ...row, wrong: 0 }));
    return true;
  }

  close() {
    this.key = null;
  }

  async keep(id, value) {
    const held = await this.closed(id, value);
    await within(this.db, "readwrite", (_lock, kept) => kept.put({ id, ...held }));
  }

  async kept(id) {
    const held = await within(this.db, "readonly", (_lock, kept) => kept.get(id));
    return held ? this.read(id, held, this.key) : undefined;
  }

  drop(id) {
    return within(this.db, "readwrite", (_lock, kept) => void kept.delete(id));
  }

  erase() {
    this.key = null;
    return forgotten(this.db.name);
  }

  async closed(id, value) {
    const iv = drawn(12);
    const how = { name: "AES-GCM", iv, additionalData: words.encode(id) };
    return { iv, text: await crypto.subtle.encrypt(how, this.key, words.encode(JSON.stringify(value))) };
  }

  async read(id, { iv, text }, key) {
    const how = { name: "AES-GCM", iv, additionalData: words.encode(id) };
    return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(how, key, text)));
  }
}
