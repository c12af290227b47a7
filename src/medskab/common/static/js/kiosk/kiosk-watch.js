/* <kiosk-watch data-next data-idle="90" data-asks="20">: nobody has touched the screen for a while: ask, then clear it.
   With data-asks="0" it is cleared without a question. */
const SIGNS_OF_LIFE = ["pointerdown", "keydown", "input", "scroll"];

customElements.define(
  "kiosk-watch",
  class extends HTMLElement {
    connectedCallback() {
      this.dialog = this.querySelector("dialog");
      for (const sign of SIGNS_OF_LIFE) addEventListener(sign, () => this.wake(), { passive: true });
      this.dialog.addEventListener("close", () => this.wake());
      this.wake();
    }

    wake() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.ask(Number(this.dataset.asks)), 1000 * Number(this.dataset.idle));
      if (this.dialog.open) this.dialog.close();
    }

    ask(seconds) {
      if (seconds <= 0) return location.replace(this.dataset.next);
      if (!this.dialog.open) this.dialog.showModal();
      this.querySelector("[data-seconds]").textContent = String(seconds);
      this.timer = setTimeout(() => this.ask(seconds - 1), 1000);
    }
  },
);
