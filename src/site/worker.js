// Keeps the program and the pages that were visited, so that they can be read without network.
// What is fresh comes first: a kept copy is shown only when the network fails or is too slow, and
// says when it was kept. Nothing here is needed: without this worker the site works the same.
const PROGRAM = "urne-program-{version}";
const PAGES = "urne-pages";
const SHELL = {shell};
const OFFLINE = "{offline}";

// How long a reader waits for the network when there is a copy, in milliseconds.
const PATIENCE = 4000;

// How long data is waited for at all: by then the program has told the reader (`browser::load`), and
// a request that goes on would hold up the next one.
const LIMIT = 10000;

// When a copy was kept, as the reader writes dates. `browser::load` and the style read it too.
const KEPT = "x-urne-kept";

addEventListener("install", (event) => {
  const kept = caches.open(PROGRAM).then((cache) => cache.addAll(SHELL));
  event.waitUntil(kept.then(() => skipWaiting()));
});

addEventListener("activate", (event) => {
  const others = (name) => name.startsWith("urne-program-") && name !== PROGRAM;
  const forgotten = caches.keys()
    .then((names) => Promise.all(names.filter(others).map((name) => caches.delete(name))));
  event.waitUntil(forgotten.then(() => clients.claim()));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (SHELL.includes(pathname) && pathname !== OFFLINE) {
    event.respondWith(program(request));
  } else if (request.mode === "navigate") {
    event.respondWith(fresh(event, pathname, isOurPage, (copy) => copy ? marked(copy) : offline()));
  } else if (pathname.endsWith(".json")) {
    event.respondWith(fresh(event, pathname, isJson, (copy) => copy ?? Response.error()));
  } else if (request.destination === "image") {
    event.respondWith(fresh(event, pathname, isImage, (copy) => copy ?? Response.error()));
  }
});

// What was kept, where a browser keeps anything.
const kept = (request, options) => caches.match(request, options).catch(() => undefined);

// Files of the program never change: their names carry a hash of what they hold.
const program = async (request) => (await kept(request)) ?? fetch(request);

// The answer of the network; `otherwise` makes one of the kept copy when network or host fail, or when
// they are slow and there is a copy.
const fresh = async (event, path, isWhole, otherwise) => {
  const copy = await kept(path, { cacheName: PAGES });
  const limit = isWhole === isJson ? { signal: AbortSignal.timeout?.(LIMIT) } : {};
  const answer = fetch(event.request, limit).then((answer) => {
    if (answer.ok) event.waitUntil(keep(path, answer.clone(), isWhole).catch(() => {}));
    return answer.status >= 500 && copy ? undefined : answer;
  });
  const late = new Promise((resolve) => { if (copy) setTimeout(resolve, PATIENCE); });
  try {
    return (await Promise.race([answer, late])) ?? otherwise(copy);
  } catch {
    return otherwise(copy);
  }
};

// A copy is kept whole or not at all: a cut-off file or the page of a captive portal is none. Where
// there is no room, nothing is kept. Its date is the host’s: clocks of visitors may be wrong.
const keep = async (path, answer, isWhole) => {
  const type = answer.headers.get("content-type") ?? "";
  const body = await answer.blob();
  if (!(await isWhole(type, body))) return;
  const now = new Date(answer.headers.get("date") ?? Date.now());
  const date = now.toLocaleString("fr-FR", { dateStyle: "short", timeStyle: "short" });
  // A header holds plain letters only.
  const headers = { "content-type": type, [KEPT]: date.replace(/[^ -~]/g, " ") };
  const cache = await caches.open(PAGES);
  await cache.put(path, new Response(body, { headers }));
};

const isOurPage = async (type, body) =>
  type.startsWith("text/html") && /<script type="application\/json" id="site">[^]*<\/html>\s*$/.test(await body.text());

const isJson = async (type, body) => {
  try {
    return "schema" in JSON.parse(await body.text());
  } catch {
    return false;
  }
};

const isImage = async (type) => type.startsWith("image/");

// A page that says when it was kept.
const marked = async (copy) => {
  const kept = copy.headers.get(KEPT);
  const page = (await copy.text()).replace("<html ", `<html data-kept="${kept}" `);
  return new Response(page, { headers: { "content-type": "text/html; charset=utf-8" } });
};

const offline = async () => (await kept(OFFLINE)) ?? Response.error();
