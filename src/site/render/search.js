// The search: what is typed is answered from the index that the build made (src/site/search), of which nothing is
// loaded before the first key. It comes when a field of the search has the focus, and needs nothing else.

const { folder } = document.getElementById("loader").dataset;
const WITHOUT_MEANING = new Set("{without-meaning}".split(" "));
const PAGES_A_FILE = {pages-a-file};
const SHOWN = 20;
const QUOTED = 5;

document.styleSheets[0].insertRule({style}, document.styleSheets[0].cssRules.length);

const files = new Map();
const file = (path) => {
  if (!files.has(path)) files.set(path, load(path));
  return files.get(path);
};
const load = async (path) => {
  try {
    const answer = await fetch(`${folder}${path}`);
    if (!answer.ok) throw new Error(path);
    return await answer.text();
  } catch (error) {
    files.delete(path);
    // The index of another deployment is elsewhere.
    files.delete("{index}/index.txt");
    throw error;
  }
};
const lines = async (path) => (await file(path)).split("\n");

// A text as the index has it (`words::fold`).
const fold = (text) => text.toLowerCase().replaceAll("œ", "oe").replaceAll("æ", "ae").replaceAll("ß", "ss")
  .normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[^a-z0-9]+/g, " ").trim();

const SAINTS = { st: "saint", ste: "sainte" };
const wordsOf = (text) => fold(text).split(" ")
  .filter((word) => word.length > 1 && !WITHOUT_MEANING.has(word)).map((word) => SAINTS[word] ?? word);

// Pages that have a word of each that was typed or, where none has, of most of them; the best first.
const find = async (typed) => {
  const [version, endings, ...beginnings] = await lines("{index}/index.txt");
  const isEnding = new Set(endings.split(" "));
  // « journaux » is another form of « journal ».
  const forms = typed.map((word) => [word, word.replace(/aux$/, "al")]);
  const nearness = (word, stem, form) => word === form ? 4
    : form.startsWith(stem) && isEnding.has(form.slice(stem.length)) ? 3
    : word.startsWith(form) ? 2 : 0;
  const isAsked = (beginning) => forms.flat().some((form) => form.startsWith(beginning) || beginning.startsWith(form));
  const parts = beginnings.filter(isAsked).map((beginning) => lines(`{index}/${version}/mots-${beginning}.txt`));
  const scores = new Map();
  const matched = new Set();
  for (const line of (await Promise.all(parts)).flat()) {
    const [word, length, ...pages] = line.split(" ");
    const stem = word.slice(0, length);
    forms.forEach((its, at) => {
      const near = Math.max(...its.map((form) => nearness(word, stem, form)));
      if (!near || !pages.length) return;
      matched.add(word);
      for (const [page, weight] of pages.map((it) => it.split(":"))) {
        const its = scores.get(page) ?? [];
        its[at] = Math.max(its[at] ?? 0, near * weight);
        scores.set(page, its);
      }
    });
  }
  const sum = (scores) => Object.values(scores).reduce((one, other) => one + other, 0);
  const count = (scores) => Object.keys(scores).length;
  const most = Math.max(0, ...[...scores.values()].map(count));
  const best = [...scores].filter(([, its]) => count(its) === most)
    .sort(([one, a], [other, b]) => sum(b) - sum(a) || one - other);
  const found = best.slice(0, SHOWN).map(async ([page]) => {
    const there = await lines(`{index}/${version}/pages-${Math.floor(page / PAGES_A_FILE)}.txt`);
    return there[page % PAGES_A_FILE].split("\t");
  });
  return { found: await Promise.all(found), matched, all: best.length, isPartial: most < typed.length };
};

const element = (name, ...children) => {
  const made = document.createElement(name);
  made.append(...children);
  return made;
};

const PIECES = /([\p{L}\p{M}\p{N}]+)/u;
const marked = (text, matched) => text.split(PIECES)
  .map((piece, at) => at % 2 && matched.has(fold(piece)) ? element("mark", piece) : piece);
const hasOne = (text, matched) => text.split(PIECES).some((piece) => matched.has(fold(piece)));

// What a text says around the first word that was found.
const quote = (text, matched) => {
  const pieces = text.split(PIECES);
  const at = pieces.findIndex((piece) => matched.has(fold(piece)));
  if (at < 0) return "";
  const [start, end] = [Math.max(0, at - 24), at + 48];
  return `${start ? "…" : ""}${pieces.slice(start, end).join("").trim()}${end < pieces.length ? "…" : ""}`;
};

const number = (all, isPartial) => {
  if (!all) return "Aucune page ne répond.";
  const answers = all === 1 ? "1 réponse" : `${all.toLocaleString("fr")} réponses`;
  return isPartial ? `Aucune page n’a tous ces mots. ${answers} à une partie d’entre eux.` : `${answers}.`;
};

