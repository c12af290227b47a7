/* <vote-keys>: while the card has the focus, 1, 2 and 3 press its buttons; a card after the first takes it. */
customElements.define(
  "vote-keys",
  class extends HTMLElement {
    connectedCallback() {
      this.addEventListener("keydown", (event) => this.press(event));
      this.querySelector("[data-takes-focus]")?.focus({ preventScroll: true });
    }

    press(event) {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
      const button = [...this.querySelectorAll("button[name=choice]")][["1", "2", "3"].indexOf(event.key)];
      if (!button) return;
      event.preventDefault();
      button.click();
    }
  },
);
