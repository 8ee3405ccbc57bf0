"""Whatever an article says, in whatever part of it, nothing of it runs, leaks, or takes another article down."""

import json
import re
from collections.abc import Iterator
from html import escape
from itertools import product
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import html5lib
import pytest

from digest.cli import main

# Each would set window.ran where it ran: in a browser the test asks for it.
RUN = "ran=1"
PAYLOADS = {
    "script": f"<script>{RUN}</script>",
    "script in capitals and blanks": f"<ScRiPt\n>{RUN}</sCrIpT >",
    "script that nobody closes": f"<script>{RUN}//",
    "handler": f'<img src=x onerror="{RUN}">',
    "handler after a slash": f"<img/src=x/onerror={RUN}//",
    "handler out of a value": f'" autofocus onfocus={RUN} x="',
    "handler out of a value in single quotes": f"' autofocus onfocus={RUN} x='",
    "svg": f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    "svg script": f"<svg><script>{RUN}</script></svg>",
    "math": f'<math><mtext><table><mglyph><style><img src=x onerror="{RUN}">',
    "noscript": f'<noscript><p title="</noscript><img src=x onerror={RUN}>">',
    "style": f"<style>@import 'javascript:{RUN}'</style>",
    "style attribute": f'<p style="background:url(javascript:{RUN})">x',
    "template": f"<template><script>{RUN}</script></template>",
    "iframe": f'<iframe srcdoc="<script>parent.{RUN}</script>"></iframe>',
    "object": f'<object data="data:text/html,<script>{RUN}</script>"></object>',
    "base": '<base href="https://evil.example/">',
    "meta": f'<meta http-equiv="refresh" content="0;url=javascript:{RUN}">',
    "form": f'<form action="javascript:{RUN}"><button>x</button></form>',
    "address": f"javascript:{RUN}",
    "address with controls": f"java\x00scr\tipt:{RUN}",
    "address of data": f"data:text/html,<script>{RUN}</script>",
    "Markdown link": f"[x](javascript:{RUN})",
    "Markdown link in disguise": f"[x](java&#x73;cript&colon;{RUN})",
    "Markdown picture": f'![x](x"onerror="{RUN})',
    "autolink": f"<javascript:{RUN}>",
    "end of JSON-LD": f"</script><script>{RUN}</script>",
    "comment": f"<!--><script>{RUN}</script>-->",
    "CDATA": f"]]><script xmlns='http://www.w3.org/1999/xhtml'>{RUN}</script>",
    "entity": f"&lt;script&gt;{RUN}&lt;/script&gt;&amp;lt;script&amp;gt;{RUN}",
    "template language": "{{ 7*7 }}{% include '/etc/passwd' %}{{ config }}",
    "right to left": "\u202e<script>\u202c\u2066x",
    "no sign at all": "\x00\x01\x1b[2J\ud800\ufffe\u2028",
    "end of front matter": "\n---\nstatus: hidden\n",
}  # fmt: skip
SETTINGS = "title: A test\nbase_url: https://example.org/\nstories: {excerpts: {share: 1}}\n"
SOURCES = "post: {name: Post, rights: full}\n"
GOOD = "---\ntitle: A good neighbour\nlink: https://good.example/a\ndate: 2031-03-07\nsource: Post\n---\nIt stands.\n"
OURS = {"application/ld+json", "application/json"}
URLS = {"href", "src", "action", "formaction", "data", "poster", "background", "cite", "ping", "srcset", "srcdoc"}
ELEMENTS = {
    "iframe", "frame", "object", "embed", "applet", "base", "svg", "math", "style", "template", "noscript", "marquee",
}  # fmt: skip
NO_XML = "".join(map(chr, [*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF]))


def markdown(payload: str, number: int) -> str:
    front = {
        "title": payload, "link": payload, "image": payload, "author": [payload], "tags": [payload], "summary": payload,
        "section": payload, "extra": payload,
    }  # fmt: skip
    lines = "".join(f"{key}: {json.dumps(value)}\n" for key, value in front.items())
    return f"---\n{lines}source: post\ndate: 2031-03-07\n---\n\nNumber {number}.\n\n{payload}\n\n> {payload}\n"


def page(payload: str, number: int) -> str:
    quoted = escape(payload)
    return (
        f'<html lang="{quoted}"><head><title>{quoted}</title><meta name="author" content="{quoted}">'
        f'<meta property="og:image" content="{quoted}"><link rel="canonical" href="{quoted}">'
        f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "headline": payload})}</script>'
        f"</head><body><article><h1>{quoted}</h1><p>Number {number} has words enough to be the text of a page.</p>"
        f"{payload}<p>And so has what comes next, for a page ends with another sentence.</p></article></body></html>"
    )


def scrape(payload: str, number: int) -> str:
    return f" date 2031-03-07 {payload}\n{payload}\n\nNumber {number} is told of in a sentence.\n\n{payload}\n"


def feed(payloads: list[str]) -> str:
    entries = "".join(
        f"<item><title>{plain}</title><link>{plain}</link><author>{plain}</author><category>{plain}</category>"
        f"<guid>{number}</guid><pubDate>Fri, 07 Mar 2031 10:00:00 GMT</pubDate>"
        f"<description>{plain}</description></item>"
        for number, payload in enumerate(payloads)
        for plain in [escape(payload.translate(dict.fromkeys(map(ord, NO_XML))))]
    )
    return f'<rss version="2.0"><channel><title>Post</title>{entries}</channel></rss>'


def json_feed(payloads: list[str]) -> str:
    items = [
        {"id": payload, "url": payload, "title": payload, "content_html": payload, "tags": [payload],
         "authors": [{"name": payload}], "language": payload, "date_published": "2031-03-07T10:00:00Z"}
        for payload in payloads
    ]  # fmt: skip
    return json.dumps({"title": "</script>", "home_page_url": "javascript:1", "items": items})


