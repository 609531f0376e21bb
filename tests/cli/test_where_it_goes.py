"""Where `assist-bot` goes: to the portal that the profile names, and its review says where it was not let."""

from pathlib import Path

from tests.cli.home import Home
from tests.fence.servers import serving


def test_a_portal_that_leads_elsewhere_ends_the_run_and_stands_in_the_review(home: Home) -> None:
    """Exit code 5; the other place is never reached, and of its address only the host is kept."""
    with serving() as portal, serving({"/login": "<h1>EMPLOYER LOGIN</h1>"}) as other:
        there = f"http://localhost:{other.port}/login?who=850101145566"
        portal.leads["/employer/login"] = there
        home.write_profile(url=f"{portal.origin}/employer/login")
        result = home.run("pay", "--json", "--month", "2026-09").result
    assert (result["outcome"], result["exit_code"]) == ("portal", 5)
    assert (
        f"led to http://localhost:{other.port}, and the browser may go nowhere but to {portal.origin}"
        in (result["message"])
    )
    assert other.reached == []
    folder = Path(result["run_folder"])
    review = (folder / "review.html").read_text("utf-8")
    section = review.partition("Where the browser was not let")[2].partition("</section>")[0]
    assert "localhost" in section
    assert "a page" in section
    assert "who=" not in review + (folder / "journal.jsonl").read_text("utf-8")
    assert not (home.folder / "browser").exists()
