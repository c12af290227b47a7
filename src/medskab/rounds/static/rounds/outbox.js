/* Sealed records that wait to be sent, and the ids of those that arrived. Nothing in here can be read here.
   The page and its service worker both send; a lock lets one do it at a time. */
import { sealBag, toBase64 } from "../js/sealed-bag.js";
import { within } from "./store.js";

const BOX = { name: "sealed-bags", stores: ["bags", "phone"] };
const MOST_BYTES = 1400000;
const MOST_AT_ONCE = 50;

export class SignedOut extends Error {}
export class TooBig extends Error {}

/* The mark of this phone, and the next number of its own count: no clock is asked for any order. */
async function stepped() {
  let held;
  await within(BOX, "readwrite", (_bags, phone) => {
    const asked = phone.get("phone");
    asked.onsuccess = () => {
      held = asked.result ?? { id: "phone", mark: crypto.randomUUID(), count: 0 };
      held.count += 1;
      phone.put(held);
    };
  });
  return held;
}

const all = async (home) => (await within(BOX, "readonly", (bags) => bags.getAll())).filter((one) => one.home === home);

export async function counted(home) {
  const bags = await all(home);
  const waiting = bags.filter((one) => one.sealed).length;
  return { waiting, arrived: bags.length - waiting };
}

export const knows = async (home, id) => (await all(home)).some((one) => one.id === id);

/* Seal records and keep them all or none; resolves when they are on the disk. */
export async function keep(records, { home, key, area, round }) {
  const rows = [];
  for (const { id, ...facts } of records) {
    const { count } = await stepped();
    const sealed = await sealBag({ ...facts, count }, key, `${area}|${round}|${id}`);
    if (sealed.length > MOST_BYTES) throw new TooBig();
    rows.push({ id, home, order: count, sealed });
  }
  await within(BOX, "readwrite", (bags) => rows.forEach((row) => bags.put(row)));
}

const arrived = (home, ids) =>
  within(BOX, "readwrite", (bags) => ids.forEach((id) => bags.put({ id, home, sealed: null })));

export async function asked(address, how) {
  const answer = await fetch(address, { redirect: "manual", cache: "no-store", ...how });
  if (answer.type === "opaqueredirect" || [401, 403, 404].includes(answer.status)) throw new SignedOut();
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

const batch = async (home) => {
  const waiting = (await all(home)).filter((one) => one.sealed).sort((one, other) => one.order - other.order);
  let bytes = 0;
  return waiting.slice(0, MOST_AT_ONCE).filter((one, at) => (bytes += one.sealed.length) <= MOST_BYTES || at === 0);
};

/* Send what waits; the server's last answer comes back. A bag leaves the box when the server says it has it. */
export const send = (home, isErased = false) =>
  navigator.locks.request(`sealed-bags ${home}`, async () => {
    const { mark } = await stepped();
    const { token } = await asked(`${home}sync/`);
    const headers = { "X-CSRFToken": token, "Content-Type": "application/json" };
    for (;;) {
      const bags = (await batch(home)).map(({ id, sealed }) => ({ id, sealed: toBase64(sealed) }));
      const body = JSON.stringify({ phone: mark, erased: isErased, bags });
      const answer = await asked(`${home}sync/`, { method: "POST", headers, body });
      await arrived(home, answer.arrived);
      if (!bags.length || !(await counted(home)).waiting) return answer;
    }
  });
