from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from assist_bot.hiding import HiddenValues, hide

REPLACE = """([text, masks]) => masks.reduce(
    (text, mask) => text.replace(new RegExp(mask.pattern, "gi"), () => mask.shown), text)"""

secrets = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=4, max_size=20)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    values=st.lists(secrets, min_size=1, max_size=3),
    around=st.text(st.sampled_from("aZ09 -./\n\u00a0\u200b;RM,"), max_size=8),
)
def test_a_picture_is_masked_by_what_cleans_the_journal(page: Page, values: list[str], around: str) -> None:
    """The patterns mean the same in the browser as here."""
    hidden = HiddenValues()
    hidden.add(values[:1], keep_ending=True)
    hidden.add(values[1:], keep_ending=False)
    text = around.join(["", *values, *(value.lower() for value in values), "-".join(values[0]), ""])
    masks = [{"pattern": mask.pattern, "shown": mask.shown} for mask in hidden.masks]
    assert page.evaluate(REPLACE, [text, masks]) == hide(text, hidden.masks)