def written() -> Iterator[tuple[str, str]]:
    payloads = list(PAYLOADS.values())
    for number, (payload, (make, suffix)) in enumerate(
        product(payloads, [(markdown, "md"), (page, "html"), (scrape, "txt")])
    ):
        yield f"content/articles/{number}.{suffix}", make(payload, number)
    yield "content/articles/a.xml", feed(payloads)
    yield "content/articles/b.json", json_feed(payloads)


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """Return the site of all payloads, in every part of an article in every format."""
    root = tmp_path_factory.mktemp("hostile")
    files = {"digest.yaml": SETTINGS, "content/sources.yaml": SOURCES, "content/articles/good.md": GOOD}
    for name, text in {**files, **dict(written())}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode(errors="surrogatepass"))
    with pytest.raises(SystemExit) as left:
        main(["-q", "-C", str(root), "build"])
    assert left.value.code == 0
    return root / "site"


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def elements(path: Path) -> list[ET.Element]:
    return list(html5lib.parse(path.read_text("utf-8"), namespaceHTMLElements=False).iter())


def is_ours(script: ET.Element) -> bool:
    """Return whether a script is one of the site's files, or data that can be read."""
    if "src" in script.attrib:
        return bool(re.fullmatch(r"(?:\.\./)*assets/[a-z]+\.[0-9a-f]{10}\.js", script.attrib["src"]))
    return script.get("type") in OURS and json.loads(script.text or "") is not None


def wrong(element: ET.Element) -> Iterator[str]:
    """Yield what no element of a page may have."""
    if not isinstance(element.tag, str):  # a comment
        return
    if element.tag in ELEMENTS or (element.tag == "script" and not is_ours(element)):
        yield element.tag
    for name, value in element.attrib.items():
        if name.startswith("on") or name in {"style", "srcdoc"}:
            yield f"{element.tag} {name}"
        if name in URLS and urlsplit(value.strip()).scheme not in {"", "http", "https", "mailto"}:
            yield f"{element.tag} {name}={value}"


def test_no_page_has_what_could_run(site) -> None:
    found = {(path.name, each) for path in pages(site) for element in elements(path) for each in wrong(element)}
    assert found == set()


def test_every_page_says_that_nothing_may_run_but_the_sites_own_files(site) -> None:
    policies = {
        element.get("content")
        for path in pages(site)
        for element in elements(path)
        if element.get("http-equiv", "").lower() == "content-security-policy"
    }
    assert len(pages(site)) > len(PAYLOADS)
    assert all("content-security-policy" in path.read_text("utf-8").lower() for path in pages(site))
    assert not [policy for policy in policies if "unsafe" in policy or "default-src 'none'" not in policy]


def test_what_machines_read_is_well_formed_and_clean(site) -> None:
    for path in sorted(site.rglob("*")):
        if path.suffix in {".xml", ".opml"}:
            ET.fromstring(path.read_bytes())
        elif path.suffix == ".json":
            json.loads(path.read_bytes())
        if path.suffix in {".html", ".xml", ".json", ".opml", ".txt"}:
            text = path.read_text("utf-8")
            assert not set(text) & set(NO_XML), path
            assert not re.search("[\u202a-\u202e\u2066-\u2069]", text), path


def test_no_feed_has_an_address_that_could_run(site) -> None:
    for path in sorted(site.rglob("*.xml")):
        for element in ET.fromstring(path.read_bytes()).iter():
            addresses = [element.get("href"), element.get("url"), element.text if element.tag == "link" else ""]
            assert not [each for each in addresses if (each or "").strip().lower().startswith(("javascript:", "data:"))]


def test_what_a_feed_reader_may_take_for_html_has_nothing_that_could_run(site) -> None:
    found = set()
    for path in sorted(site.rglob("*.xml")):
        root = ET.fromstring(path.read_bytes())
        # Atom says of its titles that they are plain; of RSS nobody can tell.
        names = {"description", "subtitle", "summary", *(["title"] if root.tag == "rss" else [])}
        texts = {each.text or "" for each in root.iter() if each.tag.rpartition("}")[2] in names}
        trees = (html5lib.parseFragment(text, namespaceHTMLElements=False) for text in texts)
        found |= {(path.name, each) for tree in trees for element in tree.iter() for each in wrong(element)}
    assert found == set()


def test_an_article_is_no_template(site) -> None:
    assert not [path for path in pages(site) if "root:x:" in path.read_text("utf-8")]
    assert any("{{ 7*7 }}" in path.read_text("utf-8") for path in pages(site))


def test_good_articles_stand_beside_hostile_ones(site) -> None:
    assert any("A good neighbour" in path.read_text("utf-8") for path in (site / "threads").rglob("*.html"))


@pytest.mark.browser
def test_nothing_runs_in_a_browser(site, serve, browser) -> None:
    context = browser.new_context()
    context.add_init_script(
        "addEventListener('securitypolicyviolation', each => { window.ran = each.violatedDirective })"
    )
    found, dialogs = [], []
    tab = context.new_page()
    tab.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    address = serve(site)
    for path in pages(site):
        tab.goto(address + path.relative_to(site).as_posix())
        # What was made safe stays so when it is parsed once more.
        tab.evaluate("document.body.innerHTML = document.body.innerHTML")
        tab.evaluate("document.querySelectorAll('*').forEach(each => each.dispatchEvent(new Event('focus')))")
        if ran := tab.evaluate("window.ran"):
            found.append((path.name, ran))
    context.close()
    assert (found, dialogs) == ([], [])
