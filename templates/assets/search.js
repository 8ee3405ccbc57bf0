// The search page. All words stand in the page, in its language; only Pagefind's own program is loaded, from this site.
"use strict";
{
  const AT_ONCE = 10; // results shown before the button is pressed
  const PAUSE = 200; // milliseconds without a key before a search begins
  const by = id => document.getElementById(id);
  const [form, found, results, more, all] = ["search", "found", "results", "more", "all"].map(by);
  const fields = ["q", "source", "thread", "day"].map(by).filter(Boolean);
  const links = new Map([...all.querySelectorAll("[data-thread]")].map(link => [link.dataset.thread, link]));
  const dates = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" });
  let pagefind, asked = 0, rest = [];

  const make = (name, ...inner) => {
    const element = document.createElement(name);
    element.append(...inner);
    return element;
  };

  // Signs of Chinese and Japanese stand apart in the index, behind a space and a word joiner, and make a phrase there.
  const SIGNS = /[\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]{2,}/g;
  const apart = words => words.replace(SIGNS, run => words.includes('"') ? [...run].join(" ") : `"${[...run].join(" ")}"`);
  const together = words => words.replace(/ ?(<mark>)?\u2060/g, "$1").replaceAll("</mark><mark>", "");

  // Made of text, so that whatever an article says never becomes an element, but for <mark>.
  const shown = html => html.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  const marked = html => html.split(/(<mark>.*?<\/mark>)/).map(part => {
    const inner = /^<mark>(.*)<\/mark>$/.exec(part);
    return inner ? make("mark", shown(inner[1])) : shown(part);
  });

  // A sentence that is not shown whole says so.
  const excerpted = ({ excerpt, content }) => {
    const html = together(excerpt).trim(), whole = together(content).trim();
    const plain = shown(html.replace(/<\/?mark>/g, "")), start = whole.indexOf(plain);
    return [start > 0 ? "… " : "", ...marked(html), start >= 0 && start + plain.length < whole.length ? " …" : ""];
  };

  const item = ({ url, filters, ...found }) => {
    const [, anchor, lang] = /([^/]+?)\.([^./]+)\.html$/.exec(decodeURI(url));
    const link = links.get(filters.thread[0]).cloneNode(true);
    link.removeAttribute("data-thread");
    if (anchor !== "main") link.hash = anchor;
    const text = make("p", ...excerpted(found));
    text.lang = lang;
    text.dir = "auto";
    const about = [results.dataset[anchor.split("-")[0]]].filter(Boolean);
    if (filters.day) about.unshift(dates.format(new Date(filters.day[0])));
    const note = make("p", about.join(" · "));
    note.className = "when";
    const head = make("h2", link);
    if (link.dir) head.dir = link.dir;
    return make("li", ...(about.length ? [note] : []), head, text);
  };

  const show = async turn => {
    const next = await Promise.all(rest.splice(0, AT_ONCE).map(result => result.data()));
    if (turn !== asked) return;
    const items = next.map(item);
    results.append(...items);
    more.hidden = !rest.length;
    return items[0];
  };

  const wanted = () => Object.fromEntries(fields.map(({ name, value }) => [name, value.trim()]).filter(([, value]) => value));

  const search = async () => {
    const turn = ++asked, { q, ...filters } = wanted();
    const address = new URL(location);
    address.search = new URLSearchParams(wanted());
    history.replaceState(null, "", address);
    const any = q || Object.keys(filters).length;
    const answer = any && await (await load()).search(q ? apart(q) : null, { filters });
    if (turn !== asked) return;
    results.replaceChildren();
    rest = any ? answer.results : [];
    all.hidden = any && rest.length > 0;
    results.hidden = !all.hidden;
    const number = rest.length.toLocaleString(document.documentElement.lang);
    found.textContent = !any ? "" : rest.length ? found.dataset.count.replace("{number}", number) : found.dataset.none;
    more.hidden = true;
    await show(turn);
  };

  const load = () => pagefind ??= import(new URL(form.dataset.index, location)); // one promise, for all who ask

  const giveUp = reason => {
    form.hidden = results.hidden = more.hidden = true;
    all.hidden = false;
    found.textContent = found.dataset[reason];
  };

  let pause;
  const soon = wait => {
    clearTimeout(pause);
    pause = setTimeout(() => search().catch(() => giveUp("failed")), wait);
  };

  if (location.protocol === "file:") giveUp("local");
  else {
    const given = new URLSearchParams(location.search);
    by("thread").append(...[...links].map(([slug, link]) => Object.assign(make("option", link.textContent), { value: slug, lang: link.lang, dir: link.dir })));
    for (const field of fields) field.value = given.get(field.name) ?? "";
    form.addEventListener("submit", event => { event.preventDefault(); soon(0); });
    form.addEventListener("input", () => soon(PAUSE));
    form.addEventListener("reset", () => soon(0));
    form.addEventListener("focusin", () => load().catch(() => giveUp("failed")), { once: true });
    more.addEventListener("click", async () => (await show(asked))?.querySelector("a").focus());
    if (Object.keys(wanted()).length) {
      all.hidden = true; // at once: nothing that is shown moves when the results come
      results.hidden = false;
      soon(0);
    }
  }
}
