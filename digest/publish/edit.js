// Lets a curator edit the thread whose page this is. It is in the pages that `digest serve --edit` shows, and no others.
"use strict";

(() => {
  const STYLE = `
    aside { position: fixed; inset-block-end: 8px; inset-inline-start: 8px; z-index: 2147483001; max-width: min(320px, 92vw);
      max-height: 80vh; overflow: auto; padding: 6px 12px; border: 1px solid #777; border-radius: 6px;
      color-scheme: light dark; background: Canvas; color: CanvasText; font: 14px/1.5 system-ui, sans-serif; }
    @media (max-width: 900px) { aside { inset-block-end: 56px; } } /* above the badge */
    summary { cursor: pointer; }
    form { margin: 10px 0 0; padding: 6px 0 0; border-block-start: 1px solid #888; }
    label { display: block; }
    input, select { display: block; box-sizing: border-box; inline-size: 100%; font: inherit; }
    button { margin: 6px 6px 0 0; font: inherit; }
    p { margin: 4px 0; white-space: pre-wrap; overflow-wrap: anywhere; }
    @media print { aside { display: none; } }`;
  const KEPT = "digest-said"; // what was written, over the reload that follows
  const TYPED = "digest-typed"; // what is not sent yet, over the reloads that other builds bring

  const { token } = document.currentScript.dataset;
  document.currentScript.remove(); // no other script needs to see it
  const slug = decodeURIComponent(location.pathname.match(/\/threads\/([^/]+)\/(?:index\.html)?$/)?.[1] ?? "");
  const host = document.createElement("div");
  host.lang = "en";
  host.dir = "ltr";
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  const aside = root.appendChild(make("aside"));
  aside.setAttribute("aria-label", "Edit this thread");
  const panel = aside.appendChild(make("details"));
  const title = panel.appendChild(make("summary", "Edit this thread"));
  const told = panel.appendChild(make("p"));
  told.setAttribute("role", "status");
  const controls = panel.appendChild(make("fieldset"));
  controls.style.cssText = "border:0;margin:0;padding:0;min-inline-size:0";

  let pick = () => {}; // chooses the sentence that stands at a place of the page
  const first = new WeakMap(); // the value of each field as it was made, or sent
  const PARTS = {
    // Each part of the panel: what it is made of, and its making. It is made anew only where that has changed.
    flags: [({ pin, hide }) => [pin, hide], flags],
    renaming: [(thread) => thread.title, renaming],
    merging: [() => 0, merging],
    moving: [(thread) => thread.articles, moving],
    folding: [(thread) => thread.sentences.map(({ folded, ...told }) => told), folding],
    unfolding: [(thread) => thread.sentences.map((each) => each.folded), unfolding],
    names: [(thread) => thread.others, names],
  };
  const parts = new Map(); // what each part was made of, and where it stands

  function make(name, text = "") {
    const made = document.createElement(name);
    made.textContent = text; // never as HTML: titles are the words of others
    return made;
  }

  async function refresh() {
    try {
      const answer = await fetch(`/__edit?thread=${encodeURIComponent(slug)}`);
      const thread = answer.ok ? await answer.json() : null;
      host.hidden = !thread;
      if (thread) show(thread);
    } catch { // the server has gone, and the page will be told of the next one
    }
  }

  function show(thread) {
    const isNew = !host.isConnected;
    for (const [name, [of, whole]] of Object.entries(PARTS)) renew(name, JSON.stringify(of(thread)), () => whole(thread));
    if (isNew) {
      document.body.append(host);
      comeBack();
    }
    const kept = sessionStorage.getItem(KEPT);
    sessionStorage.removeItem(KEPT);
    if (!kept) return;
    panel.open = true;
    told.textContent = kept;
    title.focus();
  }

  // Makes a part anew where it has changed; what the curator has typed and not sent stays, and so does the cursor.
  function renew(name, of, whole) {
    const part = parts.get(name) ?? { of: null, place: controls.appendChild(make("div")) };
    if (part.of === of) return;
    const typed = drafts(part.place);
    const active = part.place.contains(root.activeElement) ? root.activeElement : null;
    const cursor = active?.matches("input") ? [active.selectionStart, active.selectionEnd] : null;
    part.place.replaceChildren(...[whole()].flat());
    parts.set(name, { ...part, of });
    fields(part.place).forEach((each) => first.set(each, each.value));
    retype(typed);
    const next = active && fields().find((each) => label(each) === label(active));
    next?.focus({ preventScroll: true });
    if (next && cursor) next.setSelectionRange(...cursor);
  }

  const fields = (place = controls) => [...place.querySelectorAll("input, select")];
  const label = (each) => each.closest("label")?.firstChild.textContent;

  // What was changed in the fields of a place, by their labels.
  function drafts(place) {
    return Object.fromEntries(
      fields(place).filter((each) => each.value !== first.get(each)).map((each) => [label(each), each.value]),
    );
  }

  function retype(typed) {
    for (const each of fields()) {
      const value = typed[label(each)];
      const fits = each.matches("input") || [...each.options].some((one) => one.value === value);
      if (value !== undefined && fits) each.value = value;
    }
  }

  function leave() {
    sessionStorage.setItem(TYPED, JSON.stringify([slug, panel.open, drafts(controls)]));
  }

  function comeBack() {
    const [of, open, typed] = JSON.parse(sessionStorage.getItem(TYPED) || "[]");
    sessionStorage.removeItem(TYPED);
    if (of !== slug || performance.getEntriesByType("navigation")[0]?.type !== "reload") return;
    retype(typed);
    panel.open = open && Object.keys(typed).length > 0;
  }

  function flags(thread) {
    const flag = (verb, text) => button(text, () => send({ do: verb }));
    return [
      thread.pin ? flag("unpin", "Unpin") : flag("pin", "Pin"),
      thread.hide ? flag("show", "Show on the site again") : flag("hide", "Hide"),
    ];
  }

  function renaming(thread) {
    const text = field("input", "Title");
    text.value = thread.title;
    return form([text], ["Rename", () => send({ do: "rename", title: text.value })]);
  }

  function merging() {
    const into = other("Merge this thread into");
    return form([into], ["Merge", () => send({ do: "merge", into: into.value })]);
  }

  function moving(thread) {
    const article = field("select", "Take out the article");
    article.append(...thread.articles.map((each) => option(each.id, `${each.title} (${each.path})`)));
    const into = other("To the thread");
    const send_ = (verb) => () => send({ do: verb, article: article.value, into: into.value });
    return form([article, into], ["Move there", send_("move")], ["Split off as a new thread", send_("split")]);
  }

  function folding(thread) {
    const both = ["Fold the sentence", "Under the sentence"].map((text) => sentences(text, thread.sentences));
    const [sentence, into] = both;
    const whole = form(both, ["Fold", () => send({ do: "fold", sentence: sentence.value, into: into.value })]);
    whole.append(make("p", "Clicks on two sentences of the page choose them too."));
    let next = 0;
    pick = (place) => {
      const at = thread.sentences.findIndex((each) => each.place === place);
      if (at < 0) return;
      both[next].selectedIndex = at;
      next = 1 - next;
      told.textContent = `${next ? "Fold" : "Under"}: ${thread.sentences[at].text}`;
    };
    return whole;
  }

  function unfolding(thread) {
    const folded = thread.sentences.flatMap((each) => each.folded);
    if (!folded.length) return [];
    const sentence = sentences("The folded sentence", folded);
    return [form([sentence], ["Tell on its own", () => send({ do: "unfold", sentence: sentence.value })])];
  }

  function sentences(text, all) {
    const made = field("select", text);
    made.append(...all.map((each) => option(each.mark, `${each.text} (${each.mark})`)));
    return made;
  }

  function names(thread) {
    const list = make("datalist");
    list.id = "others";
    list.append(...thread.others.map((each) => option(each.slug, each.title)));
    return list;
  }

  function form(fields, ...verbs) {
    const made = make("form");
    const buttons = verbs.map(([text, run]) => button(text, run));
    buttons[0].type = "submit"; // what Enter does; its own click is what is sent
    made.addEventListener("submit", (event) => event.preventDefault());
    made.append(...fields.map((each) => each.parentNode), ...buttons);
    return made;
  }

  function field(name, text) {
    const made = make(name);
    make("label", text).append(made);
    return made;
  }

  function other(text) {
    const made = field("input", text);
    made.setAttribute("list", "others");
    made.placeholder = "its slug";
    made.autocomplete = "off";
    return made;
  }

  function option(value, text) {
    const made = make("option", text);
    made.value = value;
    return made;
  }

  function button(text, run) {
    const made = make("button", text);
    made.type = "button";
    made.addEventListener("click", run);
    return made;
  }

  async function send(words) {
    controls.disabled = true;
    told.textContent = "…";
    try {
      const headers = { "Content-Type": "application/json", "X-Digest-Token": token };
      const body = JSON.stringify({ thread: slug, ...words });
      const answer = await fetch("/__edit", { method: "POST", headers, body });
      const text = await answer.text();
      if (answer.ok) {
        sessionStorage.setItem(KEPT, JSON.parse(text).said.join("\n"));
        const sent = fields().filter((each) => Object.values(words).includes(each.value));
        sent.forEach((each) => first.set(each, each.value));
      }
      told.textContent = answer.ok || answer.status === 422 ? lines(JSON.parse(text)) : text;
    } catch {
      told.textContent = "The preview does not answer.";
    }
    controls.disabled = false;
    title.focus();
  }

  const lines = ({ said, faults }) => (said ?? faults).join("\n");

  if (!slug) return;
  document.addEventListener("click", ({ target }) => {
    if (panel.open && !target.closest("a, button, summary, details")) pick(target.closest("[id]")?.id);
  });
  document.addEventListener("digest:built", refresh);
  addEventListener("pagehide", leave);
  refresh();
})();
