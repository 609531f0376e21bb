import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assist_bot.hiding import DOTS, HiddenValues, hide, mask_for

SEPARATORS = [" ", "-", ".", "/", "\N{NO-BREAK SPACE}", "\N{ZERO WIDTH SPACE}", "\N{EN DASH}", " - ", "\n"]
numbers = st.from_regex(r"[A-Z]{1,2}[0-9]{7}|[0-9]{12}", fullmatch=True)
passwords = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=8, max_size=20).filter(
    lambda text: len(re.sub(r"[-_./]", "", text)) >= 8 and not text.isalpha()
)


def hidden(text: str, *secrets: str, numbers: tuple[str, ...] = ()) -> str:
    """Hide secrets wholly, and numbers but for their ending."""
    values = HiddenValues()
    values.add(secrets, keep_ending=False)
    values.add(numbers, keep_ending=True)
    return hide(text, values.masks)


@pytest.mark.parametrize("written", ["850101-14-5566", "850101145566", "8501 0114 5566", "850101/14.5566"])
def test_a_number_is_hidden_however_it_is_written(written: str) -> None:
    """Only its last four characters stay."""
    assert hidden(f"MyKad {written}, seen", numbers=("850101-14-5566",)) == f"MyKad {DOTS}5566, seen"


@given(number=numbers, data=st.data())
def test_a_number_never_survives_separators_and_case(number: str, data: st.DataObject) -> None:
    """Whatever stands between its characters, and however the text around it is glued to it."""
    gaps = data.draw(st.lists(st.sampled_from(["", *SEPARATORS]), min_size=len(number), max_size=len(number)))
    written = "".join(letter + gap for letter, gap in zip(number, [*gaps[:-1], ""], strict=True))
    around = data.draw(st.sampled_from([("", ""), ("No:", "."), ("PassportNo", "Name"), (" ", "\t1500.00")]))
    cleaned = hidden(around[0] + written.lower() + around[1], numbers=(number,))
    assert cleaned == around[0] + DOTS + number[-4:] + around[1]


@given(password=passwords, before=st.text(max_size=5), after=st.text(max_size=5))
def test_nothing_of_a_password_survives(password: str, before: str, after: str) -> None:
    """Not even beside other text without a space."""
    assert password not in hidden(f"{before} {password} {after}", password)


@pytest.mark.parametrize(
    "written", ["a%22b%3Cc%26d1%21", "a&quot;b&lt;c&amp;d1!", 'a\\"b<c&d1!', 'A"B<C&D1!']
)
def test_a_password_is_known_in_other_spellings(written: str) -> None:
    """As in an address, in a page's source and in JSON."""
    assert hidden(f"sent {written} to", 'a"b<c&d1!') == f"sent {DOTS} to"


@given(text=st.text(), secrets=st.lists(passwords, max_size=3), ids=st.lists(numbers, max_size=3))
def test_hiding_twice_changes_nothing_more(text: str, secrets: list[str], ids: list[str]) -> None:
    """What is hidden stays as it is shown."""
    once = hidden(text + " ".join(secrets + ids), *secrets, numbers=tuple(ids))
    assert hidden(once, *secrets, numbers=tuple(ids)) == once


@pytest.mark.parametrize(
    ("secret", "text"),
    [
        ("1500", "Salary (RM) 1500.00, RM1,500.00, 15000"),
        ("150000", "Salary (RM) 1500.00"),
        ("sala", "Salary (RM)"),
        ("in do", "Logged indoors"),
        ("C1234567", "C12345678"),
        ("no", "no, not now"),
        ("a-b", "a-b"),
        ("", "nothing"),
    ],
)
def test_what_is_short_or_common_stays_readable(secret: str, text: str) -> None:
    """Labels and amounts do not become nonsense because a part of them is somebody's answer."""
    assert hidden(text, secret) == text


@pytest.mark.parametrize("text", ["blue kite", "Blue-Kite", "the BLUE  KITE flies"])
def test_a_phrase_of_words_is_hidden(text: str) -> None:
    """Between its words any separator may stand."""
    assert "kite" not in hidden(text, "blue kite").lower()


def test_a_short_number_keeps_at_most_half() -> None:
    """Four characters of five would be the number itself."""
    mask = mask_for("PE123", keep_ending=True)
    assert mask
    assert mask.shown == DOTS + "23"


