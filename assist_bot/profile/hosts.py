"""Web addresses: which host, and whether it is this computer itself."""

from ipaddress import ip_address
from urllib.parse import urlsplit


def host_of(url: str) -> str:
    """Give the host that a web address names, or "" where it names none."""
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018  raises ValueError where the port is no number
    except ValueError:
        return ""
    return parts.hostname or ""


def origin_of(url: str) -> str:
    """Give scheme, host and port of a web address, as in "https://assist.perkeso.gov.my"."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}".lower()


def is_loopback(host: str) -> bool:
    """Say whether a host is this computer itself."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
