/* <door-list>: stairwells and their doors, each with what became of it; says `door-chosen` with door and stop. */
customElements.define(
  "door-list",
  class extends HTMLElement {
    show(stops, statuses) {
      this.replaceChildren(...stops.map((stop) => this.stop(stop, statuses)));
    }

    clear() {
      this.replaceChildren();
    }

    stop(stop, statuses) {
      const part = this.made("section", "round__stop");
      const title = part.appendChild(this.made("h2", ""));
      title.appendChild(document.createElement("bdi")).textContent = stop.name;
      const row = part.appendChild(this.made("ul", "round__doors plain-list"));
      row.append(...stop.doors.map((door) => this.door(stop, door, statuses[door.id])));
      return part;
    }

    door(stop, door, status) {
      const item = document.createElement("li");
      const button = item.appendChild(this.made("button", "button button--quiet round__door"));
      button.type = "button";
      button.dataset.door = door.id;
      button.dataset.status = status ?? "";
      button.appendChild(this.made("bdi", "round__number")).textContent = door.name;
      button.appendChild(this.made("span", "round__status")).textContent = this.getAttribute(`data-${status ?? "none"}`);
      const chosen = { bubbles: true, detail: { door, stop } };
      button.addEventListener("click", () => this.dispatchEvent(new CustomEvent("door-chosen", chosen)));
      return item;
    }

    made(name, classes) {
      const one = document.createElement(name);
      if (classes) one.className = classes;
      return one;
    }
  },
);
