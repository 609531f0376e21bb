"""The language in which the program speaks to the person."""

from gettext import NullTranslations

_spoken = NullTranslations()


def say(sentence: str, /, **values: object) -> str:
    """Give the sentence in the language that was chosen, with the values in place of the {names} in it.

    Sentences are written here in English, whole and with names for what changes, so that they can be translated:
    `say("{month} is paid.", month=month)`.
    """
    return _spoken.gettext(sentence).format(**values)
