/* Bright, dark, or as the device: kept in a cookie, so that the next page arrives right. */
customElements.define(
  "theme-choice",
  class extends HTMLElement {
    connectedCallback() {
      this.hidden = false;
      this.addEventListener("click", (event) => {
        const button = event.target.closest("button");
        if (button) this.choose(button.value);
      });
      this.show();
    }

    choose(theme) {
      const age = theme ? 31536000 : 0;
      const secure = location.protocol === "https:" ? ";secure" : "";
      document.cookie = `theme=${theme};path=/;max-age=${age};samesite=lax${secure}`;
      const root = document.documentElement;
      if (theme) root.dataset.theme = theme;
      else delete root.dataset.theme;
      this.show();
    }

    show() {
      const now = document.documentElement.dataset.theme ?? "";
      for (const button of this.querySelectorAll("button")) {
        button.setAttribute("aria-pressed", String(button.value === now));
      }
    }
  },
);
