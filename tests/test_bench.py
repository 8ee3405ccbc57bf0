"""What the measurements of speed are made on: invented articles, the same ones for each generator, by bench/."""

import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from itertools import islice
from pathlib import Path
from types import ModuleType

import pytest
import yaml

BENCH = Path(__file__).parent.parent / "bench"
COUNT = 400


@pytest.fixture(scope="module", autouse=True)
def _beside() -> Iterator[None]:
    sys.path.append(str(BENCH))  # last, for tests/articles is no module of bench/
    yield
    sys.path.remove(str(BENCH))


@pytest.fixture(scope="module")
def invented(_beside) -> ModuleType:
    return import_module("invented")


@pytest.fixture(scope="module")
def flavours(_beside) -> ModuleType:
    return import_module("flavours")


@pytest.fixture(scope="module")
def articles(invented) -> list:
    return list(invented.articles(COUNT))


def test_the_same_seed_gives_the_same_articles_and_another_seed_others(invented, articles):
    assert list(invented.articles(COUNT)) == articles
    assert {each.title for each in invented.articles(COUNT, seed=8)}.isdisjoint(each.title for each in articles)


def test_an_article_does_not_depend_on_how_many_there_are(invented, articles):
    assert list(islice(invented.articles(10 * COUNT), COUNT)) == articles


def test_each_has_ten_paragraphs_a_quote_a_list_a_subheading_six_links_and_two_emphases(flavours, articles):
    for article in articles:
        blocks = article.body.rstrip("\n").split("\n\n")
        kinds = Counter(block[0] if block[0] in "#>-" else "paragraph" for block in blocks)
        assert kinds == {"paragraph": 8, ">": 1, "-": 1, "#": 1}
        assert len(re.findall(r"\]\(https://outlet\d\d\.example/", article.body)) == 6
        assert re.sub(r"^- .*", "", article.body, flags=re.MULTILINE).count("*") == 6
        assert 400 <= len(flavours.plain(article.body).split()) <= 600


def test_they_are_4_5_kb_long_on_average(flavours, articles):
    assert 4_200 < sum(len(flavours.digest(article).encode()) for article in articles) / COUNT < 4_800


def test_they_come_from_40_outlets_have_3_of_60_tags_and_tell_of_an_eighth_as_many_threads(articles):
    assert len({article.outlet for article in articles}) == 40
    assert len({tag for article in articles for tag in article.tags}) == 60
    assert {len(set(article.tags)) for article in articles} == {3}
    assert COUNT / 8 <= len({article.thread for article in articles}) <= COUNT / 8 + 20


def yaml_head(text: str) -> dict:
    return yaml.safe_load(text.split("---\n")[1])


def toml_head(text: str) -> dict:
    head = tomllib.loads(text.split("+++\n")[1])
    return {**head, **head["taxonomies"]}


def plain_head(text: str) -> dict:
    head = dict(line.split(": ", 1) for line in text.partition("\n\n")[0].splitlines())
    return {key.lower(): value.split(", ") if key == "Tags" else value for key, value in head.items()}


@pytest.mark.parametrize(
    ("flavour", "head", "key"),
    [
        pytest.param("digest", yaml_head, "thread", id="digest"),
        pytest.param("unthreaded", yaml_head, None, id="digest without threads"),
        pytest.param("hugo", yaml_head, "threads", id="Hugo"),
        pytest.param("pelican", plain_head, "author", id="Pelican"),
        pytest.param("mkdocs", yaml_head, "thread", id="MkDocs"),
        pytest.param("eleventy", yaml_head, "thread", id="Eleventy"),
        pytest.param("zola", toml_head, "threads", id="Zola"),
    ],
)
def test_each_flavour_has_the_same_title_tags_thread_and_text(flavours, articles, flavour, head, key):
    for article in articles[:20]:
        text = flavours.FLAVOURS[flavour](article)
        found = head(text)
        assert (found["title"], found["tags"]) == (article.title, list(article.tags))
        assert key is None or found[key] in (article.thread, [article.thread])
        assert key or article.thread not in text
        assert text.endswith(f"\n\n{article.body}")


def test_a_scrape_has_the_title_and_the_text_between_what_is_none(flavours, articles):
    for article in articles[:20]:
        lines = flavours.scrape(article).splitlines()
        body = [line for line in flavours.plain(article.body).splitlines() if line]
        assert [line for line in lines if line in body] == body
        assert article.title in lines
        assert 40 <= len(lines) <= 60


def test_a_text_is_plain_without_its_marks(flavours):
    assert flavours.plain("> It [was so](https://post.example/1) in *Alma*.\n\n- Two **boats**\n") == (
        "It was so in Alma.\n\nTwo boats\n"
    )


@pytest.mark.parametrize("flavour", ["digest", "unthreaded", "scrape"])
def test_digest_sets_none_of_them_aside(tmp_path, digest, flavour):
    command = [sys.executable, str(BENCH / "articles.py"), flavour, "12", str(tmp_path / "content/articles")]
    subprocess.run(command, check=True)
    (tmp_path / "digest.yaml").write_text((BENCH / "projects/digest/digest.yaml").read_text())
    done = digest("-C", tmp_path, "build", "--strict")
    assert done.status == 0
    assert "12 articles in " in done.stderr


def test_every_generator_has_a_project_and_a_flavour(flavours):
    known = import_module("peerlist")
    peers = [*known.DIGESTS, *known.PEERS]
    assert {peer.project for peer in peers} == {path.name for path in (BENCH / "projects").iterdir()}
    assert {peer.flavour for peer in peers} == set(flavours.FLAVOURS)


def test_a_program_is_charged_for_the_files_that_it_writes_and_a_failure_is_told(tmp_path):
    costs = import_module("costs")
    script = "import pathlib; pathlib.Path('made').mkdir(); [pathlib.Path(f'made/{n}').touch() for n in range(3)]"
    assert costs.run([sys.executable, "-c", script], tmp_path, tmp_path / "made").files == 3
    with pytest.raises(costs.RunError, match=r"^no harbour$"):
        costs.run([sys.executable, "-c", "raise SystemExit('no harbour')"], tmp_path, tmp_path)


def test_growth_is_told_as_an_exponent():
    costs, tables = import_module("costs"), import_module("tables")
    few, many = ([costs.Cost(cpu, cpu, 50.0, 9)] for cpu in (1.0, 20.0))
    assert list(tables.grown({1_000: {"digest": few}, 10_000: {"digest": many}})) == [
        "| from 1,000 to 10,000 articles | CPU × | growth exponent | peak × |",
        "| --- | ---: | ---: | ---: |",
        "| digest | 20.0 | 1.30 | 1.0 |",
    ]
