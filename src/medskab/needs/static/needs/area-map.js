/* <area-map>: the printed map becomes one that moves when somebody asks for it; its pins come from the list. */
import { mark, openMap } from "./leaflet-map.js";

class AreaMap extends HTMLElement {
  connectedCallback() {
    this.button = this.querySelector("[data-open]");
    this.button.hidden = false;
    this.button.addEventListener("click", () => this.open(), { once: true });
  }

  async open() {
    const here = this.querySelector("[data-here]");
    const still = this.querySelector("[data-still]");
    here.hidden = false;
    still.hidden = true;
    try {
      this.map = await openMap(here, this.dataset);
    } catch {
      here.hidden = true;
      still.hidden = false;
      this.querySelector("[data-said]").textContent = this.dataset.failed;
      this.button.addEventListener("click", () => this.open(), { once: true });
      return;
    }
    this.button.hidden = true;
    this.querySelector("[data-said]").textContent = "";
    document.querySelectorAll("[data-pin]").forEach((row, at) => this.add(row, at + 1));
    here.addEventListener("keydown", (event) => this.key(event));
    here.focus({ preventScroll: true });
  }

  add(row, number) {
    const { latitude, longitude, kind } = row.dataset;
    const link = row.querySelector("a");
    const words = document.createElement("div");
    words.append(link.cloneNode(true), row.querySelector("p").cloneNode(true));
    const marker = L.marker([latitude, longitude], {
      icon: mark(kind, String(number)),
      title: link.textContent,
      alt: `${number} ${link.textContent}`,
      riseOnHover: true,
    });
    marker.addTo(this.map).bindPopup(words, { closeButton: false, autoPanPadding: [24, 24] });
    const button = marker.getElement();
    button.setAttribute("aria-label", `${number} ${link.textContent}`);
    marker.on("popupopen", () => {
      this.opened = button;
      words.querySelector("a").focus({ preventScroll: true });
    });
    button.addEventListener("keydown", (event) => {
      if (event.key !== " ") return; // Enter is Leaflet's own
      event.preventDefault();
      marker.openPopup();
    });
  }

  key(event) {
    if (event.key !== "Escape" || !this.opened) return;
    event.stopPropagation();
    this.map.closePopup();
    this.opened.focus();
    this.opened = undefined;
  }
}

customElements.define("area-map", AreaMap);
