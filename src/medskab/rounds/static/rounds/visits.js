/* What <doorstep-round> does at a door: open it, keep what was said, send it. */
import * as outbox from "./outbox.js";

export class Visits extends HTMLElement {
  async enter({ door, stop }) {
    this.say();
    const draft = await this.lock.kept(`draft-${door.id}`);
    const isOver = draft && (await outbox.knows(this.home, `${draft.visit}-status`));
    const route = await this.lock.kept("route");
    this.form.show({ door, stop }, route, isOver ? undefined : draft);
    await this.show("door");
  }

  async keepDraft(door, draft) {
    if (this.lock.key) await this.lock.keep(`draft-${door.id}`, draft);
  }

  /* Sealed and on the disk first; only then is the draft dropped and the form closed. */
  async keep({ door, status, records, code }) {
    const { key, area } = await this.lock.kept("route");
    await outbox.keep(records, { home: this.home, key, area, round: this.dataset.round });
    const statuses = await this.lock.kept("statuses");
    await this.lock.keep("statuses", { ...statuses, [door.id]: status });
    await this.lock.drop(`draft-${door.id}`);
    this.form.clear();
    this.say("kept", ...(code ? ["receipt"] : []));
    this.querySelector("[data-code]").textContent = code.replace(/^.{5}/, "$& ");
    await this.show();
    this.send();
  }

  async send() {
    if (!navigator.onLine) return this.later();
    try {
      await this.heard(await outbox.send(this.home));
    } catch (error) {
      this.later();
      if (!(error instanceof TypeError)) this.failed(error);
    }
    await this.count();
  }

  /* The browser sends by itself when there is network again, where it can. */
  async later() {
    const worker = await navigator.serviceWorker?.getRegistration(this.home);
    await worker?.sync?.register("send-bags").catch(() => {});
  }

  async heard(answer) {
    if (answer.erase) {
      await this.lock.erase();
      await outbox.send(this.home, true);
      this.say("erased");
      return this.show();
    }
    if (!this.lock.key || (await outbox.counted(this.home)).waiting) return;
    await this.lock.keep("statuses", answer.statuses);
    await this.fill();
  }
}
