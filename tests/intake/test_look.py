"""What is found out about a link whose page nobody reads: by how many questions, and how far it moved for good."""

import pytest

from digest.intake.fetch import Fetcher
from digest.intake.outcomes import Look, Refused
from digest.intake.settings import FetchSettings

QUICK = {"pace": 0, "connect": 0.5, "read": 0.3, "total": 2, "allow_private": True}


def look(link: str, **settings: object) -> Look:
    return Fetcher(FetchSettings(**{**QUICK, **settings})).look(link)


def refusal(link: str, **settings: object) -> tuple[str, int | None]:
    with pytest.raises(Refused) as refused:
        look(link, **settings)
    return refused.value.what, refused.value.status


class TestQuestions:
    def test_a_page_that_is_there_is_asked_for_by_head_alone(self, server):
        assert look(server.says("/fire", "x")) == Look(200, None)
        assert server.asked == ["/robots.txt", "HEAD /fire"]

    @pytest.mark.parametrize("status", [400, 403, 404, 405, 500, 501])
    def test_a_server_that_does_not_know_head_is_asked_for_the_page(self, server, status):
        server.heads["/fire"] = status
        assert look(server.says("/fire", "x")) == Look(200, None)
        assert server.asked == ["/robots.txt", "HEAD /fire", "/fire"]

    @pytest.mark.parametrize("status", [429, 503])
    def test_one_that_wants_to_be_left_alone_is_not_asked_again(self, server, status):
        server.heads["/fire"] = status
        assert look(server.says("/fire", "x")) == Look(status, None)
        assert server.asked == ["/robots.txt", "HEAD /fire"]

    def test_the_page_is_not_read_however_long_it_is(self, server):
        def answer(handler):
            handler.send_response(200)
            handler.end_headers()
            while not server.closing.wait(0.01):
                handler.wfile.write(bytes(100_000))

        server.heads["/big"] = 405
        server.answers["/big"] = answer
        assert look(server.url("/big"), size=1000) == Look(200, None)

    def test_a_page_that_is_kept_from_programs_is_not_asked_for(self, server):
        server.says("/robots.txt", "User-agent: *\nDisallow: /\n")
        assert refusal(server.says("/fire", "x")) == ("robots.txt of this site keeps programs out", None)
        assert server.asked == ["/robots.txt"]

    def test_a_private_address_is_refused_before_anything_is_sent(self, server):
        what, status = refusal(server.says("/fire", "x"), allow_private=False)
        assert what.startswith('"127.0.0.1" is an address of this machine')
        assert (status, server.asked) == (None, [])


class TestMoves:
    @pytest.mark.parametrize("status", [301, 308])
    def test_for_good_is_told_with_the_new_address(self, server, status):
        server.says("/new", "x")
        link = server.says("/old", status=status, Location="/new")
        assert look(link) == Look(200, server.url("/new"))

    @pytest.mark.parametrize("status", [302, 303, 307])
    def test_for_now_are_none(self, server, status):
        server.says("/new", "x")
        assert look(server.says("/old", status=status, Location="/new")) == Look(200, None)

    def test_for_good_counts_up_to_the_first_that_is_for_now(self, server):
        server.says("/sorry", "x")
        server.says("/new", status=302, Location="/sorry")
        server.says("/between", status=308, Location="/new")
        assert look(server.says("/old", status=301, Location="/between")) == Look(200, server.url("/new"))

    def test_for_good_behind_one_for_now_is_none(self, server):
        server.says("/end", "x")
        server.says("/passing", status=301, Location="/end")
        assert look(server.says("/old", status=302, Location="/passing")) == Look(200, None)

    def test_the_new_address_bears_no_marks_of_tracking(self, server):
        server.says("/new?utm_source=old", "x")
        link = server.says("/old", status=301, Location="/new?utm_source=old#top")
        assert look(link) == Look(200, server.url("/new"))

    def test_to_where_nothing_is_tell_what_is_answered_there(self, server):
        assert look(server.says("/old", status=301, Location="/gone")) == Look(404, server.url("/gone"))

    def test_to_the_first_page_of_the_site_mean_that_the_page_is_gone(self, server):
        server.says("/", "news")
        what = "this page is gone: its address leads to the first page of the site"
        assert refusal(server.says("/old", status=301, Location="/")) == (what, None)

    def test_without_end_are_refused_with_what_was_answered_last(self, server):
        link = server.says("/round", status=302, Location="/round")
        assert refusal(link) == ("it redirects more than 5 times", 302)

    def test_off_the_web_are_refused_with_what_was_answered(self, server):
        link = server.says("/out", status=301, Location="file:///etc/passwd")
        assert refusal(link) == ('it redirects to "file:///etc/passwd", which is not on the web', 301)


def test_what_fetch_refuses_for_its_status_has_that_status(server):
    with pytest.raises(Refused) as refused:
        Fetcher(FetchSettings(**QUICK)).fetch(server.says("/fire", status=403))
    assert refused.value.status == 403
