// Tells the page in which a result is embedded how high it is, now and when that changes.
new ResizeObserver(() => {
  parent.postMessage({ urne: Math.ceil(document.documentElement.getBoundingClientRect().height) }, "*");
}).observe(document.documentElement);
