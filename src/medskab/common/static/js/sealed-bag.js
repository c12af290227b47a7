/* Seals what somebody wrote to the server's public key; nothing in this browser can open it again.
   The envelope is described in tools/vault/bag.py, which opens it. */
const CURVE = { name: "ECDH", namedCurve: "P-256" };
const VERSION = 1;
const text = new TextEncoder();

export const fromBase64 = (words) => Uint8Array.from(atob(words), (sign) => sign.charCodeAt(0));

export const toBase64 = (bytes) => {
  let signs = "";
  for (const one of bytes) signs += String.fromCharCode(one);
  return btoa(signs);
};

const joined = (...parts) => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/* `plain`: bytes or anything that JSON can carry; `key`: {number, point} as the server gives it. */
export async function sealBag(plain, key, about) {
  const bytes = plain instanceof Uint8Array ? plain : text.encode(JSON.stringify(plain));
  const server = await crypto.subtle.importKey("raw", fromBase64(key.point), CURVE, false, []);
  const once = await crypto.subtle.generateKey(CURVE, false, ["deriveBits"]);
  const point = new Uint8Array(await crypto.subtle.exportKey("raw", once.publicKey));
  const head = joined([VERSION, key.number >> 8, key.number & 255], point);
  const agreed = await crypto.subtle.deriveBits({ name: "ECDH", public: server }, once.privateKey, 256);
  const raw = await crypto.subtle.importKey("raw", agreed, "HKDF", false, ["deriveKey"]);
  const how = { name: "HKDF", hash: "SHA-256", salt: head, info: text.encode("medskab bag 1") };
  const lock = await crypto.subtle.deriveKey(how, raw, { name: "AES-GCM", length: 256 }, false, ["encrypt"]);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const covered = joined(head, text.encode(about));
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: covered }, lock, bytes);
  return joined(head, iv, new Uint8Array(sealed));
}
