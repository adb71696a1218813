// Starts the program when it is wanted. A page with something to choose wants it once it is complete; every
// other page at the first sign of intent: that the reader will go on. Who cannot run it reads the page as it
// is, and is not told. This text is the same on every page of every site: hosts allow it by its hash.
{
const { folder, base, name, code, wasm, build } = document.currentScript.dataset;
const root = document.documentElement;
const main = document.getElementById("contenu");

// Whether the host has sent another page than the one at this address, or the worker had none.
const { path } = main.dataset;
const isElsewhere = path !== `${folder}{not-found}` && path !== location.pathname.replace(/(\/index\.html|\/)?$/, "/");

// What a page may have to answer with: choices, and events that were to come when it was built.
const today = new Date().toLocaleDateString("sv");
const hasChoices = main.querySelector(".controls") !== null;
const isOutdated = [...main.querySelectorAll("[data-until]")].some((it) => it.dataset.until < today);
const isView = /[?&](base|candidat|lieu|tri|filtre)=/.test(location.search);

let program;
const start = () => {
  program = program ?? run();
  program.catch(() => {});
  return program;
};

const run = async () => {
  // Choices that have waited for long are not offered any more; when the program comes, they are.
  const late = setTimeout(() => root.removeAttribute("data-answers"), 10000);
  try {
    // All that is needed is asked for at once.
    const link = hasChoices || isOutdated ? document.querySelector("link[data-version]") : null;
    const data = link && !isElsewhere ? fetch(link.href, { cache: "no-cache" }) : undefined;
    data?.catch(() => {});
    const bytes = fetch(wasm);
    bytes.catch(() => {});
    const { default: load, start: begin } = await import(code);
    await load({ module_or_path: bytes });
    root.setAttribute("data-answers", "");
    begin(folder, base, name, data, () => pressed);
  } catch (error) {
    root.removeAttribute("data-answers");
    if (await isReplaced()) offerTheNewSite();
    throw error;
  } finally {
    clearTimeout(late);
  }
};

// What was pressed on the map before anything could answer.
let pressed;
addEventListener("click", ({ target }) => { if (target.closest?.(".map path")) pressed = target; });

// Intent: the pointer rests on a link or a control, a finger touches it, or it has the focus.
const signs = ["pointerover", "pointerdown", "focusin"];
let rest;
const noticed = ({ type, target, pointerType }) => {
  clearTimeout(rest);
  const wanted = target.closest?.("a[href], .controls, .breakdown, .map, .failure");
  if (!wanted || (wanted.href && !leadsOn(wanted))) return;
  if (type === "pointerover" && pointerType === "mouse") rest = setTimeout(intended, 65);
  else intended();
};
const leadsOn = (link) => link.origin === location.origin && !link.target
  && link.pathname.startsWith(`${folder}/`) && link.pathname.endsWith("/") && link.pathname !== location.pathname;
const intended = () => {
  signs.forEach((sign) => removeEventListener(sign, noticed));
  // What the worker keeps is asked for after everything else.
  start().then(keep).catch(() => {});
};

const keep = async () => {
  if (!navigator.serviceWorker) return;
  await navigator.serviceWorker.register(`${folder}{worker}`);
  const { active } = await navigator.serviceWorker.ready;
  // The page for times without network is of this build too.
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
  // From here on choices wait for the program.
  root.setAttribute("data-answers", "");
  signs.forEach((sign) => addEventListener(sign, noticed));
  // A view that stands in the address is drawn whatever it costs. All of the text is there; pictures come first.
  if (isElsewhere || (hasChoices && isView) || ((hasChoices || isOutdated) && !isSaving)) {
    if (document.images.length) addEventListener("load", start, { once: true });
    else start();
  }
}
}
