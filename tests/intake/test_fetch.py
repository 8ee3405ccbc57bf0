"""What is fetched, how politely, and what is said of what cannot be: against a server that does its worst."""

import gzip
import time

import pytest

from digest import __version__
from digest.intake.fetch import Fetcher
from digest.intake.network import is_public
from digest.intake.outcomes import Page, Refused
from digest.intake.settings import FetchSettings
from digest.intake.unpack import unpacked

QUICK = {"pace": 0, "connect": 0.5, "read": 0.3, "total": 2, "allow_private": True}
PUBLIC = "93.184.215.14"


def fetched(link: str, **settings: object) -> Page:
    return Fetcher(FetchSettings(**{**QUICK, **settings})).fetch(link)


def refusal(link: str, **settings: object) -> str:
    with pytest.raises(Refused) as refused:
        fetched(link, **settings)
    return f"{refused.value.what}. {refused.value.mend}."


def slow(server, *, headers: bool):
    def answer(handler):
        if headers:
            handler.send_response(200)
            handler.end_headers()
        while not server.closing.wait(0.05):
            handler.wfile.write(
                b"x" if headers else b"HTTP/1.1 200 OK\r\nX-A: " if not server.closing.is_set() else b""
            )
            handler.wfile.flush()

    return answer


class TestWhatIsFetched:
    def test_a_page_is_returned_as_it_came(self, server):
        link = server.says("/fire", b"<p>Caf\xe9", Content_Type="Text/HTML; charset=ISO-8859-1")
        assert fetched(link) == Page(link, b"<p>Caf\xe9", "text/html", "iso-8859-1")

    def test_it_says_who_asks_after_it_has_read_robots_txt(self, server):
        fetched(server.says("/fire", "x"))
        assert server.asked == ["/robots.txt", "/fire"]
        assert [each["user-agent"] for each in server.headers] == [f"digest/{__version__}"] * 2
        assert "cookie" not in server.headers[1]

    def test_redirects_are_followed_and_the_link_is_where_they_end(self, server):
        end = server.says("/fire", "x")
        server.says("/b", status=301, Location="/fire?utm_source=letter")
        server.answers["/fire?utm_source=letter"] = server.answers["/fire"]
        link = server.says("/a", status=302, Location="/b")
        assert fetched(link) == Page(end, b"x", "text/html", None)

    def test_what_is_packed_is_unpacked(self, server):
        assert fetched(server.says("/fire", gzip.compress(b"boats"), Content_Encoding="gzip")).content == b"boats"

    def test_what_follows_the_end_of_what_is_packed_is_not_read(self):
        pieces = iter([gzip.compress(b"boats"), *[b"more"] * 3])
        assert unpacked(pieces, "gzip", 1_000_000) == b"boats"
        assert len([*pieces]) == 3


