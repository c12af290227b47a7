/* <code-palette type-words="…"> around the fields of a passage: marked words fill in where they begin and end,
   and the code is found by typing, arrow keys and Enter. Without it lines and a list do the same. */

const inPoints = (text) => [...text].length;

const placeOf = (node, offset) => {
  const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest("[data-start]");
  if (!piece) return null;
  const before = node.nodeType === Node.TEXT_NODE ? node.data.slice(0, offset) : "";
  return Number(piece.dataset.start) + inPoints(before);
};

class CodePalette extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form");
    this.list = this.form.elements.code;
    this.all = [...this.list.options].filter((option) => option.value);
    this.search = document.createElement("input");
    Object.assign(this.search, { type: "search", className: "field__input", autocomplete: "off" });
    this.search.setAttribute("aria-label", this.getAttribute("type-words"));
    this.search.placeholder = this.getAttribute("type-words");
    this.list.before(this.search);
    this.list.size = Math.min(8, Math.max(2, this.all.length));
    this.search.addEventListener("input", () => this.narrow());
    this.search.addEventListener("keydown", (event) => this.steer(event));
    document.addEventListener("selectionchange", () => this.mark());
    document.querySelector(".coding__text").addEventListener("pointerup", () => this.offer());
  }

  narrow() {
    const words = this.search.value.trim().toLocaleLowerCase();
    this.list.replaceChildren(...this.all.filter((option) => option.text.toLocaleLowerCase().includes(words)));
    this.list.selectedIndex = this.list.options.length ? 0 : -1;
  }

  steer(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      const last = this.list.options.length - 1;
      this.list.selectedIndex = Math.min(last, Math.max(0, this.list.selectedIndex + step));
    } else if (event.key === "Enter" && this.list.selectedIndex >= 0) {
      this.form.requestSubmit();
    } else {
      return;
    }
    event.preventDefault();
  }

  mark() {
    const selection = document.getSelection();
    if (selection.isCollapsed || !selection.rangeCount) return;
    const range = selection.getRangeAt(0);
    const places = [placeOf(range.startContainer, range.startOffset), placeOf(range.endContainer, range.endOffset)];
    if (places.includes(null) || places[0] >= places[1]) return;
    [this.form.elements.start.value, this.form.elements.end.value] = places;
  }

  offer() {
    if (!document.getSelection().isCollapsed && matchMedia("(hover: hover)").matches) this.search.focus();
  }
}

customElements.define("code-palette", CodePalette);
