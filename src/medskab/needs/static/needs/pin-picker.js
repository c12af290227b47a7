/* <pin-picker>: a map in a form, loaded when it is opened; a tap or the arrow keys put the pin. */
import { mark, openMap } from "./leaflet-map.js";

const STEPS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

class PinPicker extends HTMLElement {
  connectedCallback() {
    this.fields = [this.dataset.latitude, this.dataset.longitude].map((id) => document.getElementById(id));
    this.inside = this.querySelector("[data-inside]");
    this.button = this.querySelector("[data-open]");
    this.hidden = false;
    this.button.addEventListener("click", () => this.toggle());
    this.querySelector("[data-remove]").addEventListener("click", () => this.takeAway());
    this.say();
  }

  toggle() {
    const isOpen = this.inside.hidden;
    this.inside.hidden = !isOpen;
    this.button.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) this.load();
  }

  async load() {
    if (this.map) return;
    const here = this.querySelector("[data-here]");
    try {
      this.map = await openMap(here, this.dataset);
    } catch {
      this.say(this.dataset.failed);
      return;
    }
    this.map.keyboard.disable(); // the arrow keys are the pin's; plus and minus stay as buttons
    here.tabIndex = 0;
    here.addEventListener("keydown", (event) => this.key(event));
    this.map.on("click", ({ latlng }) => this.put(latlng));
    if (this.fields[0].value) this.put(L.latLng(...this.fields.map((field) => field.value)));
    here.focus({ preventScroll: true });
  }

  key(event) {
    if (event.target !== event.currentTarget) return; // a button in the map
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const far = event.shiftKey ? 40 : 8;
    const from = this.map.latLngToContainerPoint(this.marker ? this.marker.getLatLng() : this.map.getCenter());
    this.put(this.map.containerPointToLatLng(from.add(this.marker ? [step[0] * far, step[1] * far] : [0, 0])));
    this.map.panInside(this.marker.getLatLng(), { padding: [40, 40] });
  }

  put(place) {
    if (this.marker) this.marker.setLatLng(place);
    else {
      const options = { icon: mark("pin"), draggable: true, keyboard: false, autoPan: true };
      this.marker = L.marker(place, options).addTo(this.map);
      this.marker.on("dragend", () => this.put(this.marker.getLatLng()));
    }
    [this.fields[0].value, this.fields[1].value] = [place.lat.toFixed(6), place.lng.toFixed(6)];
    this.say();
  }

  takeAway() {
    this.marker?.remove();
    this.marker = undefined;
    for (const field of this.fields) field.value = "";
    this.say();
  }

  say(words) {
    this.querySelector("[data-said]").textContent = words ?? (this.fields[0].value ? this.dataset.set : this.dataset.none);
  }
}

customElements.define("pin-picker", PinPicker);
