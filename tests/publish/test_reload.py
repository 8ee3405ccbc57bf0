import pytest

from digest.publish import reload
from digest.publish.reload import Bulletin, admitting, events, with_script


@pytest.mark.parametrize(
    ("policy", "widened"),
    [
        pytest.param("script-src 'self'", "script-src 'self'", id="connections are free already"),
        pytest.param(
            "default-src 'none'",
            "default-src 'none'; script-src 'self'; connect-src 'self'",
            id="nothing was allowed",
        ),
        pytest.param(
            "default-src 'self'; script-src 'none'", "default-src 'self'; script-src 'self'", id="no script was allowed"
        ),
        pytest.param("img-src *;", "img-src *", id="nothing of ours was forbidden"),
    ],
)
def test_a_policy_is_widened_to_the_reload_script_and_no_further(policy, widened):
    assert admitting(policy) == widened
    meta = '<meta http-equiv="Content-Security-Policy" content="%s">'
    assert with_script((meta % policy).encode(), "a-1").decode().splitlines()[0].startswith(meta % widened)


def test_a_page_without_a_body_tag_gets_the_script_at_its_end():
    assert with_script(b"<p>x", "a-1") == b'<p>x<script src="/__reload.js?build=a-1"></script>\n'


def test_other_scripts_stand_behind_it():
    page = with_script(b"<body>x</body>", "a-1", b'<script src="/b.js"></script>')
    assert page == b'<body>x<script src="/__reload.js?build=a-1"></script>\n<script src="/b.js"></script></body>'


@pytest.mark.parametrize(
    ("posts", "shown", "event"),
    [
        pytest.param([None, None], "a-1", b"event: reload\ndata: a-2\n\n", id="an old page is reloaded"),
        pytest.param([None], "a-1", b": still here\n\n", id="a page that is new"),
        # A preview that was started anew counts from 1 again.
        pytest.param([None], "b-1", b"event: reload\ndata: a-1\n\n", id="a page of another process is reloaded"),
        pytest.param([None], "", b"event: reload\ndata: a-1\n\n", id="a page of nobody knows what"),
        pytest.param(
            [None, "a:1: x.\nb:2: y."], "a-1", b"event: fault\ndata: a:1: x.\ndata: b:2: y.\n\n", id="a fault"
        ),
        pytest.param(
            [None, "a:1: x."], "a-0", b"event: reload\ndata: a-1\n\n", id="an old page is reloaded to see the fault"
        ),
    ],
)
def test_a_page_hears_what_it_missed(posts, shown, event, monkeypatch):
    monkeypatch.setattr(reload, "HEARTBEAT", 0.01)
    bulletin = Bulletin("a-")
    for fault in posts:
        bulletin.post(fault)
    stream = events(bulletin, shown)
    assert [next(stream), next(stream)] == [b"retry: 1000\n\n", event]


def test_a_page_is_let_go_at_the_close():
    bulletin = Bulletin()
    stream = events(bulletin, "0")
    next(stream)
    bulletin.close()
    assert list(stream) == []
