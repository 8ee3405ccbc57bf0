"""The laws of every build: same inputs, same bytes; nothing is invented; every link leads somewhere; all or nothing."""

import json
import shutil
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET

import html5lib
import pytest

SITES = Path(__file__).parent / "sites"
BROKEN = "{% extends 'base.html' %}\n{% block main %}{{ nothing }}{% endblock %}\n"


@pytest.fixture
def everything(repository) -> Path:
    """Return a project with the seeds and all that tests/sites/ hold, so that one build goes through everything."""
    for site in sorted(SITES.iterdir()):
        shutil.copytree(site / "content/articles", repository / "content/articles" / site.name)
        for folder in ("content/threads", "content/pages", "static"):
            if (site / folder).is_dir():
                shutil.copytree(site / folder, repository / folder, dirs_exist_ok=True)
    shutil.copy(SITES / "sources-recorded/content/sources.yaml", repository / "content")
    return repository


@pytest.fixture
def built(isolated_digest, contents):
    """Return a function that builds a project in a process of its own, and returns all that the build wrote."""

    def run(project: Path, **environment: str) -> dict[str, bytes]:
        done = isolated_digest("-q", "-C", project, "build", **environment)
        assert done.status == 0, done.stderr
        return {**contents(project / "site"), "threads.lock": (project / "content/threads.lock").read_bytes()}

    return run


def shuffled(project: Path, folder: Path) -> Path:
    """Return a copy whose files were created in another order, and that bears another name and other times."""
    for path in sorted(project.rglob("*"), key=lambda path: (path.name[::-1], path), reverse=True):
        if path.is_file() and not {"site", ".digest-cache"} & set(path.relative_to(project).parts):
            copy = folder / path.relative_to(project)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    return folder


