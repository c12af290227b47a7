/* <kiosk-watch next="…" idle="90" asks="20">: nobody has touched the device for a while: ask, then clear it. */
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
      this.timer = setTimeout(() => this.ask(Number(this.getAttribute("asks"))), 1000 * Number(this.getAttribute("idle")));
      if (this.dialog.open) this.dialog.close();
    }

    ask(seconds) {
      if (!this.dialog.open) this.dialog.showModal();
      this.querySelector("[data-seconds]").textContent = String(seconds);
      if (seconds <= 0) location.replace(this.getAttribute("next"));
      else this.timer = setTimeout(() => this.ask(seconds - 1), 1000);
    }
  },
);