// Two places whose content changes: assistive tools are told the number only.
const placesOf = (field) => {
  const answers = field.form.querySelector(".answers");
  if (!answers.firstChild) {
    const status = element("p");
    status.className = "row-count";
    status.setAttribute("role", "status");
    answers.append(status, element("ol"));
  }
  return answers.children;
};

let turn = 0;
const answer = async (field) => {
  const mine = ++turn;
  const [status, list] = placesOf(field);
  const typed = wordsOf(field.value);
  if (field.closest("main")) {
    const query = field.value && `?q=${encodeURIComponent(field.value)}`;
    history.replaceState(history.state, "", `${location.pathname}${query}`);
  }
  if (!typed.length) {
    status.textContent = "";
    return list.replaceChildren();
  }
  try {
    const { found, matched, all, isPartial } = await find(typed).catch(() => find(typed));
    if (mine !== turn) return;
    status.textContent = number(all, isPartial);
    list.replaceChildren(...found.map(([path, title, about, summary]) => {
      const link = element("a", ...marked(title, matched));
      link.href = `${folder}${path}`;
      const kicker = element("p", ...marked(about, matched));
      kicker.className = "kicker";
      return element("li", link, kicker, element("p", ...marked(summary, matched)));
    }));
    quoteAll(found.slice(0, QUOTED), matched, list, mine);
  } catch {
    if (mine !== turn) return;
    status.textContent = "La recherche n’a pas pu être chargée. Vérifiez la connexion, puis réessayez.";
    list.replaceChildren();
  }
};

// Pages that have the words in their text only say where, to who has stopped typing.
const quoteAll = async (found, matched, list, mine) => {
  await new Promise((resolve) => setTimeout(resolve, 300));
  if (mine !== turn || navigator.connection?.saveData) return;
  for (const [at, [path, ...shown]] of found.entries()) {
    if (shown.some((text) => hasOne(text, matched))) continue;
    // Without its style, which the policy of this page does not know; elements set words apart.
    const page = (await file(path).catch(() => "")).replace(/<style>[^]*?<\/style>/, "").replaceAll("<", " <");
    const main = new DOMParser().parseFromString(page, "text/html").querySelector("main article");
    const text = quote(main?.textContent.replace(/\s+/g, " ") ?? "", matched);
    if (mine !== turn) return;
    if (text) list.children[at].lastChild.replaceChildren(...marked(text, matched));
  }
};

const isField = (it) => it?.name === "q" && it.form?.matches(".search");

addEventListener("input", ({ target }) => { if (isField(target)) answer(target); });

// The page of the search answers as one types.
addEventListener("submit", (event) => { if (event.target.matches("main .search")) event.preventDefault(); });

// Where there is room, the link of the header becomes a field.
const WIDE = matchMedia("(min-width: 48rem)");
const link = document.querySelector("header a[href$='{search}']");
addEventListener("click", (event) => {
  const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  if (event.target !== link || !isPlain || !WIDE.matches || document.querySelector("main .search")) return;
  event.preventDefault();
  open();
}, true);
const open = () => {
  const input = element("input");
  const answers = element("div");
  const form = element("form", input, answers);
  Object.assign(input, { type: "search", name: "q", autocomplete: "off", placeholder: link.textContent });
  input.setAttribute("aria-label", link.textContent);
  answers.className = "answers";
  form.className = "search";
  form.setAttribute("role", "search");
  form.action = link.href;
  form.addEventListener("focusout", ({ relatedTarget }) => {
    if (!input.value && !form.contains(relatedTarget)) close();
  });
  link.hidden = true;
  link.after(form);
  input.focus();
};
const close = () => {
  if (!link?.hidden) return;
  link.hidden = false;
  document.querySelector("header .search")?.remove();
};

// Arrows go through the answers, Escape leaves the search of the header.
addEventListener("keydown", (event) => {
  const form = event.target.closest?.(".search");
  if (!form) return;
  if (event.key === "Escape" && form.closest("header")) {
    close();
    return link.focus();
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const stops = [form.elements.q, ...form.querySelectorAll("a")];
  const next = step && stops[stops.indexOf(event.target) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
});

// The URL of the page of the search says what is looked for; what was found on another page is over.
const shown = () => {
  close();
  const field = document.querySelector("main .search [name=q]");
  const asked = new URLSearchParams(location.search).get("q");
  if (!field || !asked) return;
  field.value = asked;
  answer(field);
};
new MutationObserver(shown).observe(document.getElementById("contenu"), { attributeFilter: ["data-path"] });
shown();
if (isField(document.activeElement) && document.activeElement.value) answer(document.activeElement);
