"""Links that lead out: what an answer means, how long it counts, and that a real server is asked politely."""

import os
import threading
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from digest.publish.checkexternal import Answer, External, check_external, places, read_answers

TODAY = date(2031, 3, 8)
LINK = "https://courier.example/fire"
PLACE = ("content/articles/fire.md", 3)
DEAD, MOVED, SILENT = "dead-link", "moved-link", "silent-link"


class Host:
    """Answers as it is told to, and remembers what it was asked for."""

    def __init__(self, *answers: Answer) -> None:
        self.answers, self.asked = list(answers), []

    def __call__(self, link: str) -> Answer:
        self.asked.append(link)
        return self.answers.pop(0)


def ask(store: Path, host: Host, day: date = TODAY) -> External:
    return check_external({LINK: PLACE}, host, store / "links.json", day)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        pytest.param(Answer(200), [], id="it is there"),
        pytest.param(
            Answer(404),
            [(DEAD, f"the link {LINK} answers 404", "Write its new address, or that of a copy in an archive")],
            id="it is not there",
        ),
        pytest.param(
            Answer(410),
            [(DEAD, f"the link {LINK} answers 410", "Write its new address, or that of a copy in an archive")],
            id="it is gone",
        ),
        pytest.param(
            Answer(200, moved="https://courier.example/2031/fire"),
            [(MOVED, f"the link {LINK} has moved for good", "Write https://courier.example/2031/fire")],
            id="it has moved for good",
        ),
        *(
            pytest.param(
                Answer(status),
                [(SILENT, f"the link {LINK} answers {status}, which does not tell whether it is there",
                  "Open it in a browser")],
                id=f"{status} tells nothing",
            )
            for status in (403, 429, 500, 503)
        ),
        pytest.param(
            Answer(None),
            [(SILENT, f"the link {LINK} gives no answer, which does not tell whether it is there",
              "Open it in a browser")],
            id="silence tells nothing",
        ),
    ],
)  # fmt: skip
def test_an_answer_means(tmp_path, answer, told):
    faults = ask(tmp_path, Host(answer)).faults
    assert [(fault.rule, fault.what, fault.mend) for fault in faults] == told
    assert {(fault.path, fault.line) for fault in faults} <= {PLACE}


def test_an_answer_counts_for_a_week_and_its_age_is_told(tmp_path):
    first = Host(Answer(404))
    ask(tmp_path, first)
    second = Host()
    kept = ask(tmp_path, second, TODAY + timedelta(days=6))
    assert (first.asked, second.asked) == ([LINK], [])
    assert [fault.what for fault in kept.faults] == [f"the link {LINK} answers 404 (asked 6 days ago)"]
    third = Host(Answer(200))
    assert ask(tmp_path, third, TODAY + timedelta(days=7)).faults == ()
    assert third.asked == [LINK]


def test_what_told_nothing_is_asked_again_the_next_day_and_not_before(tmp_path):
    ask(tmp_path, Host(Answer(503)))
    assert [fault.rule for fault in ask(tmp_path, Host()).faults] == [SILENT]
    assert ask(tmp_path, Host(Answer(200)), TODAY + timedelta(days=1)).faults == ()


def test_answers_from_days_to_come_do_not_count(tmp_path):
    ask(tmp_path, Host(Answer(404)), TODAY + timedelta(days=1))
    assert ask(tmp_path, Host(Answer(200))).faults == ()


def test_what_was_answered_before_an_interruption_is_kept(tmp_path):
    class Interrupted(Host):
        def __call__(self, link: str) -> Answer:
            if link.endswith("two"):
                raise KeyboardInterrupt
            return super().__call__(link)

    links = {f"https://courier.example/{name}": PLACE for name in ("one", "two")}
    with pytest.raises(KeyboardInterrupt):
        check_external(links, Interrupted(Answer(200)), tmp_path / "links.json", TODAY)
    assert list(read_answers(tmp_path / "links.json")) == ["https://courier.example/one"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"a": 1}', '{"a": [200, null, "soon"]}', "[" * 100_000])
