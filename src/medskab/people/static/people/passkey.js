/* <pass-key do="ask|make" options="id of the JSON on the page" | address="where to get it" failed="…">
   asks the device for its passkey, or for a new one, and sends what it answers with the form inside. */

const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

/* Browsers keep passkeys for names, not for numbers such as 127.0.0.1. */
const isNumber = (host) => /^[\d.]+$|:/.test(host);

const known = (list) => (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }));

const asked = ({ publicKey }) => ({
  publicKey: { ...publicKey, challenge: bytes(publicKey.challenge), allowCredentials: known(publicKey.allowCredentials) },
});

/* A passkey that we make always lives on the device and always asks who is holding it. */
const wanted = ({ publicKey }) => ({
  publicKey: {
    ...publicKey,
    challenge: bytes(publicKey.challenge),
    user: { ...publicKey.user, id: bytes(publicKey.user.id) },
    excludeCredentials: known(publicKey.excludeCredentials),
    authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
  },
});

const written = (credential) => {
  const response = { transports: credential.response.getTransports?.() };
  for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[part]) response[part] = text(credential.response[part]);
  }
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response,
  });
};

class PassKey extends HTMLElement {
  connectedCallback() {
    if (!window.PublicKeyCredential || isNumber(location.hostname)) return;
    this.hidden = false;
    document.querySelectorAll("[data-without-passkeys]").forEach((note) => note.remove());
    this.form = this.querySelector("form");
    this.said = this.querySelector("[data-said]");
    this.querySelector("button").addEventListener("click", () => this.go());
  }

  async go() {
    this.said.textContent = "";
    try {
      const options = await this.options();
      const credential =
        this.getAttribute("do") === "make"
          ? await navigator.credentials.create(wanted(options))
          : await navigator.credentials.get(asked(options));
      this.form.elements.credential.value = written(credential);
      this.form.submit();
    } catch {
      this.said.textContent = this.getAttribute("failed");
    }
  }

  async options() {
    const address = this.getAttribute("address");
    if (!address) return JSON.parse(document.getElementById(this.getAttribute("options")).textContent);
    const answer = await fetch(address, { headers: { Accept: "application/json" } });
    return (await answer.json()).request_options;
  }
}

customElements.define("pass-key", PassKey);