class TestWhatIsRefused:
    @pytest.mark.parametrize(
        ("status", "message"),
        [
            (403, "the server answers 403 (Forbidden). Save the page in a browser, and add the file."),
            (404, "the server answers 404 (Not Found). Look at the address."),
            (429, "the server answers 429 (Too Many Requests). Add it again later."),
            (500, "the server answers 500 (Internal Server Error). Add it again later."),
            (599, "the server answers 599. Add it again later."),
            (204, "the server answers 204 (No Content). Look at the address."),
        ],
    )
    def test_an_answer_that_is_no_page(self, server, status, message):
        assert refusal(server.says("/fire", status=status)) == message

    @pytest.mark.parametrize("headers", [True, False], ids=["in its body", "in its head"])
    def test_a_server_that_sends_a_byte_now_and_then_and_never_ends(self, server, headers):
        server.answers["/slow"] = slow(server, headers=headers)
        message = "the server takes too long to answer. Add it again later."
        assert refusal(server.url("/slow"), total=0.4) == message

    def test_a_server_that_says_nothing(self, server):
        server.answers["/mute"] = lambda _: server.closing.wait(2)
        message = "the server takes too long to answer. Add it again later."
        assert refusal(server.url("/mute"), read=0.1) == message

    def test_a_hundred_megabytes(self, server):
        def answer(handler):
            handler.send_response(200)
            handler.end_headers()
            for _ in range(100):
                handler.wfile.write(bytes(1_000_000))
                sent.append(1)

        sent = []
        server.answers["/big"] = answer
        message = "it has more than 1.5 MB. Save the article alone, or raise --max-size."
        assert refusal(server.url("/big"), size=1_500_000) == message
        assert len(sent) < 50

    def test_a_little_that_unpacks_to_a_hundred_megabytes(self, server):
        link = server.says("/bomb", gzip.compress(bytes(100_000_000)), Content_Encoding="gzip")
        assert refusal(link) == "it has more than 10 MB. Save the article alone, or raise --max-size."

    def test_packed_bytes_that_unpack_to_nothing(self, server):
        def answer(handler):
            handler.send_response(200)
            handler.send_header("Content-Encoding", "gzip")
            handler.end_headers()
            handler.wfile.write(gzip.compress(b"")[:10])
            for _ in range(100):
                handler.wfile.write(b"\x00\x00\x00\xff\xff" * 200_000)  # blocks that are stored, and empty
                sent.append(1)

        sent = []
        server.answers["/blocks"] = answer
        message = "it has more than 1.5 MB. Save the article alone, or raise --max-size."
        assert refusal(server.url("/blocks"), size=1_500_000) == message
        assert len(sent) < 50

    def test_what_is_packed_twice(self, server):
        link = server.says("/bomb", gzip.compress(gzip.compress(b"x")), Content_Encoding="gzip, gzip")
        message = 'the answer is packed as "gzip, gzip". Save the page in a browser, and add the file.'
        assert refusal(link) == message

    def test_what_is_packed_badly(self, server):
        link = server.says("/torn", b"no gzip", Content_Encoding="gzip")
        assert refusal(link).startswith("the connection fails: Error -3 while decompressing data")

    def test_redirects_without_end(self, server):
        link = server.says("/round", status=302, Location="/round")
        assert refusal(link) == "it redirects more than 5 times. Add the address where it ends."
        assert server.asked.count("/round") == 6

    @pytest.mark.parametrize(
        ("location", "shown"),
        [
            pytest.param("file:///etc/passwd", "file:///etc/passwd", id="a file"),
            pytest.param("ftp://post.example/", "ftp://post.example/", id="another protocol"),
            pytest.param("http://ada:word@post.example/", "http://ada:word@post.example/", id="a password"),
        ],
    )
    def test_a_redirect_that_leaves_the_web(self, server, location, shown):
        link = server.says("/out", status=302, Location=location)
        assert refusal(link) == f'it redirects to "{shown}", which is not on the web. Look at the address.'

    def test_a_page_that_is_gone_and_leads_to_the_first_page_of_the_site(self, server):
        server.says("/", "news")
        message = "this page is gone: its address leads to the first page of the site. Look at the address."
        assert refusal(server.says("/old", status=301, Location="/")) == message

    def test_an_answer_that_is_no_http(self, server):
        server.answers["/odd"] = lambda handler: handler.wfile.write(b"SSH-2.0-OpenSSH\r\n\r\n")
        assert refusal(server.url("/odd")).startswith("the connection fails: ")

    def test_a_port_where_nobody_listens(self):
        assert refusal("http://127.0.0.1:1/").startswith("the connection fails: ")

    def test_a_name_that_means_nothing(self, monkeypatch):
        def unknown(*words: object, **more: object):
            raise OSError

        monkeypatch.setattr("socket.getaddrinfo", unknown)
        message = 'no server "nowhere.example" is known. Look at the address, and whether you are online.'
        assert refusal("http://nowhere.example/") == message


class TestPrivateAddresses:
    MEND = "If that is meant, say --allow-private."

    @pytest.mark.parametrize("host", ["127.0.0.1", "10.0.0.8", "169.254.169.254", "0.0.0.0", "224.0.0.1", "[::1]"])
    def test_an_address_of_the_own_network_is_refused_before_anything_is_sent(self, server, host):
        plain = host.strip("[]")
        message = f'"{plain}" is an address of this machine or of its own network. {self.MEND}'
        assert refusal(f"http://{host}:{server.port}/fire", allow_private=False) == message
        assert server.asked == []

    @pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "127.1"])
    def test_another_way_to_write_one_is_none_either(self, server, host):
        message = f'"{host}" is an address of this machine or of its own network, 127.0.0.1. {self.MEND}'
        assert refusal(f"http://{host}:{server.port}/fire", allow_private=False) == message

    def test_a_name_that_leads_there_is_refused(self, internet):
        names, reached = internet
        names["post.example"] = ["192.168.0.1"]
        message = f'"post.example" is an address of this machine or of its own network, 192.168.0.1. {self.MEND}'
        assert refusal("http://post.example/fire", allow_private=False) == message
        assert reached == []

    def test_a_redirect_that_leads_there_is_refused(self, server, internet):
        names, reached = internet
        names["post.example"] = [PUBLIC]
        server.says("/fire", status=302, Location="http://10.0.0.8/admin")
        message = f'"10.0.0.8" is an address of this machine or of its own network. {self.MEND}'
        assert refusal("http://post.example/fire", allow_private=False) == message
        assert reached == [PUBLIC, PUBLIC]

    def test_a_name_that_changes_its_meaning_after_it_was_checked_reaches_nothing_else(self, server, internet):
        names, reached = internet
        names["post.example"] = [PUBLIC, PUBLIC, "127.0.0.1"]
        server.says("/fire", "x")
        assert fetched("http://post.example/fire", allow_private=False).content == b"x"
        assert reached == [PUBLIC, PUBLIC]
        assert {each["host"] for each in server.headers} == {"post.example"}


