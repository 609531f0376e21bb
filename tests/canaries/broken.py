"""`assist-bot` with a fault of its own: `python -m tests.canaries.broken MODULE [kill] ARGUMENTS...`.

The first function of the module that is called raises an error whose text, cause and locals carry every value that the
program has in hand by then; or the process is killed there. With `-` for the module nothing is broken, and every
module that was called is noted. What happened is noted in the file that TEST_STRUCK names.
"""

import importlib
import inspect
import os
import pkgutil
import signal
import sys
from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path
from types import FrameType, FunctionType, ModuleType
from typing import Any, NoReturn

import assist_bot
import fixtures
import flows
from assist_bot.__main__ import main
from tests.canaries.values import OF_THE_PROFILE
from tests.cli.file_store import FileStore

STRUCK = "TEST_STRUCK"
_in_hand = {each.value for each in OF_THE_PROFILE}


def modules() -> list[str]:
    """List the modules of the program."""
    packages = (assist_bot, flows, fixtures)
    return [
        each.name
        for package in packages
        for each in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
        if not each.name.endswith(".__main__")
    ]


def breakable() -> list[str]:
    """List those of the bot itself that have functions which can be called."""
    ours = (name for name in modules() if not name.startswith("fixtures."))
    return [name for name in ours if any(_functions(importlib.import_module(name)))]


def break_module(name: str, *, kill: bool) -> None:
    """Put a fault in the place of every function of the module, wherever it is called from."""
    everywhere = [importlib.import_module(each) for each in modules()]
    module = importlib.import_module(name)
    for owner, attribute, function in list(_functions(module)):
        fault = _fault(name, kill=kill)
        setattr(owner, attribute, fault)
        for other in everywhere if owner is module else ():
            _replace(other, function, fault)


def _replace(other: ModuleType, function: object, fault: object) -> None:
    """Replace it under whatever name another module has it, and in its tables."""
    for name, value in list(vars(other).items()):
        if value is function:
            setattr(other, name, fault)
        elif isinstance(value, dict) and not name.startswith("__"):
            value.update({key: fault for key, each in value.items() if each is function})
        elif isinstance(value, tuple):
            setattr(other, name, _with(value, function, fault))


def _with(value: Any, function: object, fault: object) -> Any:  # noqa: ANN401  # whatever a table holds
    if type(value) is tuple:
        return tuple(_with(each, function, fault) for each in value)
    return fault if value is function else value


def _functions(module: ModuleType) -> Iterator[tuple[Any, str, object]]:
    for attribute, value in vars(module).items():
        if getattr(value, "__module__", "") != module.__name__:
            continue
        if isinstance(value, FunctionType):
            yield module, attribute, value
        elif inspect.isclass(value) and not issubclass(value, Enum | BaseException):
            inner = ((name, each) for name, each in vars(value).items() if isinstance(each, FunctionType))
            yield from ((value, name, each) for name, each in inner if not name.startswith("__"))


def _fault(name: str, *, kill: bool) -> Callable[..., NoReturn]:
    def fault(*_: object, **__: object) -> NoReturn:
        _note(name)
        if kill:
            os.kill(os.getpid(), signal.SIGKILL)
        in_hand = sorted(_in_hand)
        raise RuntimeError(f"not for others: {' | '.join(in_hand)}") from KeyError(*in_hand)

    return fault


def _listen_to_the_store() -> None:
    """Count what was read from the credential store or written to it among what is in hand."""
    read, write = FileStore.get_password, FileStore.set_password

    def get_password(self: FileStore, service: str, username: str) -> str | None:
        secret = read(self, service, username)
        _in_hand.update([secret] if secret else [])
        return secret

    def set_password(self: FileStore, service: str, username: str, password: str) -> None:
        _in_hand.add(password)
        write(self, service, username, password)

    FileStore.get_password, FileStore.set_password = get_password, set_password  # type: ignore[method-assign]


def _note(what: str) -> None:
    with Path(os.environ[STRUCK]).open("a", encoding="utf-8") as file:
        file.write(f"{what}\n")


def _note_every_module() -> None:
    seen: set[str] = set()

    def look(frame: FrameType, event: str, _: object) -> None:
        name = frame.f_globals.get("__name__", "")
        if event == "call" and frame.f_code.co_name[0] != "<" and name not in seen:
            seen.add(name)
            if name.startswith(("assist_bot.", "flows.", "fixtures.")):
                _note(name)

    sys.setprofile(look)


if __name__ == "__main__":
    broken = sys.argv.pop(1)
    _listen_to_the_store()
    if broken == "-":
        for each in modules():
            importlib.import_module(each)
        _note_every_module()
    else:
        break_module(broken, kill=sys.argv[1] == "kill" and bool(sys.argv.pop(1)))
    main()
