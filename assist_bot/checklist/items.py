"""Each item of the checklist is one sentence, and one remedy where the person has something to do."""

from assist_bot.outcome import ChecklistItem, Standing


def there(name: str, message: str) -> ChecklistItem:
    """Note what is there and as it should be."""
    return ChecklistItem(name, Standing.THERE, message)


def to_look_at(name: str, message: str, remedy: str) -> ChecklistItem:
    """Note what is there, and what the person alone can judge or should know. It stops nothing."""
    return ChecklistItem(name, Standing.LOOK, message, remedy)


def missing(name: str, message: str, remedy: str) -> ChecklistItem:
    """Note what is not there yet."""
    return ChecklistItem(name, Standing.MISSING, message, remedy)


def wrong(name: str, message: str, remedy: str) -> ChecklistItem:
    """Note what is there and is not right."""
    return ChecklistItem(name, Standing.WRONG, message, remedy)
