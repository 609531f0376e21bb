"""The way from this computer to the internet: straight, or through the proxy that the system or the person names."""

import base64
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

from assist_bot.language import say
from assist_bot.profile.hosts import is_loopback

_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True)
class WayOut:
    """A proxy on the way. `login`: what it wants to be told about who asks, or ""."""

    host: str
    port: int
    sealed: bool
    login: str


def way_out(host: str) -> WayOut | None:
    """Give the proxy through which a host is reached; None where it is reached straight.

    HTTPS_PROXY, ALL_PROXY and NO_PROXY count first, then what Windows and macOS have set. A set-up script (PAC) is
    not read. Raises OSError where the proxy is of a kind that is not known here.
    """
    if is_loopback(host) or proxy_bypass(host):
        return None
    told = getproxies()
    address = told.get("https") or told.get("all") or ""
    if not address:
        return None
    parts = urlsplit(address if "://" in address else f"http://{address}")
    if parts.scheme not in _PORTS or not parts.hostname:
        raise OSError(
            say("the proxy that is set is of a kind that is not known here ({scheme})", scheme=parts.scheme)
        )
    return WayOut(
        parts.hostname,
        parts.port or _PORTS[parts.scheme],
        parts.scheme == "https",
        _login(parts.username, parts.password),
    )


def _login(name: str | None, password: str | None) -> str:
    if name is None:
        return ""
    return base64.b64encode(f"{unquote(name)}:{unquote(password or '')}".encode()).decode()
