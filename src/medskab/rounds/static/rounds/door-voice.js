/* <door-voice>: records at the door. What was recorded so far is in `value` (base64), every few seconds anew. */
import { toBase64 } from "../js/sealed-bag.js";

const KINDS = ["audio/webm", "audio/mp4", "audio/ogg"];
const PIECE_MS = 4000;
const MOST_BYTES = 700000;
const BITS = 24000;

customElements.define(
  "door-voice",
  class extends HTMLElement {
    value = "";

    connectedCallback() {
      this.kind = window.MediaRecorder && KINDS.find((kind) => MediaRecorder.isTypeSupported(kind));
      this.hidden = !this.kind || !navigator.mediaDevices;
      this.part("begin").addEventListener("click", () => this.begin());
      this.part("end").addEventListener("click", () => this.stop());
      this.part("drop").addEventListener("click", () => this.put("", true));
      this.put("");
    }

    part(name) {
      return this.querySelector(`[data-${name}]`);
    }

    put(value, isNew = false) {
      this.value = value;
      this.part("there").hidden = !value;
      this.part("failed").hidden = true;
      if (isNew) this.dispatchEvent(new Event("input", { bubbles: true }));
    }

    async begin() {
      try {
        this.stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      } catch {
        this.part("failed").hidden = false;
        return;
      }
      this.pieces = [];
      this.recorder = new MediaRecorder(this.stream, { mimeType: this.kind, audioBitsPerSecond: BITS });
      this.recorder.addEventListener("dataavailable", (event) => this.add(event.data));
      this.recorder.addEventListener("stop", () => this.running(false));
      this.recorder.start(PIECE_MS);
      this.running(true);
    }

    async add(piece) {
      this.pieces.push(piece);
      const whole = new Blob(this.pieces, { type: this.kind });
      if (whole.size > MOST_BYTES) this.stop();
      this.added = whole.arrayBuffer().then((bytes) => this.put(toBase64(new Uint8Array(bytes)), true));
    }

    /* Resolves when the last piece is in `value`. */
    async stop() {
      if (this.recorder?.state !== "recording") return;
      const ended = new Promise((done) => this.recorder.addEventListener("stop", done, { once: true }));
      this.recorder.stop();
      await ended;
      await this.added;
    }

    running(isRecording) {
      this.part("begin").hidden = isRecording;
      this.part("end").hidden = !isRecording;
      if (!isRecording) this.stream.getTracks().forEach((track) => track.stop());
    }
  },
);
