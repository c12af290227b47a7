/* <time-keys>: in a transcript Ctrl+J begins a turn with the recording's time and the next speaker, Ctrl+K stops or plays. */
const SPEAKER = /^(?:\[[\d:]+\]\s*)?([^\s:[][^:\n]{0,39}):\s/gm;

const clock = (seconds) =>
  [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((part) => String(Math.floor(part)).padStart(2, "0"))
    .join(":");

/* Who spoke before the one who spoke last: two people take turns. */
const next = (before) => {
  const speakers = [...before.matchAll(SPEAKER)].map((match) => match[1]);
  const last = speakers.at(-1);
  return speakers.findLast((speaker) => speaker !== last) ?? last ?? "";
};

customElements.define(
  "time-keys",
  class extends HTMLElement {
    connectedCallback() {
      this.hidden = false;
      this.text = this.closest("form").elements.text;
      this.player = document.querySelector("audio");
      this.text.addEventListener("keydown", (event) => this.pressed(event));
    }

    pressed(event) {
      if (!event.ctrlKey || event.altKey || !["j", "k"].includes(event.key)) return;
      event.preventDefault();
      if (event.key === "j") this.turn();
      else if (this.player?.paused) this.player.play();
      else this.player?.pause();
    }

    turn() {
      const before = this.text.value.slice(0, this.text.selectionStart);
      const speaker = next(before);
      const time = this.player ? `[${clock(this.player.currentTime)}] ` : "";
      const begin = before && !before.endsWith("\n") ? "\n" : "";
      const words = `${begin}${time}${speaker ? `${speaker}: ` : ""}`;
      this.text.setRangeText(words, this.text.selectionStart, this.text.selectionEnd, "end");
      this.text.dispatchEvent(new Event("input", { bubbles: true }));
    }
  },
);
