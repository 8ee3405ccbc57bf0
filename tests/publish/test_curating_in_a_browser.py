"""The badge and the edits of `digest serve --edit`, as a curator sees and uses them."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser):
    with browser.new_context() as context:
        page = context.new_page()
        page.set_default_timeout(20_000)
        errors = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        yield page
        assert [
            error
            for error in errors
            if not error.endswith(("(Not Found)", "(Unprocessable Entity)", "(Unprocessable Content)"))
        ] == []


@pytest.fixture
def thread(alma, preview, page):
    """Return a function that opens the page of a thread, with its panel open."""
    url = preview(alma, "--edit").url

    def opened(slug: str = "boats-burn"):
        page.goto(f"{url}threads/{slug}/")
        page.get_by_text("Edit this thread").click()
        return page.get_by_role("complementary", name="Edit this thread")

    return opened


@pytest.fixture
def file(alma):
    return lambda slug: (alma / f"content/threads/{slug}.md").read_text()


class TestBadge:
    @pytest.fixture
    def badge(self, alma, preview, page, put):
        put(alma, {
            "content/articles/no-link.md": "---\ntitle: <b>Bees</b>\ndate: 2031-03-07\n---\nAda Alm keeps bees.\n",
            "content/articles/bad.md": "---\ntitle: [\n---\n",
        })  # fmt: skip
        page.goto(preview(alma).url)
        return page.get_by_role("complementary", name="For the curator")

    def test_is_closed_and_tells_how_many_there_are(self, badge):
        expect(badge).to_have_text(
            "For the curator · links missing: 1 · set aside: 1 · unreviewed: 1", use_inner_text=True
        )
        expect(badge.get_by_role("list")).to_have_count(0)

    def test_opens_by_the_keyboard_to_lists_of_files(self, badge, page):
        badge.get_by_text("For the curator").focus()
        page.keyboard.press("Enter")
        badge.get_by_text("set aside: 1", exact=True).focus()
        page.keyboard.press("Enter")
        expect(badge.get_by_role("listitem")).to_have_count(1)
        expect(badge.get_by_role("listitem").locator("code").first).to_have_text("content/articles/bad.md:3")
        expect(badge.get_by_text("proposals: 0", exact=True)).to_be_visible()

    def test_shows_the_words_of_others_as_text_alone(self, badge):
        badge.get_by_text("For the curator").click()
        badge.get_by_text("unreviewed: 1", exact=True).click()
        expect(badge.get_by_role("listitem")).to_contain_text('"<b>Bees</b>", in ')
        expect(badge.locator("b")).to_have_count(0)

    def test_follows_the_builds(self, badge, alma):
        (alma / "content/articles/bad.md").unlink()
        expect(badge).to_contain_text("set aside: 0")

    def test_is_no_part_of_the_site(self, badge, alma):
        expect(badge).to_be_visible()
        assert not [path for path in alma.glob("site/**/*.html") if "__" in path.read_text()]


def test_a_thread_is_pinned_and_unpinned(thread, file):
    panel = thread()
    panel.get_by_role("button", name="Pin", exact=True).click()
    expect(panel.get_by_role("status")).to_have_text("content/threads/boats-burn.md: pin: true")
    panel.get_by_role("button", name="Unpin").click()
    expect(panel.get_by_role("button", name="Pin", exact=True)).to_be_visible()
    assert file("boats-burn") == "---\ninclude: [boats.md, inquiry.md]\n---\n"


def test_a_thread_is_renamed_by_the_keyboard_and_the_page_shows_it(thread, page, file):
    panel = thread()
    panel.get_by_label("Title").fill("The fire of <i>Alma</i>")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("The fire of <i>Alma</i>")
    expect(panel.get_by_role("status")).to_have_text("content/threads/boats-burn.md: title: The fire of <i>Alma</i>")
    expect(panel.get_by_text("Edit this thread")).to_be_focused()
    assert "title: The fire of <i>Alma</i>\n" in file("boats-burn")


def test_a_thread_is_hidden_and_shown_again_from_where_it_was(thread, page, file):
    panel = thread()
    panel.get_by_role("button", name="Hide").click()
    expect(page).to_have_title("Page not found · Alma")
    assert "hide: true" in file("boats-burn")
    panel.get_by_role("button", name="Show on the site again").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Boats burn")


def test_a_thread_is_merged_into_another_whose_page_then_opens(thread, page, file):
    panel = thread()
    panel.get_by_label("Merge this thread into").fill("a-wall-for-alma")
    panel.get_by_role("button", name="Merge").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("A wall for Alma")
    assert file("a-wall-for-alma") == "---\ninclude: [wall.md]\nmerge:\n  - boats-burn\n---\n"


def test_an_article_is_moved_to_another_thread(thread, page, file):
    panel = thread()
    panel.get_by_label("Take out the article").select_option("An inquiry (content/articles/inquiry.md)")
    panel.get_by_label("To the thread").fill("bees-return")
    panel.get_by_role("button", name="Move there").click()
    expect(page.locator("ol.sources li")).to_have_count(1)
    assert file("bees-return") == "---\ninclude: [bees.md, inquiry.md]\n---\n"
    assert file("boats-burn") == "---\ninclude: [boats.md]\n---\n"


def test_an_article_is_split_off_into_a_new_thread(thread, page, file):
    panel = thread()
    panel.get_by_label("Take out the article").select_option("An inquiry (content/articles/inquiry.md)")
    panel.get_by_label("To the thread").fill("the-inquiry")
    panel.get_by_role("button", name="Split off as a new thread").click()
    expect(page.locator("ol.sources li")).to_have_count(1)
    assert "into: the-inquiry" in file("boats-burn")


def test_a_sentence_is_folded_under_another_and_told_on_its_own_again(thread, page, file):
    panel = thread()
    panel.get_by_label("Fold the sentence").select_option(
        label="A magistrate asked who lit the stove. (a-5d0e0f0f01#0)"
    )
    panel.get_by_label("Under the sentence").select_option(value="a-b0a75b0a75#0")
    panel.get_by_role("button", name="Fold").click()
    expect(panel.get_by_role("status")).to_have_text(
        "content/threads/boats-burn.md: fold: a-5d0e0f0f01#0 into a-b0a75b0a75#0"
    )
    expect(page.locator(".sentence")).to_have_count(1)
    expect(page.get_by_text("1 other wording")).to_be_visible()
    panel.get_by_label("The folded sentence").select_option(value="a-5d0e0f0f01#0")
    panel.get_by_role("button", name="Tell on its own").click()
    expect(page.locator(".sentence")).to_have_count(2)
    expect(panel.get_by_label("The folded sentence")).to_have_count(0)
    assert "unfold:\n  - a-5d0e0f0f01#0 A magistrate asked who lit the stove.\n" in file("boats-burn")


def test_clicks_on_the_page_choose_what_is_folded_under_what(thread, page):
    panel = thread()
    page.locator("#s-5d0e0f0f01-0 > p").first.click(position={"x": 5, "y": 5})
    expect(panel.get_by_role("status")).to_have_text("Fold: A magistrate asked who lit the stove.")
    page.locator("#s-b0a75b0a75-0 > p").first.click(position={"x": 5, "y": 5})
    expect(panel.get_by_role("status")).to_have_text("Under: Six boats burnt in the harbour of Alma.")
    panel.get_by_role("button", name="Fold").click()
    expect(page.locator(".sentence")).to_have_count(1)


def test_what_cannot_be_is_told_and_the_page_stays(thread, file):
    panel = thread()
    panel.get_by_label("Merge this thread into").fill("bees-retrun")
    panel.get_by_role("button", name="Merge").click()
    expect(panel.get_by_role("status")).to_have_text('there is no thread "bees-retrun". Did you mean "bees-return"?')
    expect(panel.get_by_role("button", name="Merge")).to_be_enabled()


def test_an_empty_field_is_named_as_the_form_names_it(thread):
    panel = thread()
    panel.get_by_role("button", name="Merge").click()
    expect(panel.get_by_role("status")).to_have_text('"Merge this thread into" is empty. Fill it in.')


def test_what_is_typed_stays_over_a_build_that_leaves_the_page_as_it_was(thread, page, alma, put):
    panel = thread()
    page.evaluate("document.sameAsBefore = true")
    panel.get_by_label("Under the sentence").select_option(value="a-5d0e0f0f01#0")
    panel.get_by_label("To the thread").fill("bees")
    panel.get_by_label("Title").fill("The fire of Alma")
    for _ in range(4):
        page.keyboard.press("ArrowLeft")
    text = "---\ntitle: A new quay\nlink: https://post.example/quay\ndate: 2031-03-07\nthread: quay\n---\nIt is long.\n"
    put(alma, {"content/articles/quay.md": text})
    expect(panel.locator("datalist option[value=quay]")).to_have_count(1)  # the panel knows of the build
    page.keyboard.type("X")
    expect(panel.get_by_label("Title")).to_have_value("The fire of XAlma")
    expect(panel.get_by_label("To the thread")).to_have_value("bees")
    expect(panel.get_by_label("Under the sentence")).to_have_value("a-5d0e0f0f01#0")
    assert page.evaluate("document.sameAsBefore")


def test_what_is_typed_stays_over_a_build_that_changes_the_page(thread, page, alma, file):
    panel = thread()
    panel.get_by_label("Title").fill("The fire of Alma")
    panel.get_by_label("Take out the article").select_option("An inquiry (content/articles/inquiry.md)")
    panel.get_by_label("To the thread").fill("the-inquiry")
    article = alma / "content/articles/boats.md"
    article.write_text(article.read_text().replace("Six boats", "Seven boats"))
    expect(page.get_by_text("Seven boats burnt").first).to_be_attached()
    expect(panel.get_by_label("Title")).to_have_value("The fire of Alma")
    expect(panel.get_by_label("To the thread")).to_have_value("the-inquiry")
    panel.get_by_role("button", name="Split off as a new thread").click()
    expect(page.locator("ol.sources li")).to_have_count(1)
    assert "into: the-inquiry" in file("boats-burn")
    # What was sent is not there again; what was not is.
    expect(panel.get_by_label("Title")).to_have_value("The fire of Alma")
    expect(panel.get_by_label("To the thread")).to_have_value("")


def test_what_was_typed_is_gone_when_the_page_is_left(thread):
    thread().get_by_label("Title").fill("The fire of Alma")
    thread("a-wall-for-alma")
    expect(thread().get_by_label("Title")).to_have_value("Boats burn")


def test_other_pages_have_no_panel(thread, page):
    thread()
    page.get_by_role("link", name="Alma", exact=True).first.click()
    expect(page.get_by_role("complementary", name="For the curator")).to_be_visible()
    expect(page.get_by_role("complementary", name="Edit this thread")).to_have_count(0)


def test_everybody_can_use_the_panels(thread, page):
    panel = thread()
    page.get_by_text("For the curator").click()
    expect(panel.get_by_role("button", name="Pin", exact=True)).to_be_visible()
    found = Axe().run(page).response["violations"]
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []
