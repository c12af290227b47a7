/* <page-tool do="print|share|copy"><button>: shown only where the device can do it. */
const can = {
  print: () => Boolean(window.print),
  share: () => Boolean(navigator.share),
  copy: () => Boolean(navigator.clipboard),
};

const tools = {
  print: () => window.print(),
  share: () => navigator.share({ title: document.title, url: location.href }).catch(() => {}),
  copy: (tool) =>
    navigator.clipboard.writeText(tool.getAttribute("text") ?? location.href).then(() => {
      tool.querySelector("[data-done]").textContent = tool.getAttribute("done");
    }),
};

customElements.define(
  "page-tool",
  class extends HTMLElement {
    connectedCallback() {
      const kind = this.getAttribute("do");
      if (!can[kind]()) return;
      this.hidden = false;
      this.querySelector("button").addEventListener("click", () => tools[kind](this));
    }
  },
);
