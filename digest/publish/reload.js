// Shows what the preview server tells this page: a new build, or why it failed.
"use strict";

(() => {
  const script = document.currentScript;
  const place = "digest-place"; // where the reader was, over a reload
  let build = new URL(script.src).searchParams.get("build");
  let shown = fetched(); // this page as it was sent: scripts may have changed what stands here by now
  let source;
  let overlay;
  let lost = false;

  function listen() {
    source = new EventSource(`/__reload?build=${build}`);
    source.addEventListener("reload", (event) => renew(event.data));
    source.addEventListener("fault", (event) => show(event.data));
    source.addEventListener("error", () => { lost = true; });
    source.addEventListener("open", () => { if (lost) reload(); }); // the server was started anew
  }

  // A page that says what it said is not loaded again: at most its style sheets are exchanged.
  async function renew(number) {
    const [before, after] = await Promise.all([shown, fetched()]);
    if (!before || !after || said(before) !== said(after)) return reload();
    build = number;
    overlay?.remove();
    overlay = undefined;
    document.dispatchEvent(new Event("digest:built")); // for the other scripts of the preview
    if (sheets(before).join() === sheets(after).join()) return undefined;
    shown = Promise.resolve(after);
    return dress(sheets(after));
  }

  async function fetched() {
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
    } catch {
      return null;
    }
  }

  const links = (page) => [...page.querySelectorAll('link[rel="stylesheet"]')];
  const sheets = (page) => links(page).map((link) => link.getAttribute("href"));

  function said(page) {
    const copy = page.cloneNode(true);
    links(copy).forEach((link) => link.removeAttribute("href"));
    copy.querySelectorAll(`script[src^="${new URL(script.src).pathname}"]`).forEach((ours) => ours.remove());
    return copy.documentElement.outerHTML;
  }

  function dress(hrefs) {
    links(document).forEach((old, number) => {
      const fresh = old.cloneNode();
      fresh.href = hrefs[number];
      fresh.addEventListener("load", () => old.remove()); // not before, or the page would stand there undressed
      fresh.addEventListener("error", reload);
      old.after(fresh);
    });
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
