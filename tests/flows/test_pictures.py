"""Pictures of a page: one for each state of it, and none drawn twice."""

from playwright.sync_api import Page

from assist_bot.portal.camera import MaskWords
from assist_bot.portal.window import Window

PAGE = "<body><p id='fact'>C1234567 is paid</p><input value='one'><textarea></textarea></body>"
MASKS: tuple[MaskWords, ...] = ({"pattern": "c1234567", "kept": 0},)


def window_on(page: Page) -> Window:
    """Show the page in a window of ours."""
    page.set_content(PAGE)
    return Window(page, "http://127.0.0.1", 5)


def test_an_unchanged_page_gives_the_very_picture_that_was_taken(page: Page) -> None:
    """The picture before a press is the one after the last."""
    window = window_on(page)
    first = window.camera.picture(window.page, MASKS)
    assert first is not None
    assert window.camera.picture(window.page, MASKS) is first


def test_whatever_changes_on_a_page_makes_a_new_picture(page: Page) -> None:
    """Text, what is typed, the window's size: each of them shows."""
    window = window_on(page)
    taken = [window.camera.picture(window.page, MASKS)]
    page.locator("#fact").evaluate("(fact) => { fact.textContent = 'C1234567 is due'; }")
    taken.append(window.camera.picture(window.page, MASKS))
    page.locator("input").fill("two")
    taken.append(window.camera.picture(window.page, MASKS))
    page.set_viewport_size({"width": 700, "height": 500})
    taken.append(window.camera.picture(window.page, MASKS))
    assert None not in taken
    assert len(set(taken)) == len(taken)


def test_another_value_to_hide_makes_a_new_picture(page: Page) -> None:
    """A picture is never older than what it has to hide."""
    window = window_on(page)
    bare = window.camera.picture(window.page, ())
    assert bare is not None
    assert window.camera.picture(window.page, MASKS) != bare


def test_a_picture_leaves_nothing_behind(page: Page) -> None:
    """The covers are taken off again, whether a picture was drawn or not."""
    window = window_on(page)
    for _ in range(2):
        window.camera.picture(window.page, MASKS)
        assert page.locator("#assist-bot-mask").count() == 0
