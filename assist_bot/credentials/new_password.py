"""Secrets that the bot makes up for the first visit."""

import secrets

UPPER = "ABCDEFGHJKLMNPQRSTUVWXYZ"
LOWER = "abcdefghijkmnopqrstuvwxyz"
DIGITS = "23456789"
SYMBOLS = "!@#-_"
"""Symbols that password forms commonly take; the other sets leave out what people misread (O 0 I l 1)."""

PASSWORD_LENGTH = 16
ANSWER_SYLLABLES = 6


def make_password() -> str:
    """Make one to the portal's policy: 8 to 20 characters with upper case, lower case, digit and symbol."""
    kinds = (UPPER, LOWER, DIGITS, SYMBOLS)
    anything = "".join(kinds)
    characters = [secrets.choice(kind) for kind in kinds]
    characters += [secrets.choice(anything) for _ in range(PASSWORD_LENGTH - len(kinds))]
    secrets.SystemRandom().shuffle(characters)
    return "".join(characters)


def make_answer() -> str:
    """Make a word that can be said on the telephone, and that nobody can know: twelve lower-case letters."""
    return "".join(
        secrets.choice("bdfgjklmnprstvz") + secrets.choice("aeiou") for _ in range(ANSWER_SYLLABLES)
    )
