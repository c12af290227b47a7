/* <draft-keeper url version number failed>: sends what is typed to the server every few seconds, to be sealed there. */
const EVERY = 4000;

customElements.define(
  "draft-keeper",
  class extends HTMLElement {
    connectedCallback() {
      this.form = this.closest("form");
      this.text = this.form.elements.text;
      this.kept = this.text.value;
      this.clock = setInterval(() => this.keep(), EVERY);
      this.warn = (event) => {
        if (this.text.value !== this.kept) event.preventDefault();
      };
      addEventListener("beforeunload", this.warn);
      this.form.addEventListener("submit", () => this.stop());
    }

    disconnectedCallback() {
      this.stop();
    }

    stop() {
      clearInterval(this.clock);
      removeEventListener("beforeunload", this.warn);
    }

    async keep() {
      const text = this.text.value;
      if (this.busy || text === this.kept) return;
      this.busy = true;
      const facts = new FormData();
      facts.set("csrfmiddlewaretoken", this.form.elements.csrfmiddlewaretoken.value);
      facts.set("text", text);
      facts.set("version", this.getAttribute("version"));
      facts.set("number", this.getAttribute("number"));
      try {
        const answer = await fetch(this.getAttribute("url"), { method: "POST", body: facts });
        const told = await answer.json();
        if (answer.ok) {
          this.kept = text;
          this.setAttribute("number", told.number);
        }
        if (answer.status === 409) clearInterval(this.clock);
        this.say(told.said);
      } catch {
        this.say(this.getAttribute("failed"));
      }
      this.busy = false;
    }

    say(words) {
      this.querySelector("[data-said]").textContent = words;
    }
  },
);
