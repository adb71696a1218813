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

  const PREFERENCES = "sveltia-cms.prefs";
  const preferences = JSON.parse(localStorage.getItem(PREFERENCES) ?? "{}");
  // An editor that closes when it saves would hide what is said of what was saved.
  const ours = { locale: "fr", closeOnSave: false };
  localStorage.setItem(PREFERENCES, JSON.stringify({ ...ours, ...preferences }));

  window.CMS_MANUAL_INIT = true;
  addEventListener("DOMContentLoaded", () => window.CMS.init({ config }));
})();