class TestManners:
    def test_what_robots_txt_keeps_programs_out_of_is_not_asked_for(self, server):
        server.says(
            "/robots.txt",
            "User-agent: *\nDisallow: //[\nDisallow: /private\nCrawl-delay: ²\n",
            Content_Type="text/plain",
        )
        message = "robots.txt of this site keeps programs out. Save the page in a browser, and add the file."
        assert refusal(server.says("/private/fire", "x")) == message
        assert server.asked == ["/robots.txt"]
        assert fetched(server.says("/public/fire", "x")).content == b"x"

    def test_rules_for_digest_itself_win_over_those_for_all(self, server):
        server.says("/robots.txt", "User-agent: digest\nAllow: /\n\nUser-agent: *\nDisallow: /\n")
        assert fetched(server.says("/fire", "x")).content == b"x"

    def test_a_redirect_into_what_robots_txt_closes_is_not_followed(self, server):
        server.says("/robots.txt", "User-agent: *\nDisallow: /private\n")
        assert refusal(server.says("/fire", status=302, Location="/private")).startswith("robots.txt of this site")
        assert "/private" not in server.asked

    def test_a_site_whose_robots_txt_is_out_of_order_is_left_alone(self, server):
        server.says("/robots.txt", status=500)
        assert refusal(server.says("/fire", "x")).startswith("robots.txt of this site")

    def test_a_site_that_cannot_be_reached_is_tried_once(self, server, internet):
        names, reached = internet
        names["post.example"] = ["192.168.0.1"]
        fetcher = Fetcher(FetchSettings(pace=0))
        for _ in range(3):
            with pytest.raises(Refused, match="an address of this machine"):
                fetcher.fetch("http://post.example/fire")
            names["post.example"] = [PUBLIC]
        assert reached == server.asked == []

    def test_a_host_is_asked_once_a_second_and_others_at_once(self, server, internet):
        names, _ = internet
        names.update({"post.example": [PUBLIC], "wire.example": [PUBLIC]})
        server.says("/fire", "x")
        clock = [0.0]
        waits = []

        def sleep(seconds):
            waits.append(seconds)
            clock[0] += seconds

        fetcher = Fetcher(FetchSettings(), lambda: clock[0], sleep)
        for host in ("post.example", "post.example", "wire.example"):
            fetcher.fetch(f"http://{host}/fire")
        assert waits == [1, 1, 1]

    def test_a_site_that_asks_for_more_time_gets_it_within_bounds(self, server):
        server.says("/robots.txt", "User-agent: *\nCrawl-delay: 7\n")
        waits = []
        fetcher = Fetcher(FetchSettings(**QUICK), lambda: 0.0, waits.append)
        fetcher.fetch(server.says("/fire", "x"))
        assert waits == [7]

    def test_a_page_that_is_there_after_the_wait_is_taken(self, server):
        link = server.says("/fire", status=503, Retry_After="1")
        fetcher = Fetcher(FetchSettings(**QUICK), sleep=lambda _: server.says("/fire", "x"))
        assert fetcher.fetch(link).content == b"x"

    @pytest.mark.parametrize(
        ("wait", "waits"),
        [
            pytest.param("2", [2], id="within the bound"),
            pytest.param("3600", [], id="beyond the bound"),
            pytest.param("Fri, 07 Mar 2031 08:00:00 GMT", [], id="a date"),
            pytest.param("²", [], id="no number"),
        ],
    )
    def test_a_server_that_asks_to_wait_is_asked_once_more(self, server, wait, waits):
        link = server.says("/fire", status=429, Retry_After=wait)
        slept = []
        with pytest.raises(Refused, match="429"):
            Fetcher(FetchSettings(**QUICK), time.monotonic, slept.append).fetch(link)
        assert slept == waits
        assert server.asked.count("/fire") == 1 + len(waits)


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("192.88.99.1", id="the nearest relay"),
        pytest.param("2002:c058:6301::1", id="the nearest relay, by way of IPv6"),
        pytest.param("192.0.0.9", id="port control"),
        pytest.param("192.31.196.1", id="AS112"),
        pytest.param("192.52.193.1", id="multicast through tunnels"),
        pytest.param("192.175.48.1", id="AS112, by delegation"),
        pytest.param("2620:4f:8000::1", id="AS112, in IPv6"),
        pytest.param("3fff::1", id="documentation"),
        pytest.param("5f00::1", id="segments of a route"),
        pytest.param("64:ff9b:1::1", id="translated within a network"),
        pytest.param("100:0:0:1::1", id="a dummy"),
        pytest.param("fec0::1", id="a site's own"),
    ],
)
def test_a_special_address_is_none_of_the_internet(address):
    assert not is_public(address)