def test_a_value_hidden_wholly_never_gets_its_ending_back() -> None:
    """Somebody uses a passport number as the password."""
    assert hidden("C1234567", "C1234567", numbers=("C1234567",)) == DOTS


def test_a_password_around_a_number_goes_as_a_whole() -> None:
    """The longer value is replaced first."""
    assert hidden("Xy850101145566!", "Xy850101145566!", numbers=("850101145566",)) == DOTS


def test_a_hostile_text_is_cleaned_in_bounded_time() -> None:
    """Megabytes of what looks like the beginning of a number; a slow pattern would not come to its end."""
    text = "8501-0114 - " * 100_000
    assert hidden(text, numbers=("850101-14-5566",)) == text


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("The passport C7654321 is registered", f"The passport {DOTS}4321 is registered"),
        ("Identification No.: 850101-14-5566", f"Identification No.: {DOTS}5566"),
        ("Work Permit No.\nPE7654321", f"Work Permit No.\n{DOTS}4321"),
        ("No. Pasport C7654321", f"No. Pasport {DOTS}4321"),
        ("of ALI, 850101 14 5566", f"of ALI, {DOTS}5566"),
    ],
)
def test_a_number_that_nobody_knew_is_hidden_by_its_label_or_its_form(text: str, cleaned: str) -> None:
    """Somebody else's, which the portal shows."""
    assert hidden(text) == cleaned


@pytest.mark.parametrize(
    "text",
    [
        "Passport Expiry Date 30/04/2030",
        "The work permit runs out in 70 days (2027-01-31).",
        "Identification No.\nName\nSalary (RM)\n1\nSITI\n1500.00",
        "Permit fee RM1500.00, RM10000, RM 1,500.00",
        "ACR No. ACR082260152714, Reference ID CRN11201800122695, FPX 2611201234567890",
        "Postcode 43000, Contribution Month 10/2026, Receipt R260101145566",
    ],
)
def test_dates_amounts_and_references_stay_readable(text: str) -> None:
    """Beside the label of a number, too."""
    assert hidden(text) == text


ORDINARY = ("name", "Salary", "domestic worker", "paid", "1985", "1500", "no", "Ali", "1", "RM")
LABELS = (
    "Full Name: ALI, Salary (RM) 1500.00, RM 1,500.00, born 01/01/1985, Domestic Worker, paid",
    'The portal\'s page does not show "Name"; it shows "Salary", "Paid" and "1500".',
    "1 of 1500, 43000 KAJANG, No Record Found.",
)


def told(text: str, *answers: str) -> str:
    """Hide answers to a security question."""
    values = HiddenValues()
    values.add_answers(answers)
    return hide(text, values.masks)


@pytest.mark.parametrize("text", LABELS)
def test_an_answer_that_labels_and_amounts_say_as_well_leaves_them_readable(text: str) -> None:
    """A word that stands there anyway gives nothing away."""
    assert told(text, *ORDINARY) == text


@pytest.mark.parametrize("answer", [each for each in ORDINARY if len(each) > 3])
@pytest.mark.parametrize(
    "text",
    ['fill("{}")', "['x', '{}']", '{{"answer": "{}"}}', "q=1&answer={}&p=2", "Answer: {}", "jawapan {}"],
)
def test_such_an_answer_is_hidden_where_it_is_given_as_a_value(answer: str, text: str) -> None:
    """As programs write values down."""
    assert told(text.format(answer), answer) == text.format(DOTS)


@pytest.mark.parametrize("answer", ["blue", "Comel", "blue kite", "kite1985", "Ali the cat"])
def test_any_other_answer_is_hidden_wherever_it_stands(answer: str) -> None:
    """No label of the portal says it."""
    assert told(f"It was {answer}, {answer.upper()}.", answer) == f"It was {DOTS}, {DOTS}."


@pytest.mark.parametrize("word", ["salary", "malaysia", "1234567"])
def test_a_password_or_a_number_is_hidden_even_where_it_is_a_word(word: str) -> None:
    """Whatever becomes of the labels, and whether the same word is an answer too."""
    for first in (True, False):
        values = HiddenValues()
        if first:
            values.add_answers([word])
        values.add([word], keep_ending=word.isdigit())
        values.add_answers([word])
        assert word not in hide(f"The word is {word}.", values.masks)
