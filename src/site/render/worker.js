// Keeps the app and the pages that were visited, so that they can be read without network.
// What is fresh comes first: a kept copy is shown only when the network fails or is too slow, and
// says when it was kept. Nothing here is needed: without this worker the site works the same.

// Copies belong to a host; sites in other folders of it have their own.
const ROOT = new URL(registration.scope).pathname;
const SITE = `urne ${ROOT} `;
const CODE = `${SITE}code`;
const PAGES = `${SITE}pages`;
const OFFLINE = "{offline}";

// How long a reader waits for the network when there is a copy, in milliseconds.
const PATIENCE = 4000;

// How long code waits for the store of the browser, in milliseconds.
const STORE_PATIENCE = 1000;

// How long data is waited for at all: by then the app has told the reader (`browser::load`), and
// a request that goes on would hold up the next one.
const LIMIT = 10000;

// When a copy was kept, as the reader writes dates. `browser::load` and the style read it too.
const KEPT = "x-urne-kept";

addEventListener("install", (event) => {
  const offline = caches.open(CODE).then((cache) => cache.add(OFFLINE));
  event.waitUntil(offline.then(keepWhatIsOpen));
});

// A page says which files its code is made of, whose names carry a hash of what they hold, and its page for
// times without network with the build in its query. What another deployment had is forgotten when all of
// this one is kept: so this worker need not change with each deployment, and never takes the place of another
// under an open page: Chromium 156 may let the next page wait for a minute then.
addEventListener("message", (event) => event.waitUntil(keepFiles(event.data).catch(() => {})));

const keepFiles = async (files) => {
  const cache = await caches.open(CODE);
  const there = (await cache.keys()).map(({ url }) => url.slice(location.origin.length));
  if (files.every((file) => there.includes(file))) return;
  await cache.addAll(files);
  const others = there.filter((file) => !files.includes(file));
  await Promise.all(others.map((file) => cache.delete(file)));
};

// The page that brought this worker came without it. What cannot be had is not kept.
const keepWhatIsOpen = async () => {
  for (const { url } of await clients.matchAll({ includeUncontrolled: true, type: "window" })) {
    const { pathname } = new URL(url);
    if (!pathname.startsWith(ROOT) || (await kept(pathname, { cacheName: PAGES }))) continue;
    await fetch(url).then((answer) => keep(pathname, answer, isOurPage)).catch(() => {});
  }
};

addEventListener("activate", (event) => {
  const others = (name) => name.startsWith(SITE) && name !== CODE && name !== PAGES;
  const forgotten = caches.keys()
    .then((names) => Promise.all(names.filter(others).map((name) => caches.delete(name))));
  event.waitUntil(forgotten.then(() => clients.claim()));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (/\.(js|wasm)$/.test(pathname)) {
    event.respondWith(program(request));
  } else if (request.mode === "navigate") {
    event.respondWith(fresh(event, pathname, isOurPage, (copy) => copy ? marked(copy) : offline()));
  } else if (pathname.endsWith(".json")) {
    const otherwise = async (copy) => copy ?? (await pageInstead(pathname)) ?? Response.error();
    event.respondWith(fresh(event, pathname, isJson, otherwise, LIMIT));
  } else if (request.destination === "image") {
    event.respondWith(fresh(event, pathname, isImage, (copy) => copy ?? Response.error()));
  }
});

// What was kept, where a browser keeps anything.
const kept = (request, options) => caches.match(request, options).catch(() => undefined);

// A browser’s store can take long to answer, or never do: while it is slow, code comes from the host.
const program = async (request) =>
  (await Promise.race([kept(request), after(STORE_PATIENCE)])) ?? fetch(request);

const after = (time) => new Promise((resolve) => setTimeout(resolve, time));

// The answer of the network, which is asked at once; `otherwise` makes one of the kept copy when network
// or host fail, or when they are slow and there is a copy.
const fresh = async (event, path, isWhole, otherwise, limit) => {
  const answer = fetch(event.request, limit && { signal: AbortSignal.timeout?.(limit) });
  // However late, what comes is kept for the next time.
  event.waitUntil(answer.then((it) => keep(path, it.clone(), isWhole)).catch(() => {}));
  const copy = kept(path, { cacheName: PAGES });
  const late = after(PATIENCE).then(() => copy).then((it) => !it && answer);
  try {
    const timely = await Promise.race([answer, late]);
    if (timely && !(timely.status >= 500 && (await copy))) return timely;
  } catch {
    // The network failed.
  }
  return otherwise(await copy);
};

// A copy is kept whole or not at all: a cut-off file or the page of a captive portal is none. Where
// there is no room, nothing is kept; what is gone from the host is not kept either. The date is the
// host’s: clocks of visitors may be wrong.
const keep = async (path, answer, isWhole) => {
  // Read at once: the reader has the other half of this answer, and neither may wait for the other.
  const body = await answer.blob();
  const type = answer.headers.get("content-type") ?? "";
  const cache = await caches.open(PAGES);
  if ([404, 410].includes(answer.status)) return cache.delete(path);
  if (!answer.ok || !(await isWhole(type, body))) return;
  const now = new Date(Date.parse(answer.headers.get("date")) || Date.now());
  const day = now.toLocaleDateString("fr-FR", { dateStyle: "long" }).replace(/^1 /, "1er ");
  const hour = now.toLocaleTimeString("fr-FR", { timeStyle: "short" }).replace(":", "\xa0h\xa0");
  // A header holds letters of Latin 1 only.
  const headers = { "content-type": type, [KEPT]: `${day} à ${hour}`.replace(/[^ -\xff]/g, " ") };
  await cache.put(path, new Response(body, { headers }));
};

const isOurPage = async (type, body) =>
  type.startsWith("text/html") && /<main id="contenu" [^>]*data-path=[^]*<\/html>\s*$/.test(await body.text());

const isJson = async (type, body) => {
  try {
    return "schema" in JSON.parse(await body.text());
  } catch {
    return false;
  }
};

const isImage = async (type) => type.startsWith("image/");

// For data that was not kept of a page that was: the app lets the browser show the page.
const pageInstead = async (path) => {
  const name = path.slice(`${ROOT}data/`.length, -".json".length);
  const page = await kept(name === "index" ? ROOT : `${ROOT}${name}/`, { cacheName: PAGES });
  return page && new Response("", { status: 504, headers: { [KEPT]: page.headers.get(KEPT) } });
};

const HTML = { "content-type": "text/html; charset=utf-8" };

// A page that says when it was kept.
const marked = async (copy) => {
  const page = (await copy.text()).replace("<html ", `<html data-kept="${copy.headers.get(KEPT)}" `);
  return new Response(page, { headers: HTML });
};

// Made again: browsers refuse an answer to which a host has led from another URL.
const offline = async () => {
  const page = await kept(OFFLINE, { cacheName: CODE, ignoreSearch: true });
  return page ? new Response(await page.blob(), { headers: HTML }) : Response.error();
};
