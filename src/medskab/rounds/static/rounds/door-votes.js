/* <door-votes>: statements to agree or disagree with, made from the template inside it. */
customElements.define(
  "door-votes",
  class extends HTMLElement {
    show(statements, votes) {
      this.querySelectorAll("fieldset").forEach((one) => one.remove());
      this.append(...statements.map((one) => this.asked(one, votes[one.id])));
      this.hidden = !statements.length;
    }

    asked({ id, words, language }, vote) {
      const made = this.querySelector("template").content.cloneNode(true);
      made.querySelector("bdi").textContent = words;
      made.querySelector("bdi").lang = language;
      for (const box of made.querySelectorAll("input")) {
        box.name = `vote-${id}`;
        box.checked = box.value === String(vote);
      }
      return made;
    }

    get value() {
      const ticked = [...this.querySelectorAll("input:checked")];
      return Object.fromEntries(ticked.map((box) => [box.name.slice("vote-".length), Number(box.value)]));
    }
  },
);
