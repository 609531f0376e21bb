"""Which browser the tests use: Chromium's small one without a window, where it is installed, at a fifth of the cost."""

import os
import shutil

SETTING = "ASSIST_BOT_BROWSER"
_SMALL = shutil.which("chromium-headless-shell")


def choose_the_small_one() -> None:
    """Use the small browser from now on, unless somebody asked for another one."""
    if _SMALL:
        os.environ.setdefault(SETTING, _SMALL)


def ordinary() -> dict[str, str]:
    """Give the setting under which a program uses the browser that a person would see."""
    chosen = os.environ.get(SETTING, "")
    return {SETTING: "" if chosen == _SMALL else chosen}
