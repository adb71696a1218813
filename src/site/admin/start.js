// Starts the editor, in French, and lets it ask nobody but this host and the service that keeps the files.
"use strict";
(() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const config = read("config");
  const { hosts } = read("admin");

  // The editor would look for its words, for newer versions of itself and for news of services on hosts of others.
  const ask = window.fetch.bind(window);
  const isOurs = ({ origin, protocol }) =>
    origin === location.origin || hosts.includes(origin) || ["blob:", "data:"].includes(protocol);
  window.fetch = async (request, options) => {
    const url = new URL(request instanceof Request ? request.url : request, location.href);
    if (isOurs(url)) return ask(request, options);
    if (url.pathname.endsWith("/locales/fr.json")) return ask("fr.json");
    return new Response("", { status: 503 });
  };

  // It would offer the language of the browser.
  Object.defineProperty(navigator, "language", { get: () => "fr" });
  const PREFERENCES = "sveltia-cms.prefs";
  const preferences = JSON.parse(localStorage.getItem(PREFERENCES) ?? "{}");
  // An editor that closes when it saves would hide what is said of what was saved.
  const ours = { locale: "fr", closeOnSave: false };
  localStorage.setItem(PREFERENCES, JSON.stringify({ ...ours, ...preferences }));

  // Notes in JSON stay: they come at the head of the file. Under this name the editor keeps them, as it keeps all that it
  // has no form for.
  const NOTES = "//";
  const TOKENS = /"(?:\\.|[^"\\])*"|\/\/.*|\/\*[^]*?\*\//g;
  const fromFile = (text) => {
    const notes = [];
    const isNote = (token) => token.startsWith("/");
    const bare = text.replace(TOKENS, (token) => (isNote(token) ? (notes.push(token), " ") : token));
    const strict = bare.replace(/"(?:\\.|[^"\\])*"|,(?=\s*[\]}])/g, (token) => (token === "," ? "" : token));
    const content = JSON.parse(strict);
    return notes.length ? { [NOTES]: notes, ...content } : content;
  };
  const toFile = ({ [NOTES]: notes = [], ...content }) => {
    // Notes that follow each other may be lines of a list, which nothing else tells apart.
    const lines = notes.map((note) => `${note}\n`).join("");
    return lines + JSON.stringify(content, null, 2);
  };

  // What a draft holds that the editor offers to restore.
  const labels = new Map();
  for (const { name, file, fields } of [...config.collections, ...config.singletons]) {
    labels.set(name, new Map(fields.map((field) => [field.name, field.label])));
  }
  const drafts = (name) =>
    new Promise((resolve) => {
      const opened = indexedDB.open(name);
      opened.onerror = () => resolve([]);
      opened.onsuccess = () => {
        const database = opened.result;
        const store = "draft-backups";
        if (!database.objectStoreNames.contains(store)) return resolve([]);
        const all = database.transaction(store).objectStore(store).getAll();
        all.onsuccess = () => (database.close(), resolve(all.result));
        all.onerror = () => resolve([]);
      };
    });
  const described = ({ collectionName, slug, currentValues, files }) => {
    const names = labels.get(collectionName) ?? labels.get(slug) ?? new Map();
    const filled = new Map();
    for (const values of Object.values(currentValues)) {
      for (const [path, value] of Object.entries(values)) {
        const label = names.get(path.split(".")[0]);
        if (!label || value === "" || value === null || value === false || typeof value === "object") continue;
        filled.set(label, [...(filled.get(label) ?? []), String(value)]);
      }
    }
    const short = (text) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
    const parts = [...filled].map(([label, values]) => `${label} : ${short(values.join(", "))}`);
    const count = Object.keys(files ?? {}).length;
    return count ? [...parts, `${count} fichier${count > 1 ? "s" : ""}`] : parts;
  };
  const sayWhatIsRestored = async () => {
    const dialog = [...document.querySelectorAll("dialog[open], [role='alertdialog'], [role='dialog']")].find(
      (it) => /brouillon|sauvegarde/i.test(it.textContent) && /Restaurer/.test(it.textContent),
    );
    if (!dialog || dialog.querySelector(".urne-draft")) return;
    const list = Object.assign(document.createElement("ul"), { className: "urne-draft" });
    list.style.cssText = "margin:12px 0 0;padding:0 0 0 20px;user-select:text";
    (dialog.querySelector("main, .body, [role='document']") ?? dialog).append(list);
    const [, collection, slug] = decodeURI(location.hash).match(/^#\/collections\/([^/]+)\/(?:entries\/)?([^?]+)/) ?? [];
    const name = collection === "_singletons" ? slug : collection;
    const key = slug === "new" ? "" : slug;
    const { backend } = config;
    const found = (await drafts(`${backend.name}:${backend.repo}`)).find(
      (it) => [name, "_singletons"].includes(it.collectionName) && it.slug === key,
    );
    for (const part of found ? described(found) : []) {
      list.append(Object.assign(document.createElement("li"), { textContent: part }));
    }
  };

  window.CMS_MANUAL_INIT = true;
  addEventListener("DOMContentLoaded", () => {
    new MutationObserver(sayWhatIsRestored).observe(document.body, { childList: true, subtree: true });
    window.CMS.registerCustomFormat("json-with-notes", "json", { fromFile, toFile });
    window.CMS.init({ config });
  });
})();
