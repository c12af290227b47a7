/* <door-survey>: the questions of a survey, from the templates inside it, in the language that is spoken at
   this door where the survey has it. `value` holds the answers to what is asked, by the questions' keys. */
const steps = ({ least, most, ends }) =>
  Array.from({ length: most - least + 1 }, (_, at) => {
    const key = least + at;
    return { key, words: key === least ? ends.least : key === most ? ends.most : {}, number: key };
  });

customElements.define(
  "door-survey",
  class extends HTMLElement {
    survey = null;

    connectedCallback() {
      this.addEventListener("input", () => this.branch());
    }

    show(survey, { answers = {}, age = "" } = {}, language = "") {
      this.survey = survey;
      this.language = language;
      this.hidden = !survey;
      this.querySelectorAll("[data-question]").forEach((one) => one.remove());
      this.querySelector("[data-title]").textContent = survey?.title ?? "";
      this.age.value = age;
      this.querySelector("[data-age]").before(...(survey?.questions ?? []).flatMap((one) => this.asked(one, answers[one.key])));
      this.branch();
    }

    speak(language) {
      this.show(this.survey, this.value, language);
    }

    get age() {
      return this.querySelector("[name=age]");
    }

    get value() {
      const answers = {};
      for (const { key } of this.shown()) if (this.answer(key) !== undefined) answers[key] = this.answer(key);
      return { answers, age: this.age.value };
    }

    get isAnswered() {
      return Object.keys(this.value.answers).length > 0;
    }

    /* The boxes of one question; a grid has one set of them for each of its lines. */
    asked(one, answer) {
      if (one.kind !== "grid") return [this.set(one, one.words, "", answer)];
      return one.rows.map((row) => this.set(one, { ...row.words }, row.key, answer?.[row.key]));
    }

    set(one, words, row, answer) {
      const isTyped = ["text", "number"].includes(one.kind);
      const part = this.template(isTyped ? one.kind : "several");
      part.dataset.question = one.key;
      part.dataset.row = row;
      this.write(part.querySelector("[data-words]"), words);
      if (isTyped) this.fill(part.querySelector("[data-typed]"), one, answer);
      else part.querySelector(".choices").append(...this.choices(one, row, answer));
      return part;
    }

    fill(box, { kind, least, most }, answer) {
      box.value = answer ?? "";
      if (kind === "number") Object.assign(box, { min: least ?? "", max: most ?? "" });
    }

    choices(one, row, answer) {
      const given = [answer].flat().map(String);
      return (one.kind === "scale" ? steps(one) : one.options).map(({ key, words, number = "" }) => {
        const choice = this.template("choice");
        const box = choice.querySelector("input");
        Object.assign(box, { type: one.kind === "multiple" ? "checkbox" : "radio", value: key, name: `${one.key} ${row}` });
        box.checked = given.includes(String(key));
        this.write(choice.querySelector("bdi"), words, number);
        return choice;
      });
    }

    template(name) {
      return this.querySelector(`template[data-part=${name}]`).content.firstElementChild.cloneNode(true);
    }

    write(place, words = {}, number = "") {
      const known = [this.language, document.documentElement.lang, "da", ...Object.keys(words)].find((one) => words[one]);
      place.lang = known ?? "";
      place.textContent = [number, words[known]].filter((one) => one !== "" && one !== undefined).join(" · ");
    }

    answer(key) {
      const { kind } = this.survey.questions.find((one) => one.key === key);
      const parts = [...this.querySelectorAll(`[data-question="${key}"]`)];
      const ticked = parts.map((part) => [...part.querySelectorAll(":checked")].map((box) => box.value));
      const typed = parts[0].querySelector("[data-typed]");
      if (typed && !(typed.value.trim() && typed.validity.valid)) return undefined;
      if (typed) return kind === "number" ? Number(typed.value) : typed.value;
      if (kind === "multiple") return ticked[0].length ? ticked[0] : undefined;
      const rows = parts.map((part, at) => [part.dataset.row, ticked[at][0]]).filter(([, one]) => one !== undefined);
      if (kind === "grid") return rows.length ? Object.fromEntries(rows) : undefined;
      return kind === "scale" && ticked[0].length ? Number(ticked[0][0]) : ticked[0][0];
    }

    /* A question that hangs on one that is not asked is not asked either. */
    shown() {
      const asked = new Set();
      return (this.survey?.questions ?? []).filter(({ key, if: { question, options } }) => {
        const isAsked = !question || (asked.has(question) && [this.answer(question)].flat().some((one) => options.includes(one)));
        if (isAsked) asked.add(key);
        return isAsked;
      });
    }

    branch() {
      const asked = new Set(this.shown().map((one) => one.key));
      for (const part of this.querySelectorAll("[data-question]")) {
        part.hidden = !asked.has(part.dataset.question);
        for (const box of part.querySelectorAll("[data-typed]")) box.disabled = part.hidden;
      }
    }
  },
);
