/* <voice-recorder for="…">: records here and puts the recording into the file field; without it the field stays as it is. */
const LONGEST_SECONDS = 180;
const KINDS = ["audio/webm", "audio/mp4", "audio/ogg"];

customElements.define(
  "voice-recorder",
  class extends HTMLElement {
    connectedCallback() {
      this.kind = window.MediaRecorder && KINDS.find((kind) => MediaRecorder.isTypeSupported(kind));
      if (!this.kind || !navigator.mediaDevices || !window.DataTransfer) return;
      this.hidden = false;
      this.part("begin").addEventListener("click", () => this.begin());
      this.part("end").addEventListener("click", () => this.recorder.stop());
    }

    part(name) {
      return this.querySelector(`[data-${name}]`);
    }

    say(attribute) {
      this.part("said").textContent = attribute ? this.getAttribute(attribute) : "";
    }

    async begin() {
      this.say("");
      try {
        this.stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      } catch {
        this.say("failed");
        return;
      }
      this.recorder = new MediaRecorder(this.stream, { mimeType: this.kind });
      const pieces = [];
      this.recorder.addEventListener("dataavailable", (event) => pieces.push(event.data));
      this.recorder.addEventListener("stop", () => this.keep(pieces));
      this.recorder.start();
      this.show(true);
      let seconds = 0;
      this.part("seconds").textContent = "0";
      this.clock = setInterval(() => {
        this.part("seconds").textContent = String(++seconds);
        if (seconds >= LONGEST_SECONDS) this.recorder.stop();
      }, 1000);
    }

    keep(pieces) {
      clearInterval(this.clock);
      this.stream.getTracks().forEach((track) => track.stop());
      const carrier = new DataTransfer();
      carrier.items.add(new File(pieces, `voice.${this.kind.split("/")[1]}`, { type: this.kind }));
      document.getElementById(this.getAttribute("for")).files = carrier.files;
      this.show(false);
      this.say("done");
    }

    show(isRecording) {
      this.part("begin").hidden = isRecording;
      this.part("end").hidden = !isRecording;
    }
  },
);
