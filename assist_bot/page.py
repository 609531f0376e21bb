"""Makes a self-contained page of a template: nothing in it is loaded from elsewhere, and nothing in it runs.

What goes in is escaped, and a content policy forbids the rest.
"""

import base64
import hashlib
from functools import cache
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from assist_bot.language import say_marked


def page(template: str, **values: object) -> str:
    """Fill in a template of this package; it also gets `style`, the one of all pages, and its `style_hash`."""
    style = (Path(__file__).parent / "templates" / "review.css").read_text("utf-8")
    style_hash = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return _environment().get_template(template).render(**values, style=style, style_hash=style_hash)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("assist_bot"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["say"] = _say_on_the_page
    return environment


def _say_on_the_page(sentence: str, /, **values: object) -> Markup:
    """Say a sentence of the template; what stands in it is escaped, unless it is a part of the page already."""
    return escape(say_marked(sentence)).format(**values)
