/* <ballot-tally whole="…" | least="…" most="…">: says while choosing how much is left, or how many are chosen.
   Without `whole` it counts up to `most`. With `money` the sum is written as that amount is, in coins of
   `unit` to one.
   <ballot-order>: moves proposals up and down a list; the select boxes stay what is sent. */

const asMoney = (coins, unit, like) => {
  const places = coins % unit ? 2 : 0;
  const digits = { minimumFractionDigits: places, maximumFractionDigits: places };
  const number = new Intl.NumberFormat(document.documentElement.lang, digits).format(coins / unit);
  return like.replace(/\d[\d.,\s]*\d|\d/, number);
};

customElements.define(
  "ballot-tally",
  class extends HTMLElement {
    connectedCallback() {
      for (const part of this.querySelectorAll("[data-shown-live]")) part.hidden = false;
      this.addEventListener("input", () => this.count());
      /* The browser may fill boxes in again after going back. */
      addEventListener("pageshow", () => this.count());
      this.count();
    }

    count() {
      const spent = [...this.querySelectorAll("[data-counts]")].reduce((sum, box) => sum + this.worth(box), 0);
      const whole = this.number("whole");
      const left = whole === undefined ? spent : whole - spent;
      const over = whole === undefined ? spent > this.number("most") : left < 0;
      const words = this.getAttribute(over ? "over" : "enough");
      const said = words.replace("#SUM#", this.shown(Math.abs(left)));
      const output = this.querySelector("[data-tally]");
      if (output.textContent !== said) output.textContent = said;
      output.closest(".tally").classList.toggle("tally--over", over);
    }

    worth(box) {
      if (box.type === "checkbox") return box.checked ? Number(box.dataset.counts) : 0;
      return Math.max(0, Number.parseInt(box.value, 10) || 0);
    }

    shown(sum) {
      const money = this.getAttribute("money");
      return money ? asMoney(sum, this.number("unit"), money) : String(sum);
    }

    number(name) {
      return this.hasAttribute(name) ? Number(this.getAttribute(name)) : undefined;
    }
  },
);

customElements.define(
  "ballot-order",
  class extends HTMLElement {
    connectedCallback() {
      this.list = this.querySelector("[data-list]");
      for (const moves of this.querySelectorAll(".option__moves")) moves.hidden = false;
      this.addEventListener("click", (event) => {
        const button = event.target.closest("[data-move]");
        if (button) this.move(button.closest(".option"), Number(button.dataset.move), button);
      });
      this.addEventListener("change", (event) => {
        const option = event.target.closest(".option");
        if (option) this.place(option, Number(event.target.value), event.target);
      });
    }

    get chosen() {
      const ranked = [...this.list.querySelectorAll(".option")].filter((option) => this.rank(option));
      return ranked.sort((one, other) => this.rank(one) - this.rank(other));
    }

    rank(option) {
      return Number(option.querySelector("select").value);
    }

    /* Up from nowhere is the end of the list; down from its end is nowhere again. */
    move(option, step, button) {
      const at = this.chosen.indexOf(option);
      if (at < 0) this.place(option, step < 0 ? this.chosen.length + 1 : 0, button);
      else this.place(option, at + 1 + step > this.chosen.length ? 0 : Math.max(1, at + 1 + step), button);
    }

    place(option, rank, from) {
      const others = this.chosen.filter((one) => one !== option);
      const room = others.length < Number(this.getAttribute("most"));
      if (rank && room) others.splice(rank - 1, 0, option);
      option.querySelector("select").value = "";
      others.forEach((one, index) => {
        one.querySelector("select").value = String(index + 1);
      });
      const rest = [...this.list.querySelectorAll(".option")].filter((one) => !others.includes(one));
      this.list.append(...others, ...rest);
      from.focus();
      this.say(option, others.indexOf(option) + 1);
    }

    say(option, number) {
      const words = this.getAttribute(number ? "moved" : "out");
      const said = words.replace("#TITLE#", option.dataset.title).replace("#NUMBER#", String(number));
      this.querySelector("[data-said]").textContent = said;
    }
  },
);
