/* <door-form>: one door. Says `door-done` with the records to keep, and `door-draft` whenever something changed. */
import "./door-survey.js";
import "./door-voice.js";
import "./door-votes.js";

const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const PAUSE_MS = 300;

const newCode = () => Array.from(crypto.getRandomValues(new Uint8Array(10)), (one) => SIGNS[one & 31]).join("");

customElements.define(
  "door-form",
  class extends HTMLElement {
    connectedCallback() {
      this.form = this.querySelector("form");
      this.voice = this.querySelector("door-voice");
      this.votes = this.querySelector("door-votes");
      this.survey = this.querySelector("door-survey");
      this.form.elements.language.addEventListener("change", ({ target }) => this.survey.speak(target.value));
      this.addEventListener("input", () => this.changed());
      this.form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.done("spoken");
      });
      for (const button of this.querySelectorAll("[data-set]"))
        button.addEventListener("click", () => this.done(button.dataset.set));
    }

    /* A draft has the id of its visit: a visit that was kept twice is still one. */
    show({ door, stop }, { statements, survey }, draft) {
      this.about = { door, stop };
      this.visit = draft?.visit ?? crypto.randomUUID();
      this.querySelector("[data-name]").textContent = `${stop.name} · ${door.name}`;
      this.form.reset();
      this.form.elements.words.value = draft?.words ?? "";
      this.form.elements.note.value = draft?.note ?? "";
      if (draft?.sort) this.form.elements.sort.value = draft.sort;
      this.voice.put(draft?.voice ?? "");
      this.form.elements.language.value = draft?.language ?? "";
      this.votes.show(statements, draft?.votes ?? {});
      this.survey.show(survey, draft?.survey, draft?.language);
    }

    clear() {
      clearTimeout(this.pause);
      this.about = null;
      this.voice.stop();
      this.form.reset();
      this.voice.put("");
      this.votes.show([], {});
      this.survey.show(null);
      this.querySelector("[data-name]").textContent = "";
    }

    get draft() {
      const { words, note, sort, language } = this.form.elements;
      const typed = { words: words.value, note: note.value, sort: sort.value, language: language.value };
      return { visit: this.visit, ...typed, voice: this.voice.value, votes: this.votes.value, survey: this.survey.value };
    }

    changed() {
      clearTimeout(this.pause);
      this.pause = setTimeout(() => this.about && this.tell("door-draft", this.draft), PAUSE_MS);
    }

    async done(status) {
      clearTimeout(this.pause);
      await this.voice.stop();
      const { words, note, sort, language, voice, votes, survey } = this.draft;
      const stop = this.about.stop.id;
      const at = new Date().toISOString();
      const records = [{ id: `${this.visit}-status`, kind: "status", door: this.about.door.id, status, at }];
      const isSaid = words.trim() || voice;
      const code = isSaid ? newCode() : "";
      if (isSaid) {
        records.push({ id: `${this.visit}-need`, kind: "need", stop, sort, words, language, voice, code });
      }
      if (note.trim()) records.push({ id: `${this.visit}-note`, kind: "note", stop, words: note });
      if (Object.keys(votes).length) records.push({ id: `${this.visit}-votes`, kind: "votes", stop, votes });
      if (this.survey.isAnswered) records.push({ id: `${this.visit}-survey`, kind: "survey", stop, ...survey });
      this.tell("door-done", { status, records, code });
    }

    tell(name, facts) {
      this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail: { ...facts, ...this.about } }));
    }
  },
);
