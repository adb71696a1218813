// What can be done with a result beyond its links: the URL, which holds the view, and the text that embeds the result are
// copied; where the browser hands pages to other programs, it does so with this one; a chart of which the build made no
// picture becomes one here. It comes when somebody gets near the downloads of a result, and needs nothing else.

// As links look: policies let scripts style what they make.
const LINK = "color: var(--accent); text-decoration: underline 1px; text-underline-offset: .18em";

const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

// A button and, behind it, what came of it.
const button = (label, act, done) => {
  const said = element("span", { role: "status" });
  const onclick = async () => {
    said.textContent = "";
    try {
      await act();
      said.textContent = done;
    } catch (error) {
      // Whoever changes their mind needs not be told.
      if (error.name !== "AbortError") said.textContent = "\u00a0: le navigateur ne le permet pas";
    }
  };
  return [element("button", { type: "button", style: LINK, onclick }, label), said];
};

const copy = (text) => navigator.clipboard.writeText(text());
const share = () => navigator.share({ title: document.title, url: location.href });

// Twice as fine as the drawing, for screens that are.
const picture = async (link) => {
  const drawing = new Image();
  drawing.src = link.href;
  await drawing.decode();
  const canvas = element("canvas", { width: 2 * drawing.naturalWidth, height: 2 * drawing.naturalHeight });
  canvas.getContext("2d").drawImage(drawing, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
  const href = URL.createObjectURL(blob);
  element("a", { href, download: "graphique.png" }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60000);
};

const offer = (downloads) => {
  const list = downloads?.querySelector("ul");
  if (!list || list.querySelector("button")) return;
  const chart = list.querySelector("a[href$='.svg']");
  if (chart && !list.querySelector("a[href$='.png']")) {
    chart.after(", ", ...button("PNG", () => picture(chart), ""));
  }
  const ways = [];
  if (navigator.clipboard) {
    ways.push(button("copier le lien", () => copy(() => location.href), "\u00a0: c’est fait"));
    const code = list.querySelector("pre");
    code?.before(" ", ...button("copier ce texte", () => copy(() => code.textContent), "\u00a0: c’est fait"));
  }
  if (navigator.share) ways.push(button("partager", share, ""));
  if (ways.length) {
    list.prepend(element("li", {}, "Cette page\u00a0: ", ...ways.flatMap((way, at) => (at ? [", ", ...way] : way))));
  }
};

document.querySelectorAll(".downloads").forEach(offer);
["pointerover", "focusin"].forEach((name) => addEventListener(name, ({ target }) => offer(target.closest?.(".downloads"))));
