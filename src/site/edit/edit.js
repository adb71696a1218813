// Gives the content folder of `urne edit` to the editor, as if a browser had let it choose a folder of the system, and puts
// what the checker says of it beside the fields.
"use strict";
(() => {
  const CHANGED = "Ce fichier a changé entre-temps : rien n’a été écrasé. Copiez ce que vous avez écrit, puis rechargez la page.";
  const versions = new Map();

  const ask = async (method, address, path, body) => {
    const headers = method === "GET" ? {} : { "x-urne-version": versions.get(path) ?? "" };
    const answer = await fetch(address, { method, headers, body });
    if (answer.ok) return answer;
    if (answer.status === 404) throw new DOMException(path, "NotFoundError");
    const reason = answer.status === 412 ? CHANGED : await answer.text();
    alarm(`${path} : ${reason}`);
    throw new Error(reason);
  };
  const encoded = (path) => path.split("/").map(encodeURIComponent).join("/");
  const address = (path) => `file/${encoded(path)}`;

  const put = async (path, data) => {
    const answer = await ask("PUT", address(path), path, data);
    versions.set(path, answer.headers.get("x-urne-version"));
    check();
  };

  // What is first written under a name of its own, then given the name that is meant, is written once.
  const isPassing = (name) => name.startsWith(".sveltia-tmp-");

  class OurFile {
    constructor(path) {
      this.kind = "file";
      this.path = path;
      this.name = path.split("/").pop();
    }
    async getFile() {
      if (this.written) return new File([this.written], this.name);
      const answer = await ask("GET", address(this.path), this.path);
      versions.set(this.path, answer.headers.get("x-urne-version"));
      return new File([await answer.blob()], this.name);
    }
    async createWritable() {
      const write = async (data) => {
        if (isPassing(this.name)) this.written = data;
        else await put(this.path, data);
      };
      return { write, close: async () => {} };
    }
    async move(folder, name) {
      const to = folder.below(name);
      if (this.written) {
        await put(to, this.written);
        delete this.written;
      } else {
        const known = versions.get(this.path);
        await ask("POST", `rename/${encoded(this.path)}`, this.path, to);
        versions.delete(this.path);
        versions.set(to, known);
        check();
      }
      [this.path, this.name] = [to, name];
    }
  }

  class OurFolder {
    constructor(path) {
      this.kind = "directory";
      this.path = path;
      this.name = path.split("/").pop();
    }
    below(name) {
      return this.path ? `${this.path}/${name}` : name;
    }
    async requestPermission() {
      return "granted";
    }
    async getDirectoryHandle(name) {
      return new OurFolder(this.below(name));
    }
    async getFileHandle(name, { create = false } = {}) {
      const file = new OurFile(this.below(name));
      if (!create) await file.getFile();
      return file;
    }
    async removeEntry(name) {
      if (isPassing(name)) return;
      await ask("DELETE", address(this.below(name)), this.below(name));
      versions.delete(this.below(name));
      check();
    }
    async *entries() {
      const files = await (await ask("GET", "files", "")).json();
      const start = this.path ? `${this.path}/` : "";
      const seen = new Set();
      for (const { path } of files) {
        if (!path.startsWith(start)) continue;
        const [name, ...rest] = path.slice(start.length).split("/");
        if (seen.has(name)) continue;
        seen.add(name);
        yield [name, rest.length ? new OurFolder(this.below(name)) : new OurFile(path)];
      }
    }
  }

  const root = new OurFolder("");
  window.showDirectoryPicker = async () => root;
  window.FileSystemFileHandle ??= class {};
  FileSystemFileHandle.prototype.move ??= () => {};
  // The editor would keep the folder in a database of the browser, which takes none of our making.
  const { get } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.get = function (key) {
    const request = get.call(this, key);
    if (key === "root_dir_handle") Object.defineProperty(request, "result", { get: () => root });
    return request;
  };
  localStorage.setItem("sveltia-cms.user", JSON.stringify({ backendName: "local" }));

  // What the checker says.
  let answers = [];
  let asked = 0;
  const check = () => {
    clearTimeout(asked);
    asked = setTimeout(async () => {
      const answer = await fetch("check");
      if (!answer.ok) return;
      answers = await answer.json();
      show();
    }, 200);
  };

  const config = JSON.parse(document.getElementById("config").textContent);
  const collections = config.collections.map(({ name, folder, extension }) => ({
    of: (file) => file.startsWith(`${folder}/`) && file.endsWith(`.${extension}`),
    place: (file) => `#/collections/${name}/entries/${file.slice(folder.length + 1, -extension.length - 1)}`,
  }));
  const single = config.singletons[0];
  collections.push({ of: (file) => file === single.file, place: () => `#/collections/_singletons/entries/${single.name}` });
  const place = (file) => collections.find(({ of }) => of(file))?.place(file);

  // The field of an answer, or the one around it that is shown.
  const shown = (field) => {
    for (let path = field ?? ""; path; path = path.slice(0, Math.max(path.lastIndexOf("."), 0))) {
      const found = document.querySelector(`[data-key-path="${CSS.escape(path)}"]`);
      if (found) return found;
    }
    return null;
  };

  const text = ({ title, found, help }) => [title, found, help].filter(Boolean).join(" ; ");
  const element = (name, className, content) => {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = content;
    return made;
  };

  // Puts everything where it belongs; what is there already stays.
  const show = () => {
    const here = decodeURI(location.hash);
    const wanted = new Map();
    const others = [];
    for (const answer of answers) {
      const field = place(answer.file) === here && shown(answer.field);
      if (field) wanted.set(field, [...(wanted.get(field) ?? []), answer]);
      else others.push(answer);
    }
    for (const old of document.querySelectorAll(".urne-answers")) {
      if (!wanted.has(old.parentElement)) old.remove();
    }
    for (const [field, found] of wanted) {
      const said = JSON.stringify(found);
      const old = field.querySelector(":scope > .urne-answers");
      if (old?.dataset.said === said) continue;
      old?.remove();
      const list = element("div", "urne-answers", "");
      list.dataset.said = said;
      list.setAttribute("role", "alert");
      list.append(...found.map((it) => element("p", `urne-${it.severity}`, text(it))));
      field.prepend(list);
    }
    showOthers(others);
  };

  const showOthers = (others) => {
    const said = JSON.stringify(others);
    const old = document.querySelector(".urne-others");
    if (old?.dataset.said === said) return;
    old?.remove();
    if (!others.length) return;
    const panel = element("details", "urne-others", "");
    panel.dataset.said = said;
    const errors = others.filter(({ severity }) => severity === "error").length;
    const count = (number, one) => `${number} ${one}${number > 1 ? "s" : ""}`;
    const parts = [errors && count(errors, "faute"), others.length - errors && count(others.length - errors, "avertissement")];
    const summary = element("summary", errors ? "urne-error" : "urne-warning", `urne check : ${parts.filter(Boolean).join(", ")}`);
    const list = document.createElement("ul");
    for (const answer of others) {
      const item = element("li", `urne-${answer.severity}`, "");
      const link = place(answer.file);
      const file = link ? Object.assign(element("a", "", answer.file), { href: link }) : element("b", "", answer.file);
      item.append(file, ` : ${text(answer)}`);
      list.append(item);
    }
    panel.append(summary, list);
    document.body.append(panel);
  };

  const alarm = (said) => {
    const box = element("p", "urne-alarm", said);
    box.setAttribute("role", "alert");
    document.body.append(box);
    setTimeout(() => box.remove(), 15000);
  };

  const STYLE = `
    .urne-answers { margin: 0 0 8px; }
    .urne-answers p { margin: 0 0 4px; padding: 6px 10px; border-left: 4px solid; border-radius: 4px; user-select: text; }
    .urne-error { --ink: #a40e26; --paper: #fdecee; }
    .urne-warning { --ink: #7a4d00; --paper: #fff4dd; }
    .urne-answers p, .urne-others { color: var(--ink); background: var(--paper); }
    .urne-others { position: fixed; inset: auto 16px 16px auto; z-index: 90; max-width: min(36rem, calc(100vw - 32px));
      max-height: 50vh; overflow: auto; border-radius: 8px; background: #fff; box-shadow: 0 2px 12px #0005; font: 14px/1.5 system-ui, sans-serif; }
    /* Above the bar that the editor has there on a phone. */
    @media (width < 768px) { .urne-others { bottom: 64px; } }
    .urne-others summary { padding: 8px 14px; cursor: pointer; color: var(--ink); background: var(--paper); border-radius: 8px; }
    .urne-others ul { margin: 0; padding: 8px 14px 12px; list-style: none; }
    .urne-others li { padding: 4px 0; color: var(--ink); user-select: text; }
    .urne-others a { color: inherit; text-decoration: underline; }
    .urne-alarm { position: fixed; inset: 16px 16px auto; z-index: 9999; margin: 0 auto; max-width: 40rem; padding: 12px 16px;
      border-radius: 8px; color: #fff; background: #a40e26; font: 16px/1.5 system-ui, sans-serif; }
    [data-theme="dark"] .urne-error { --ink: #ff9aa8; --paper: #3b1218; }
    [data-theme="dark"] .urne-warning { --ink: #ffcf70; --paper: #33260a; }
    [data-theme="dark"] .urne-others { background: #1d1f23; }`;

  addEventListener("DOMContentLoaded", () => {
    document.head.append(element("style", "", STYLE));
    let waiting = false;
    new MutationObserver(() => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        show();
      });
    }).observe(document.body, { childList: true, subtree: true });
    addEventListener("hashchange", show);
    check();
  });
})();
