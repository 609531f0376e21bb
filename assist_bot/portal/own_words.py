"""A person's own words: `words.toml` in their config folder, in which the portal's names can be added to the guide's.

    ["Save Draft"]
    english = ["Store Draft"]

    ["Save Draft".added."Store Draft"]
    day = 2026-11-27
    confirmed_by_hand = true

`english` and `malay` may be written by hand; `added` tells of a name that the program added, on which day, and
for what saves, submits or pays that the person confirmed it by typing.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Literal

import tomlkit
from tomlkit.exceptions import TOMLKitError

from assist_bot.errors import ProfileError
from assist_bot.language import mark, say, say_marked
from assist_bot.places import write_private
from assist_bot.portal.words import LANGUAGES, Words, fold, words

Language = Literal["english", "malay"]
OwnWords = dict[str, dict[str, Any]]

LARGEST = 1024 * 1024  # bytes of the file
FORM = mark('Write ["My Sites"] and below it english = ["Sites"] or malay = ["Laman Saya"].')


def read_own_words(file: Path) -> OwnWords:
    """Read a person's own words, {} where there is no file.

    Raises ProfileError when it cannot be read, and when it gives one name to two words of which one saves: then
    what was meant to be looked at could be sent.
    """
    own: OwnWords = _document(file).unwrap()
    for word, entry in own.items():
        if not isinstance(entry, dict) or not all(_in_form(*each) for each in entry.items()):
            raise ProfileError(
                say(
                    'Your own words in {file} hold an entry "{word}" that is not in the form expected.',
                    file=file,
                    word=word,
                ),
                say_marked(FORM),
            )
    _ensure_apart(file, own)
    return own


def add_name(  # noqa: PLR0913  # the parts of one entry, the last two by name
    file: Path, word: str, name: str, language: Language, *, day: date, confirmed: bool = False
) -> None:
    """Add one more name under which the portal shows a word; what stands in the file stays, comments too.

    `confirmed`: the person typed that they want it, without which nothing is added to a word that saves. The file
    is replaced in one go, for its owner's eyes only. Raises ProfileError when the file cannot be read, when the name
    is a name of another word and one of the two saves, or when a word that saves is not confirmed; MachineError when
    the file cannot be written.
    """
    own = read_own_words(file)
    saving = words().saves(word)
    if saving and not confirmed:
        raise ProfileError(
            say(
                '"{name}" was not added to "{word}": what saves, submits or pays takes a confirmation by '
                "hand.",
                name=name,
                word=word,
            ),
            say("Nothing was changed in {file}.", file=file),
        )
    key = next((each for each in own if fold(each) == fold(word)), word)
    entry = own.setdefault(key, {})
    if fold(name) in map(fold, entry.get(language, ())):
        return
    _ensure_apart(file, {**own, key: {**entry, language: [*entry.get(language, ()), name]}})
    document = _document(file)
    table: Any = document.setdefault(key, tomlkit.table())
    table.setdefault(language, tomlkit.array()).append(name)
    told = tomlkit.table()
    told.update({"day": day, **({"confirmed_by_hand": True} if saving else {})})
    table.setdefault("added", tomlkit.table(is_super_table=True))[name] = told
    write_private(file, tomlkit.dumps(document))


def _document(file: Path) -> tomlkit.TOMLDocument:
    try:
        return tomlkit.parse(_content(file).decode("utf-8-sig")) if file.exists() else tomlkit.document()
    except (OSError, ValueError, TOMLKitError, RecursionError) as error:
        said = error if isinstance(error, OSError | TOMLKitError) else type(error).__name__
        raise ProfileError(
            say("Your own words in {file} cannot be read: {reason}.", file=file, reason=str(said)[:200]),
            say('Write entries such as ["My Sites"] with english = ["Sites"], or remove the file.'),
        ) from error


def _content(file: Path) -> bytes:
    with file.open("rb") as opened:
        content = opened.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise ValueError(say("far too large"))
    return content


def _in_form(name: str, value: object) -> bool:
    if name == "added":
        return isinstance(value, dict) and all(isinstance(each, dict) for each in value.values())
    return name in LANGUAGES and isinstance(value, list) and all(isinstance(each, str) for each in value)


def _ensure_apart(file: Path, own: OwnWords) -> None:
    """Stop where a name stands for two words of which one saves."""
    known = words(own)
    for word, name in _names(own):
        others = known.called(name) - {fold(word)}
        if others and any(map(known.saves, (word, *others))):
            raise _two_meanings(file, word, name, known, sorted(others))


def _names(own: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    for word, entry in own.items():
        yield from ((word, name) for language in LANGUAGES for name in entry.get(language, ()))


def _two_meanings(file: Path, word: str, name: str, known: Words, others: list[str]) -> ProfileError:
    saving = word if known.saves(word) else next(filter(known.saves, others))
    return ProfileError(
        say(
            'By your own words "{name}" would stand for "{word}" and for "{other}", of which '
            '"{saving}" saves, submits or pays.',
            name=name,
            word=word,
            other=others[0],
            saving=saving,
        ),
        say(
            "It can stand for one of them only. Take it out of {file}, or do this step at the portal "
            "yourself.",
            file=file,
        ),
    )
