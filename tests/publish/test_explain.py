"""Explain shows the verdicts of the build, which cleans each article knowing all the others."""

from collections.abc import Iterable

import pytest

from digest.articles.clean import account_for, clean
from digest.articles.outlets import Outlets
from digest.articles.read import read
from digest.articles.settings import CleanSettings

MENU = ["Harbour Post", "Front page", "Alma today", "Letters", "Tide tables", "Lost and found", "Ships in port"]
# Each may be news, so that one learns from the other pages that it is none.
ASIDES = [
    "Ada Alm writes about the sea.",
    "Our newsroom is open on Mondays.",
    "We correct our mistakes.",
    "Tell us what you think",
    "Harbour wall to be painted",
    "Mayor opens the new quay",
    "Printed in Alma since 1911",
    "The weather for the islands is read at six",
]
STORM = [
    "The harbour of Alma was closed on Friday after a storm tore two ships from their moorings.",
    "Fishermen described waves higher than the lighthouse, which lost several windows during the night.",
    "The ministry expects the port to reopen once divers have inspected the damaged quay.",
]
BUDGET = [
    "Councillors rejected the proposed budget by seven votes, leaving schools without money for heating.",
    "Treasurer Ada Alm blamed falling revenue from property taxes and interest on older debts.",
    "Teachers announced a strike unless salaries agreed upon last winter are finally paid.",
]
MUSEUM = [
    "A painting believed destroyed in wartime has been discovered behind wallpaper in a bakery.",
    "Curator Cy Dahl identified the portrait through letters describing its unusual golden frame.",
    "Restoration could take eighteen months, because moisture dissolved large areas of pigment.",
]
ORCHARD = [
    "Frost ruined nearly every apple orchard north of the river, according to growers' estimates.",
    "Insurance companies received thousands of claims within days, overwhelming their regional offices.",
    "Botanist Di Eklund recommends planting hardier varieties imported from mountain valleys.",
]
STORIES = (STORM, BUDGET, MUSEUM, ORCHARD)

Verdicts = list[tuple[int, str]]


@pytest.fixture
def project(tmp_path, put):
    texts = ("\n".join([*MENU, *story[:1], *ASIDES, *story[1:]]) for story in STORIES)
    files = {
        f"content/articles/{number}.txt": f"---\ndate: 2031-03-07\n---\n{text}" for number, text in enumerate(texts)
    }
    return put(tmp_path / "project", {"digest.yaml": "title: Alma\n", **files})


def shown(lines: Iterable[str]) -> Verdicts:
    """Return the lines that explain shows as cut, with their rules."""
    numbered = (line for line in lines if line[:6].strip().isdigit())
    return [(int(line[:6]), rule) for line in numbered if (rule := line[8:24].strip())]


def test_an_article_is_accounted_for_as_one_of_its_batch(project, digest):
    raws = read(project / "content/articles", project).articles
    built = clean(raws, Outlets({}), CleanSettings())
    explained = {each.id: shown(digest("-C", project, "explain", each.path).stdout.splitlines()) for each in built}
    assert explained == {each.id: [(cut.line, cut.rule) for cut in each.cuts] for each in built}
    alone = {
        raw.id: [(block.line, block.rule) for block in account_for(raw, CleanSettings()) if block.rule] for raw in raws
    }
    assert explained != alone, "the batch makes a difference here"


def test_a_thread_is_told_with_what_is_left_out_and_why(tmp_path, put, digest):
    text = "\n\n".join([STORM[0], "Still closed", STORM[1]])
    project = put(
        tmp_path / "alma",
        {
            "digest.yaml": "title: Alma\nstories:\n  excerpts: {words: 16, share: 1}\n",
            "content/articles/storm.md": f"---\ndate: 2031-03-07\nthread: storm\nid: a-0000000001\n---\n{text}\n",
        },
    )
    lines = digest("-C", project, "explain", "storm").stdout.splitlines()
    assert lines[lines.index("2031-03-07: 1 sentence") :] == [
        "2031-03-07: 1 sentence",
        f"  a-0000000001#2  {STORM[1]}",
        "left out: 1 sentence of a-0000000001, budget of 16 words or 100 %",
        f"  a-0000000001#0  {STORM[0]}",
        "left out: 1 sentence of a-0000000001, subhead",
        "  a-0000000001#1  Still closed",
    ]


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        pytest.param(
            "content/articels/storm.md", 'Did you mean "content/articles/storm.md"?', id="the folder is wrong"
        ),
        pytest.param(
            "content/articles/strom.md", 'Did you mean "content/articles/storm.md"?', id="the file's name is wrong"
        ),
        pytest.param("content/articels/strom.md", 'Did you mean "content/articles/storm.md"?', id="both are wrong"),
        pytest.param(
            "elsewhere/of/mine/storm.md", 'Did you mean "content/articles/storm.md"?', id="another folder altogether"
        ),
        pytest.param(
            "content/articels/x.txt",
            "`digest list articles` and `digest list threads` show what there is.",
            id="only the folder is like others",
        ),
        pytest.param("strom.md", 'Did you mean "storm.md"?', id="a name alone"),
    ],
)
def test_of_a_path_that_is_nearly_right_the_name_tells_before_the_folders(name, mend, tmp_path, put, digest):
    article = f"---\ndate: 2031-03-07\n---\n{STORM[0]}\n"
    files = {f"content/articles/{each}": article for each in ("storm.md", "y.txt", "z.txt")}
    project = put(tmp_path / "alma", {"digest.yaml": "title: Alma\n", **files})
    done = digest("-C", project, "explain", name)
    assert (done.status, done.stderr) == (2, f'"{name}" is no file, article or thread of this digest. {mend}\n')