def test_answers_that_cannot_be_read_are_asked_for_again(tmp_path, text):
    (tmp_path / "links.json").write_text(text)
    assert ask(tmp_path, Host(Answer(404))).asked == 1


def test_a_link_is_placed_at_its_line(tmp_path):
    (tmp_path / "a.md").write_text(f"---\ntitle: T\nlink: {LINK}\n---\n")
    assert places({LINK: "a.md", "https://x.example/a": "a.md", "https://x.example/b": "gone.md"}, tmp_path) == {
        LINK: ("a.md", 3), "https://x.example/a": ("a.md", 1), "https://x.example/b": ("gone.md", 1)
    }  # fmt: skip


def pipe(path: Path) -> None:
    os.mkfifo(path)


def huge(path: Path) -> None:
    path.touch()
    os.truncate(path, 8 * 1024**4)  # a hole, for which no machine has the memory


@pytest.mark.parametrize("made", [pipe, huge])
def test_what_is_no_file_to_read_has_no_answers_and_no_lines(made, tmp_path):
    made(tmp_path / "links.json")
    made(tmp_path / "a.md")
    assert read_answers(tmp_path / "links.json") == {}
    assert places({LINK: "a.md"}, tmp_path) == {LINK: ("a.md", 1)}


@pytest.fixture
def host():
    """Return the address of a server on this machine: it has one page, which moved, and says 403 or 404 to all else."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status = {"/robots.txt": 404, "/there": 200, "/closed": 403, "/was": 301}.get(self.path, 404)
            self.send_response(status)
            if status == 301:
                self.send_header("Location", "/there")
            self.end_headers()
            self.wfile.write(b"<p>A page.")

        def log_message(self, *arguments: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def project(tmp_path, put, host):
    names = ("there", "closed", "gone", "was")
    return put(
        tmp_path / "amber",
        {
            "digest.yaml": "check: {stale-lock: off, silent-link: warn, missing-source: off, derived-title: off}\n",
            **{
                f"content/articles/{name}.md": f"---\ntitle: {name}\nlink: {host}/{name}\ndate: 2031-03-07\n---\n"
                f"What is {name} is told here.\n"
                for name in names
            },
        },
    )


def test_with_external_the_hosts_are_asked_once(project, host, digest):
    arguments = ("-C", project, "check", "--external", "--allow-private", "--now", "2031-03-08")
    done = digest(*arguments)
    assert done.stdout == (
        f"content/articles/closed.md:3: the link {host}/closed answers 403, which does not tell whether it is there. "
        "Open it in a browser. [silent-link]\n"
        f"content/articles/gone.md:3: the link {host}/gone answers 404. Write its new address, or that of a copy in an "
        "archive. [dead-link]\n"
        f"content/articles/was.md:3: the link {host}/was has moved for good. Write {host}/there. [moved-link]\n"
    )
    assert done.stderr.splitlines() == [
        "4 links were asked for, 0 links were asked for in the last 7 days; of 1 nobody tells whether they are there",
        "1 error (1 dead-link), 2 warnings (1 moved-link, 1 silent-link)",
    ]
    assert done.status == 1
    again = digest(*arguments)
    assert again.stdout == done.stdout
    assert again.stderr.startswith("0 links were asked for, 4 links were asked for in the last 7 days;")


def test_hosts_of_the_own_network_are_not_asked_unless_that_is_meant(project, host, digest):
    done = digest("-C", project, "check", "--external", "--now", "2031-03-08")
    assert done.stdout.count("gives no answer, which does not tell whether it is there") == 4


def test_without_external_nobody_is_asked(project, digest):
    assert digest("-C", project, "check", "--now", "2031-03-08").stdout == ""
    assert not (project / ".digest-cache/links.json").exists()