class TestSameInputsSameBytes:
    def test_a_cold_build_is_a_warm_build_is_one_without_its_cache_or_its_site(self, everything, built):
        cold = built(everything)
        assert built(everything) == cold
        shutil.rmtree(everything / ".digest-cache")
        assert built(everything) == cold
        shutil.rmtree(everything / "site")
        assert built(everything) == cold

    def test_the_order_in_which_files_were_made_tells_nothing(self, everything, built, tmp_path):
        assert built(shuffled(everything, tmp_path / "another")) == built(everything)

    @pytest.mark.parametrize(
        "environment",
        [
            pytest.param({"PYTHONHASHSEED": "1"}, id="a hash seed"),
            pytest.param({"PYTHONHASHSEED": "4242"}, id="another hash seed"),
            pytest.param({"TZ": "Pacific/Kiritimati"}, id="the first time zone of the day"),
            pytest.param({"TZ": "Pacific/Pago_Pago"}, id="the last time zone of the day"),
            pytest.param({"LC_ALL": "C", "LANG": "C"}, id="no locale"),
            pytest.param({"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "LANGUAGE": "tr"}, id="the Turkish locale"),
        ],
    )
    def test_the_machine_tells_nothing(self, environment, everything, built, tmp_path):
        here = built(everything)
        there = shuffled(everything, tmp_path / "there")
        assert built(there, **environment) == here

    def test_a_second_build_writes_no_file(self, everything, built, isolated_digest):
        files = len(built(everything)) - len(("threads.lock", ".digest"))
        assert f": 0 files written, 0 removed, {files} unchanged\n" in isolated_digest("-C", everything, "build").stderr

    def test_the_folder_of_the_output_tells_nothing(self, everything, built, isolated_digest, contents, tmp_path):
        here = built(everything)
        isolated_digest("-q", "-C", everything, "build", "--out", tmp_path / "elsewhere")
        there = contents(tmp_path / "elsewhere")
        assert there == {name: content for name, content in here.items() if name != "threads.lock"}


def parsed(page: Path) -> ET.Element:
    root = html5lib.parse(page.read_text("utf-8"), namespaceHTMLElements=False)
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag == "sup":  # the marks
                parent.remove(child)
    return root


def words(element: ET.Element) -> str:
    return "".join(element.itertext()).strip()


def of_class(root: ET.Element, name: str) -> list[ET.Element]:
    return [element for element in root.iter() if name in element.get("class", "").split()]


def articles(project: Path, digest) -> dict[str, dict]:
    lines = digest("-q", "-C", project, "list", "articles", "--json").stdout.splitlines()
    return {article["id"]: article for article in map(json.loads, lines)}


def word_on(project: Path, slug: str) -> str:
    path = project / "content/threads" / f"{slug}.md"
    return path.read_text() if path.exists() else ""


class TestNothingIsInvented:
    def test_each_sentence_of_a_page_is_verbatim_in_the_article_that_its_anchor_names(self, everything, digest):
        digest("-q", "-C", everything, "build")
        by_id = articles(everything, digest)
        shown = 0
        for page in everything.glob("site/threads/*/index.html"):
            for each in of_class(parsed(page), "sentence"):
                _, name, number = each.get("id").split("-")
                article = by_id[f"a-{name}"]
                text = words(each.find("p"))
                sentence = article["sentences"][int(number)]
                assert text == sentence["text"]
                assert text in article["paragraphs"][sentence["paragraph"]]
                shown += 1
        assert shown > 50

    def test_each_other_text_that_looks_like_a_report_is_verbatim_in_one(self, everything, digest):
        digest("-q", "-C", everything, "build")
        paragraphs = [text for each in articles(everything, digest).values() for text in each["paragraphs"]]
        for page in everything.glob("site/threads/*/index.html"):
            root = parsed(page)
            # What the curator wrote at a glance is the curator's own, and shown as that.
            own = "at_a_glance:" in word_on(everything, page.parent.name)
            quoted = [item for glance in of_class(root, "glance") for item in glance.iter("li") if not own]
            quoted += [
                span for folded in root.iter("details") for item in folded.iter("li") for span in item.iter("span")
            ]
            for each in quoted:
                assert any(words(each) in paragraph for paragraph in paragraphs), words(each)

    def test_each_article_is_in_one_thread_and_each_of_its_sentences_is_told_once_or_left_out(self, everything, digest):
        by_id = articles(everything, digest)
        threads = [
            json.loads(line) for line in digest("-q", "-C", everything, "list", "threads", "--json").stdout.splitlines()
        ]
        assert sorted(article for thread in threads for article in thread["articles"]) == sorted(by_id)
        for thread in threads:
            told = [each for day in thread["days"] for each in day["sentences"]]
            marks = [mark for each in told for mark in (*each["from"], *(twin["from"] for twin in each["repeats"]))]
            marks += [
                mark for place in ("background", "ahead", "undated") for each in thread[place] for mark in each["from"]
            ]
            assert len(marks) == len(set(marks)), thread["slug"]
            marks += [each["from"] for each in thread["left_out"]]
            assert sorted(marks) == sorted(
                mark for article in thread["articles"] for mark in marks_of(by_id[article])
            ), thread["slug"]

    @pytest.mark.parametrize(
        ("words", "share"),
        [
            pytest.param(120, 0.4, id="by default"),
            pytest.param(30, 1, id="few words"),
            pytest.param(120, 0.1, id="a small share"),
        ],
    )
    def test_no_page_shows_more_of_an_article_than_it_may(self, words, share, everything, digest):
        settings = f"title: All\nstories:\n  excerpts: {{words: {words}, share: {share}}}\n"
        (everything / "digest.yaml").write_text(settings)
        digest("-q", "-C", everything, "build")
        spent: dict[str, dict[str, int]] = {}
        for page in everything.glob("site/threads/*/index.html"):
            for each in of_class(parsed(page), "sentence"):
                _, name, number = each.get("id").split("-")
                spent.setdefault(f"a-{name}", {})[number] = len(words_of(each))
        assert spent
        by_id = articles(everything, digest)
        whole = {f"a-{page.parent.name}" for page in everything.glob("site/articles/*/index.html")}
        over = [name for name in spent.keys() - whole if not within(spent[name], by_id[name], words, share)]
        assert over == []


def words_of(sentence: ET.Element) -> list[str]:
    return words(sentence.find("p")).split()


def marks_of(article: dict) -> list[str]:
    return [f"{article['id']}#{number}" for number in range(len(article["sentences"]))]


def within(shown: dict[str, int], article: dict, most: int, share: float) -> bool:
    total = sum(len(sentence["text"].split()) for sentence in article["sentences"])
    alone = len(shown) == 1 and total <= 40  # one sentence of a very short article
    return sum(shown.values()) <= (most if alone else min(most, share * total))


def targets(page: Path) -> list[str]:
    root = html5lib.parse(page.read_text("utf-8"), namespaceHTMLElements=False)
    return [element.get(name) for element in root.iter() for name in ("href", "src") if element.get(name) is not None]


def anchors(page: Path) -> set[str]:
    root = html5lib.parse(page.read_text("utf-8"), namespaceHTMLElements=False)
    found = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(found) == len(set(found)), f"an id stands twice in {page}"
    return set(found)


def dead_links(site: Path, base: str) -> list[str]:
    """Return each link, of pages, feed and sitemap, into the site that leads to no file or no anchor."""
    links = []
    for page in site.rglob("*.html"):
        url = base if page.name == "404.html" else urljoin(base, page.relative_to(site).as_posix())
        links += [(page, urljoin(url, target)) for target in targets(page)]
    for machine in (site / "feed.xml", site / "sitemap.xml"):
        if machine.exists():
            root = ET.parse(machine).getroot()
            links += [(machine, text) for each in root.iter() for text in (each.get("href"), each.text) if text]
    dead = []
    for page, link in links:
        if link.startswith(base):
            path = unquote(urlsplit(link).path.removeprefix(urlsplit(base).path))
            file = site / path / "index.html" if not path or path.endswith("/") else site / path
            fragment = unquote(urlsplit(link).fragment)
            if not file.is_file() or (fragment and fragment not in anchors(file)):
                dead.append(f"{page.relative_to(site)}: {link}")
        elif page.suffix == ".html" and not link.startswith(("https://", "http://", "mailto:")):
            dead.append(f"{page.relative_to(site)}: {link} leaves the site")
    return dead


class TestEveryLinkLeadsSomewhere:
    def test_on_a_site(self, site, digest):
        digest("-q", "-C", site, "build", "--base-url", "https://digest.example/below/a/path/")
        assert dead_links(site / "site", "https://digest.example/below/a/path/") == []

    def test_on_the_site_of_the_seeds(self, repository, digest):
        digest("-q", "-C", repository, "build")
        assert dead_links(repository / "site", "https://example.org/digest/") == []

    def test_on_the_site_of_everything(self, everything, digest):
        digest("-q", "-C", everything, "build", "--base-url", "https://digest.example/")
        assert dead_links(everything / "site", "https://digest.example/") == []

    def test_a_site_without_an_address_has_neither_feed_nor_sitemap_and_names_none(self, digest, put, tmp_path):
        project = put(
            tmp_path / "bare",
            {"digest.yaml": "title: Bare\n", "content/articles/a.md": "---\ndate: 2031-03-07\n---\nA."},
        )
        digest("-q", "-C", project, "build")
        assert dead_links(project / "site", "https://nowhere.example/") == []
        assert not list(project.glob("site/*.xml"))

    def test_a_thread_page_is_reached_from_the_first_page(self, everything, digest):
        digest("-q", "-C", everything, "build")
        home = {unquote(target) for target in targets(everything / "site/index.html")}
        listed = digest("-q", "-C", everything, "list", "threads", "--json").stdout.splitlines()
        threads = {f"threads/{json.loads(line)['slug']}/index.html" for line in listed}
        assert threads <= home


class TestAllOrNothing:
    @pytest.fixture
    def old(self, repository, digest, contents) -> dict[str, bytes]:
        digest("-q", "-C", repository, "build")
        return {**contents(repository / "site"), **contents(repository / "content")}

    @pytest.fixture(
        params=[
            pytest.param({"templates/day.html": BROKEN}, id="a broken template"),
            pytest.param({"templates/thread.html": "{% if %}"}, id="a template with a fault of syntax"),
            pytest.param({"digest.yaml": "titel: Kursk watch\n"}, id="a broken digest.yaml"),
        ]
    )
    def broken(self, request, repository, old, put) -> Path:
        assert old, "the old site is built before something breaks"
        return put(repository, request.param)

    def test_a_build_that_fails_leaves_the_old_site_byte_for_byte(self, broken, old, digest, contents):
        more = broken / "content/articles/more.md"
        more.write_text("---\ndate: 2031-03-07\n---\nThere is more to tell of it.\n")
        assert digest("-q", "-C", broken, "build").status == 1
        more.unlink()
        assert {**contents(broken / "site"), **contents(broken / "content")} == old

    def test_a_disk_that_refuses_leaves_the_old_site_byte_for_byte(self, repository, old, digest, contents):
        # A folder stands where a page is to be: nobody, not even root, can write the file.
        (repository / "site/threads/regatta/index.html/x").mkdir(parents=True)
        (repository / "content/articles/regatta.md").write_text(
            "---\nslug: regatta\ndate: 2031-03-07\nlink: https://courier.example/\n---\nThe regatta was called off.\n"
        )
        done = digest("-q", "-C", repository, "build")
        assert done.status == 1
        assert "the site cannot be written" in done.stderr
        (repository / "content/articles/regatta.md").unlink()
        assert {**contents(repository / "site"), **contents(repository / "content")} == old

    @pytest.mark.usefixtures("old")
    def test_what_digest_did_not_write_stays(self, repository, digest):
        for name in ("CNAME", "threads/mine.txt", "2025/01/29/notes/mine.txt", "assets/mine.css"):
            (repository / "site" / name).parent.mkdir(parents=True, exist_ok=True)
            (repository / "site" / name).write_text("mine")
        for article in (repository / "content/articles").iterdir():
            article.unlink()
        digest("-q", "-C", repository, "build")
        mine = sorted(
            path for path in (repository / "site").rglob("*") if path.is_file() and path.read_bytes() == b"mine"
        )
        assert [path.relative_to(repository / "site").as_posix() for path in mine] == [
            "2025/01/29/notes/mine.txt",
            "CNAME",
            "assets/mine.css",
            "threads/mine.txt",
        ]

    def test_the_pages_of_an_article_that_is_removed_are_removed_with_their_folders(
        self, repository, old, digest, contents
    ):
        (repository / "content/articles/regatta.md").write_text(
            "---\nslug: regatta\ndate: 2031-03-07\nlink: https://courier.example/\n---\nThe regatta was called off.\n"
        )
        digest("-q", "-C", repository, "build")
        assert (repository / "site/threads/regatta/index.html").is_file()
        assert (repository / "site/2031/03/07/index.html").is_file()
        (repository / "content/articles/regatta.md").unlink()
        digest("-q", "-C", repository, "build")
        assert not (repository / "site/threads/regatta").exists()
        assert not (repository / "site/2031").exists()
        after = contents(repository / "site")
        assert after == {name: old[name] for name in after}
