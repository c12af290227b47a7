/* <doorstep-round>: a whole round without network. Which of its views is seen follows from the lock alone. */
import "./door-form.js";
import "./door-list.js";
import * as outbox from "./outbox.js";
import { PinLock } from "./pin-lock.js";
import { Visits } from "./visits.js";

const HIDDEN_MS = 60 * 1000;

customElements.define(
  "doorstep-round",
  class extends Visits {
    async connectedCallback() {
      this.home = this.dataset.home;
      this.lock = new PinLock(this.home);
      this.list = this.querySelector("door-list");
      this.form = this.querySelector("door-form");
      for (const form of this.querySelectorAll("form[data-pin]")) this.hear(form, "submit", (it) => this.pin(it));
      this.hear(this.querySelector("[data-lock]"), "click", () => this.shut());
      this.hear(this.querySelector("[data-send]"), "click", () => this.send());
      this.hear(this.querySelector("[data-back]"), "click", () => this.show());
      this.hear(this, "door-chosen", ({ detail }) => this.enter(detail));
      this.hear(this, "door-draft", ({ detail: { door, stop: _stop, ...draft } }) => this.keepDraft(door, draft));
      this.hear(this, "door-done", ({ detail }) => this.keep(detail));
      this.hear(window, "online", () => this.send());
      this.hear(document, "visibilitychange", () => this.looked());
      const how = { type: "module", scope: this.home };
      navigator.serviceWorker?.register(`${this.home}worker.js`, how).catch(() => this.say("no-worker"));
      navigator.storage?.persist?.();
      await this.show();
      this.send();
    }

    hear(from, name, then) {
      from.addEventListener(name, (event) => Promise.resolve(then(event)).catch((error) => this.failed(error)));
    }

    say(...names) {
      for (const one of this.querySelectorAll("[data-say]")) one.hidden = !names.includes(one.dataset.say);
    }

    failed(error) {
      const full = error?.name === "QuotaExceededError" && "full";
      const out = error instanceof outbox.SignedOut && "signed-out";
      const big = error instanceof outbox.TooBig && "too-big";
      this.say(full || out || big || (error instanceof TypeError ? "offline" : "trouble"));
    }

    async show(name) {
      const state = await this.lock.state();
      if (state !== "open") this.empty();
      const view = state === "open" ? (name ?? "route") : state;
      for (const one of this.querySelectorAll("[data-view]")) one.hidden = one.dataset.view !== view;
      if (view === "route") await this.fill();
      await this.count();
    }

    /* The list anew, whichever view is seen: what comes from the server never takes anybody out of a door. */
    async fill() {
      const [route, statuses] = [await this.lock.kept("route"), await this.lock.kept("statuses")];
      if (this.lock.key) this.list.show(route.stops, statuses);
    }

    empty() {
      this.list.clear();
      this.form.clear();
      this.querySelector("[data-code]").textContent = "";
      for (const form of this.querySelectorAll("form[data-pin]")) form.reset();
    }

    async count() {
      const { waiting, arrived } = await outbox.counted(this.home);
      this.querySelector("[data-waiting]").textContent = waiting;
      this.querySelector("[data-arrived]").textContent = arrived;
    }

    async pin(event) {
      event.preventDefault();
      const typed = event.target.elements.pin.value;
      this.say();
      if (event.target.dataset.pin === "new") {
        const { statuses, ...route } = await outbox.asked(`${this.home}route/`);
        await this.lock.begin(typed);
        await this.lock.keep("statuses", statuses);
        await this.lock.keep("route", route);
      } else if (!(await this.lock.open(typed))) this.say("wrong");
      event.target.reset();
      await this.show();
      this.send();
    }

    shut() {
      this.lock.close();
      this.say();
      return this.show();
    }

    /* Put away for a minute: locked, whether the browser let us count the minute or not. */
    looked() {
      clearTimeout(this.resting);
      if (document.hidden) {
        this.left = Date.now();
        this.resting = setTimeout(() => this.shut(), HIDDEN_MS);
      } else if (Date.now() - this.left >= HIDDEN_MS) return this.shut();
    }
  },
);
