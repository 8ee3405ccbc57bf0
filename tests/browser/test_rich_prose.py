"""A curator's Markdown in a browser: whatever stands in it, the page fits its window and can be read by keyboard."""

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from axe_playwright_python.base import AXE_SCRIPT

RICH = f"""## Nets and boats

Words with `code`, and {"a" * 200}.

> A quotation of Ada Alm.
>
> > And one in it.

1. One
   - nested
     - deeper

```
{"c" * 300}
```

| Day | Boats | Nets | Crews | Harbours | Lighthouses | Superintendents | Masters |
|---|---:|---|---|---|---|---|---|
| Monday | 12 | 3 | 4 | Alma | Vellmark | Ada Alm | Ines Vorland |

---

### {"Headline" * 30}

https://example.org/{"a" * 200}
"""
NOTE = f"---\nstatus: developing\n---\n\n{RICH}"
ARTICLE = "---\ntitle: Fire\ndate: 2031-03-02\nsource: Harbour Post\nthread: fire\n---\n\nBoats burnt in Alma.\n"
PAGES = ("x/", "threads/fire/")
pytestmark = pytest.mark.browser


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(params=["en-GB", "ar"])
def site(request, tmp_path, digest, put):
    put(
        tmp_path,
        {
            "digest.yaml": f"title: A test\nlanguage: {request.param}\n",
            "content/pages/x.md": RICH, "content/threads/fire.md": NOTE, "content/articles/a.md": ARTICLE,
        },
    )  # fmt: skip
    assert digest("-q", "-C", tmp_path, "build").status == 0
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path / "site"))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_prose_of_every_kind_fits_a_phone_scrolls_within_itself_and_is_accessible(browser, site):
    with browser.new_context(bypass_csp=True, viewport={"width": 360, "height": 800}) as context:
        tab = context.new_page()
        for name in PAGES:
            tab.goto(site + name)
            assert tab.evaluate("document.documentElement.scrollWidth") == 360
            wide = tab.evaluate(
                "[...document.querySelectorAll('.prose *')].filter(each => getComputedStyle(each).overflowX === 'auto'"
                " && each.scrollWidth > each.clientWidth).map(each => [each.localName, each.tabIndex])"
            )
            assert wide == [["pre", 0], ["table", 0]]
            tab.evaluate(AXE_SCRIPT)
            for scheme in ("light", "dark"):
                tab.emulate_media(color_scheme=scheme)
                found = tab.evaluate("axe.run({'resultTypes': ['violations']})")["violations"]
                assert [f"{each['id']}: {each['nodes'][0]['html'][:80]}" for each in found] == []
