/* <live-part data-topic-address data-part-address data-said>: a [data-part] that is loaded again when it changed;
   ticks and focus stay with what has the same id. (An element's own `part` is taken: it names its style.) */
const POLL_MS = 15000;
const SPREAD_MS = 1500; // not all phones in a room ask at once

class LivePart extends HTMLElement {
  connectedCallback() {
    this.shown = this.querySelector("[data-part]");
    this.status = this.querySelector("[role=status]");
    this.onShown = () => (document.hidden ? this.pause() : this.begin());
    document.addEventListener("visibilitychange", this.onShown);
    if (document.readyState === "complete") this.onShown();
    else addEventListener("load", this.onShown, { once: true });
  }

  disconnectedCallback() {
    document.removeEventListener("visibilitychange", this.onShown);
    this.pause();
  }

  begin() {
    this.pause();
    this.load();
    if (!this.dataset.topicAddress) return this.poll();
    this.source = new EventSource(this.dataset.topicAddress);
    this.source.onopen = () => clearInterval(this.timer);
    this.source.onerror = () => this.poll();
    this.source.addEventListener("revision", () => this.soon());
  }

  pause() {
    this.source?.close();
    clearInterval(this.timer);
    clearTimeout(this.waiting);
    this.waiting = undefined;
  }

  poll() {
    clearInterval(this.timer);
    this.timer = setInterval(() => this.load(), POLL_MS);
  }

  soon() {
    this.waiting ??= setTimeout(() => this.load(), Math.random() * SPREAD_MS);
  }

  async load() {
    this.waiting = undefined;
    const headers = this.tag ? { "If-None-Match": this.tag } : {};
    const answer = await fetch(this.dataset.partAddress, { headers, cache: "no-store" }).catch(() => null);
    if (!answer?.ok) return; // 304: nothing is new
    const isFirst = !this.tag;
    this.tag = answer.headers.get("ETag");
    this.swap(await answer.text(), isFirst);
  }

  swap(html, isFirst) {
    const focused = this.shown.contains(document.activeElement) ? document.activeElement.id : "";
    const ticked = [...this.shown.querySelectorAll("input:checked")].map((box) => box.id);
    this.shown.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
    for (const box of this.shown.querySelectorAll("input")) box.checked = ticked.includes(box.id);
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    if (this.status && !isFirst) this.status.textContent = this.dataset.said;
  }
}

customElements.define("live-part", LivePart);
