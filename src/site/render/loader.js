// Starts the program once the page is complete: it never competes with text, style and pictures.
// Whoever cannot run it reads the page as it is, and is not told.
const start = async () => {
  try {
    const program = fetch("{wasm}");
    const { default: run } = await import("{code}");
    await run({ module_or_path: program });
  } catch {
    if (await isReplaced()) offerTheNewSite();
  }
  await keep().catch(() => {});
};

// What the worker keeps is asked for after everything else.
const keep = async () => {
  await navigator.serviceWorker?.register("{worker}");
  const { active } = await navigator.serviceWorker?.ready;
  active.postMessage(["{code}", "{wasm}", new URL(import.meta.url).pathname]);
};

// Whether this page is of a deployment whose files are gone. One reload brings the new one; a page
// that was just reloaded is as new as the host has it.
const isReplaced = async () => {
  const [visit] = performance.getEntriesByType("navigation");
  if (visit?.type === "reload") return false;
  try {
    return (await fetch("{code}", { method: "HEAD", cache: "no-store" })).status === 404;
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

if (typeof WebAssembly === "object") {
  if (document.readyState === "complete") start();
  else addEventListener("load", start, { once: true });
}
