// The curator's badge: what of the latest build is worth a look, with the file to open. It is in the preview only.
"use strict";

(() => {
  const STYLE = `
    aside { position: fixed; inset-block-end: 8px; inset-inline-end: 8px; z-index: 2147483000; max-width: min(560px, 92vw);
      max-height: 70vh; overflow: auto; padding: 6px 12px; border: 1px solid #777; border-radius: 6px;
      color-scheme: light dark; background: Canvas; color: CanvasText; font: 14px/1.5 system-ui, sans-serif; }
    summary { cursor: pointer; }
    ul { margin: 4px 0 10px; padding-inline-start: 20px; }
    code { overflow-wrap: anywhere; }
    li code { display: block; }
    @media print { aside { display: none; } }`;

  const host = document.createElement("div");
  host.lang = "en";
  host.dir = "ltr";
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  const badge = make("details");
  const title = badge.appendChild(make("summary"));
  const shown = new Map(); // the element of each group, which stays open over a build
  const aside = root.appendChild(make("aside"));
  aside.setAttribute("aria-label", "For the curator");
  aside.append(badge);
  let counted = false; // the proposals, of this build

  function make(name, text = "") {
    const made = document.createElement(name);
    made.textContent = text; // never as HTML: titles are the words of others
    return made;
  }

  async function asked(path) {
    try {
      const answer = await fetch(path);
      return answer.ok ? await answer.json() : [];
    } catch {
      return [];
    }
  }

  async function refresh() {
    const groups = await asked("/__badge");
    if (groups.length === 0) return; // there was no good build yet
    title.textContent = ["For the curator", ...groups.map(said)].join(" · ");
    groups.forEach(show);
    counted = false;
    if (!host.isConnected) document.body.append(host);
    await propose();
  }

  async function propose() {
    if (!badge.open || counted) return;
    counted = true;
    const group = placed("proposals");
    group.firstChild.textContent = "proposals: being made …";
    const found = await asked("/__badge?proposals");
    if (found.length === 0) group.firstChild.textContent = "proposals: none could be made";
    found.forEach(show);
  }

  const said = (group) => `${group.name}: ${group.count}`;

  function placed(name) {
    if (!shown.has(name)) {
      const group = badge.appendChild(make("details"));
      group.append(make("summary"), make("ul"));
      shown.set(name, group);
    }
    return shown.get(name);
  }

  function show(group) {
    const [summary, list] = placed(group.name).children;
    summary.textContent = said(group);
    list.replaceChildren(...group.notes.map(item));
    if (group.count > group.notes.length) list.append(make("li", `and ${group.count - group.notes.length} more`));
  }

  function item(note) {
    const made = make("li");
    made.append(make("code", note.file), note.what);
    if (note.command) made.append(make("code", note.command));
    return made;
  }

  badge.addEventListener("toggle", propose);
  document.addEventListener("digest:built", refresh);
  refresh();
})();
