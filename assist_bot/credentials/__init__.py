"""The password and the security answer: where they come from, and how a new password is never lost."""

from assist_bot.credentials.keeping import Credentials
from assist_bot.credentials.managing import clear, set_password
from assist_bot.credentials.private_store import in_private_store, use_private_store
from assist_bot.credentials.store import why_not_readable
from assist_bot.credentials.stored import clear_all, stored

__all__ = [
    "Credentials",
    "clear",
    "clear_all",
    "in_private_store",
    "set_password",
    "stored",
    "use_private_store",
    "why_not_readable",
]
