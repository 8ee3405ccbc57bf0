// Shows what the preview server tells this page: reload, or why the build failed.
"use strict";

(() => {
  const build = new URL(document.currentScript.src).searchParams.get("build");
  const place = "digest-place"; // where the reader was, over a reload
  let source;
  let overlay;
  let lost = false;

  function listen() {
    source = new EventSource(`/__reload?build=${build}`);
    source.addEventListener("reload", reload);
    source.addEventListener("fault", (event) => show(event.data));
    source.addEventListener("error", () => { lost = true; });
    source.addEventListener("open", () => { if (lost) reload(); }); // the server was started anew
  }

  function reload() {
    source.close();
    sessionStorage.setItem(place, JSON.stringify([location.pathname, scrollX, scrollY]));
    location.reload();
  }

  function comeBack() {
    const [path, left, top] = JSON.parse(sessionStorage.getItem(place) || "[]");
    sessionStorage.removeItem(place);
    if (path === location.pathname) scrollTo({ left, top, behavior: "instant" });
  }

  function show(message) {
    overlay ??= document.body.appendChild(document.createElement("pre"));
    overlay.setAttribute("role", "alert");
    overlay.style.cssText = "position:fixed;inset:auto 0 0 0;z-index:2147483647;margin:0;padding:1rem;max-height:60vh;"
      + "overflow:auto;background:#2b0b0b;color:#fff;font:1rem/1.5 monospace;white-space:pre-wrap;";
    overlay.textContent = `The last build failed.\n\n${message}`;
  }

  // A browser opens six connections to a server: a tab that nobody sees gives its own back.
  document.addEventListener("visibilitychange", () => {
    source?.close();
    if (!document.hidden) listen();
  });
  addEventListener("load", comeBack);
  if (!document.hidden) listen();
})();
