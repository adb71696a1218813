// Starts the app when it is wanted. A page with something to choose wants it once it is complete; every
// other page at the first sign of intent. Who cannot run it reads the page as it
// is, and is not told. This text is the same on every page of every site: hosts allow it by its hash.
{
const { folder, base, name, code, wasm, build, search, share } = document.currentScript.dataset;
const root = document.documentElement;
const main = document.getElementById("contenu");

// Whether the host has sent another page than the one at this URL, or the worker had none.
const { path } = main.dataset;
const isElsewhere = path !== `${folder}{not-found}` && path !== location.pathname.replace(/(\/index\.html|\/)?$/, "/");

// What makes a page interactive: choices, and events that were to come when it was built.
const today = new Date().toLocaleDateString("sv");
const hasChoices = main.querySelector(".controls") !== null;
const isOutdated = [...main.querySelectorAll("[data-until]")].some((it) => it.dataset.until < today);
const isView = /[?&](base|candidat|lieu|tri|filtre)=/.test(location.search);

let app;
const start = () => {
  app = app ?? run();
  app.catch(() => {});
  return app;
};

const run = async () => {
  // Choices that have waited for long are not offered any more; when the app comes, they are.
  const late = setTimeout(() => root.removeAttribute("data-interactive"), 10000);
  try {
    // All that is needed is asked for at once.
    const link = hasChoices || isOutdated ? document.querySelector("link[data-version]") : null;
    const data = link && !isElsewhere ? fetch(link.href, { cache: "no-cache" }) : undefined;
    data?.catch(() => {});
    const bytes = fetch(wasm);
    bytes.catch(() => {});
    const { default: load, start: begin } = await import(code);
    await load({ module_or_path: bytes });
    root.setAttribute("data-interactive", "");
    begin(folder, base, name, data, () => pressed);
  } catch (error) {
    root.removeAttribute("data-interactive");
    if (await isReplaced()) offerTheNewSite();
    throw error;
  } finally {
    clearTimeout(late);
  }
};

// On paper nothing is folded; browsers that know it by the style need no script for it.
let folded = [];
addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll("details:not([open])")];
  folded.forEach((it) => { it.open = true; });
});
addEventListener("afterprint", () => folded.forEach((it) => { it.open = false; }));

// What was pressed on the map before anything could answer.
let pressed;
addEventListener("click", ({ target }) => { if (target.closest?.(".map path")) pressed = target; });

// Intent: the pointer rests on a link or a control, a finger touches it, or it has the focus.
const intentEvents = ["pointerover", "pointerdown", "focusin"];
let hoverTimer;
const noticed = ({ type, target, pointerType }) => {
  clearTimeout(hoverTimer);
  const wanted = target.closest?.("a[href], .controls, .breakdown, .map, .failure");
  if (!wanted || (wanted.href && !leadsOn(wanted))) return;
  if (type === "pointerover" && pointerType === "mouse") hoverTimer = setTimeout(intended, 65);
  else intended();
};
const leadsOn = (link) => link.origin === location.origin && !link.target
  && link.pathname.startsWith(`${folder}/`) && link.pathname.endsWith("/") && link.pathname !== location.pathname;
const intended = () => {
  intentEvents.forEach((name) => removeEventListener(name, noticed));
  // What the worker keeps is asked for after everything else.
  start().then(keep).catch(() => {});
};

// The search and what can be done with a result are scripts of their own, for who comes near them; and the search for a
// page of it whose URL says what is looked for.
const near = ({ target }) => {
  if (target.closest?.(".search, a[href$='{search}']")) import(search).catch(() => {});
  if (target.closest?.(".downloads")) import(share).catch(() => {});
};
["pointerover", "focusin"].forEach((name) => addEventListener(name, near));
if (/[?&]q=./.test(location.search)) import(search).catch(() => {});

const keep = async () => {
  if (!navigator.serviceWorker) return;
  await navigator.serviceWorker.register(`${folder}{worker}`);
  const { active } = await navigator.serviceWorker.ready;
  // The offline page is of this build too.
  active.postMessage([code, wasm, `${folder}{offline}?${build}`]);
};

// Whether this page is of a deployment whose files are gone. One reload brings the new one; a page
// that was just reloaded is as new as the host has it.
const isReplaced = async () => {
  const [visit] = performance.getEntriesByType("navigation");
  if (visit?.type === "reload") return false;
  try {
    return (await fetch(code, { method: "HEAD", cache: "no-store" })).status === 404;
  } catch {
    return false;
  }
};

const offerTheNewSite = () => {
  const offer = document.createElement("p");
  const link = document.createElement("a");
  link.href = location.href;
  link.textContent = "Recharger la page";
  link.onclick = (event) => { event.preventDefault(); location.reload(); };
  offer.className = "notice";
  offer.setAttribute("role", "status");
  offer.append("Le site vient d’être mis à jour. ", link);
  document.body.prepend(offer);
};

const isSaving = navigator.connection?.saveData || matchMedia("(prefers-reduced-data: reduce)").matches;

if (typeof WebAssembly === "object") {
  // From here on choices wait for the app.
  root.setAttribute("data-interactive", "");
  intentEvents.forEach((name) => addEventListener(name, noticed));
  // A view that is in the URL is drawn whatever it costs. All of the text is there; pictures come first.
  if (isElsewhere || (hasChoices && isView) || ((hasChoices || isOutdated) && !isSaving)) {
    if (document.images.length) addEventListener("load", start, { once: true });
    else start();
  }
}
}
