"""Every parser stands whatever comes in: the targets that bench/fuzz/ fuzzes, on a few hundred inputs each."""

import random
import tempfile
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

TARGETS_FILE = Path(__file__).parent.parent.parent / "bench/fuzz/targets.py"


def _module(path: Path) -> ModuleType:
    spec = spec_from_file_location("fuzz_targets", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TARGETS = _module(TARGETS_FILE).TARGETS
# What each parser is for, so that what is made of it goes deeper than its first lines.
SOUND = {
    "front_matter": b"---\ntitle: A\nlink: https://post.example/a\ndate: 2031-03-07\nkeep: ['a']\n---\nText.\n",
    "yaml": b"a: {b: [c, 'd', \"e\"]}\nf: |\n  g\n",
    "markdown": b"# Fire\n\n*Two* [boats](https://post.example/) burnt.\n\n> - one\n\n|a|b|\n|-|-|\n|c|d|\n",
    "scrape": b" date 2031-03-07 \nFire\nBy Ada Alm\n\nALMA, March 7 (Reuters) - Two boats burnt.\n2 MIN READ\n",
    "page": b'<html><head><title>Fire</title><script type=\'application/ld+json\'>{"@type":"NewsArticle"}</script>'
    b"<body><article><h1>Fire</h1><p>Two boats burnt in the harbour of Alma on Friday.</p></article></html>",
    "feed": b'<rss version="2.0"><channel><title>Post</title><item><title>Fire</title><guid>1</guid>'
    b"<pubDate>Fri, 07 Mar 2031 10:00:00 GMT</pubDate><description>&lt;p&gt;Two.&lt;/p&gt;</description></item>"
    b"</channel></rss>",
    "json_feed": b'{"version":"https://jsonfeed.org/version/1.1","title":"Post","items":[{"id":"1","title":"Fire",'
    b'"content_html":"<p>Two.</p>","date_published":"2031-03-07T10:00:00Z","tags":["sea"]}]}',
    "url": b"https://post.example:443/a/b%20c?utm_source=x&d=1#e",
    "lists": b'url,title,tags\nhttps://post.example/a,Fire,"sea, quay"\n<outline xmlUrl="https://post.example/"/>',
    "lock": b"# Which article\na-0123456789 fire 2031-03-07\na-0123456789 frost\n<<<<<<< HEAD\n",
    "corrections": b"- date: 2031-03-07\n  thread: fire\n  text: We wrote five.\n",
    "sources": b"post: {name: Harbour Post, home: 'https://post.example/', rights: full}\n",
    "config": b"title: A\nlanguage: en\ntimezone: Europe/Oslo\nbase_url: https://a.example/b/\n",
    "thread_file": b"---\ntitle: A\nstatus: closed\ndays: {2031-03-07: {hide: true}}\nmerge: [b]\n---\nA *note*.\n",
    "request": b"/a/../%2e%2e/secret?b",
    "answer": b"User-agent: *\nDisallow: /a\nCrawl-delay: 2\n",
    "record": b'["a-0123456789","a.md","Fire"]',
}
ODD = (
    b"\x00", b"\xff", b"\xed\xa0\x80", b"\xe2\x80\xae", b"\xef\xbb\xbf", b"\r", b"\n---\n", b"- ", b": ", b"'", b'"',
    b"<", b">", b"&#0;", b"&#x202e;", b"]]>", b"<!--", b"<![CDATA[", b"{", b"[", b"\\u0000", b"\\", b"%00", b"../",
    b"!!python/object ", b"*a ", b"&a ", b"9" * 400, b"-1", b"1e99", b"\t", b"javascript:", b"http://[", b"a" * 99,
)  # fmt: skip


def _spoilt(sound: bytes, seed: int, many: int) -> bytes:
    """Return bytes with a few parts cut, doubled, or replaced by what parsers stumble over."""
    chance = random.Random(seed)
    for _ in range(many):
        start = chance.randrange(len(sound) + 1)
        end = min(len(sound), start + chance.choice((0, 0, 1, 1, 5, 40)))
        sound = sound[:start] + chance.choice((b"", chance.choice(ODD), sound[start:end] * 3)) + sound[end:]
    return sound


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_a_parser_stands_any_bytes(name: str, content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        TARGETS[name](content, Path(folder))


@pytest.mark.parametrize("name", SOUND)
@settings(max_examples=120, deadline=None)
@given(seed=st.integers(0, 2**32), many=st.integers(1, 12))
def test_a_parser_stands_what_is_nearly_sound(name: str, seed: int, many: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        TARGETS[name](_spoilt(SOUND[name], seed, many), Path(folder))


@pytest.mark.parametrize("name", TARGETS)
@pytest.mark.parametrize("content", [b"", b"\n", b"\xef\xbb\xbf", *ODD], ids=repr)
def test_a_parser_stands_what_parsers_stumble_over(name: str, content: bytes, tmp_path: Path) -> None:
    TARGETS[name](content, tmp_path)
