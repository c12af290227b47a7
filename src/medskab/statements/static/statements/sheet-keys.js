/* <sheet-keys>: on a row of a sheet, 1, 2 and 3 choose, 0 leaves it out; the next row takes the focus. */
customElements.define(
  "sheet-keys",
  class extends HTMLElement {
    connectedCallback() {
      this.addEventListener("keydown", (event) => this.press(event));
    }

    press(event) {
      const row = event.target.closest("fieldset");
      const at = ["1", "2", "3", "0"].indexOf(event.key);
      if (!row || at < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      row.querySelectorAll("input")[at].checked = true;
      const rows = [...this.querySelectorAll("fieldset")];
      const next = rows[rows.indexOf(row) + 1];
      (next?.querySelector("input:checked") ?? this.querySelector("button")).focus();
    }
  },
);
