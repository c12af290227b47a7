/* <unsent-bags>: on the page to sign out, how many sealed records would be lost with it, and where they are
   sent. Whoever signs out all the same says so first. */
const BOX = "sealed-bags";

const rows = () =>
  new Promise((done, failed) => {
    const asked = indexedDB.open(BOX);
    asked.onerror = () => failed(asked.error);
    asked.onsuccess = () => {
      const db = asked.result;
      const got = db.transaction("bags").objectStore("bags").getAll();
      got.transaction.oncomplete = () => done(got.result);
      got.transaction.onabort = () => failed(got.error);
      db.close(); // takes effect once the transaction is over
    };
  });

customElements.define(
  "unsent-bags",
  class extends HTMLElement {
    async connectedCallback() {
      const known = (await window.indexedDB?.databases?.()) ?? [];
      if (!known.some(({ name }) => name === BOX)) return;
      const waiting = (await rows()).filter((one) => one.sealed);
      if (!waiting.length) return;
      this.querySelector("[data-count]").textContent = waiting.length;
      this.querySelector("a").href = waiting[0].home;
      this.querySelector("input").required = true;
      this.hidden = false;
    }
  },
);
