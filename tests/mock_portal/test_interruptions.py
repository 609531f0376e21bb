"""What stands in front of a page, or in its place."""

from tests.mock_portal.applicant import applicant

HOME = "/web/base/myassist"


def test_an_announcement_lies_over_the_page_once() -> None:
    """With CLOSE only, or with a tick to agree."""
    person = applicant("announcement@home-page", "announcement-to-agree@home-page:2")
    both = person.page(HOME)
    assert "ANNOUNCEMENT" in both
    assert "I have read and agree" in person.page(HOME)
    assert "ANNOUNCEMENT" not in person.page(HOME)


def test_an_announcement_stands_in_place_of_the_page_until_it_is_asked_for_again() -> None:
    """Its CONTINUE leads there."""
    person = applicant("announcement-page@home-page")
    assert f'href="{HOME}">CONTINUE' in person.page(HOME)
    assert "Task Inbox" in person.page(HOME)
