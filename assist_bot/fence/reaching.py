"""Reaching a host: straight, or through the proxy that this computer has for that."""

import asyncio
import socket
from asyncio import StreamReader, StreamWriter

from assist_bot.fence.way_out import WayOut, way_out
from assist_bot.language import mark, say, say_marked

_SAID_NO = {
    403: mark("the proxy {host} does not let it through"),
    407: mark(
        "the proxy {host} wants a name and a password: write them into HTTPS_PROXY, "
        "as in http://name:password@host:port"
    ),
}
_SAID_ANY = mark("the proxy {host} answered with an error ({number})")


async def reach(host: str, port: int) -> tuple[StreamReader, StreamWriter]:
    """Open a connection to a host. Raises OSError."""
    way = way_out(host)
    if way is None:
        return await asyncio.open_connection(host, port)
    reader, writer = await asyncio.open_connection(way.host, way.port, ssl=way.sealed or None)
    try:
        await _ask_for_a_tunnel(way, f"{host}:{port}", reader, writer)
    except BaseException:
        writer.close()
        raise
    return reader, writer


async def _ask_for_a_tunnel(way: WayOut, place: str, reader: StreamReader, writer: StreamWriter) -> None:
    login = f"Proxy-Authorization: Basic {way.login}\r\n" if way.login else ""
    writer.write(f"CONNECT {place} HTTP/1.1\r\nHost: {place}\r\n{login}\r\n".encode())
    try:
        answer = await reader.readuntil(b"\r\n\r\n")
        number = int(answer.split(b" ", 2)[1])
    except (EOFError, ValueError, IndexError, asyncio.LimitOverrunError):
        raise OSError(say("the proxy {host} is not understood", host=way.host)) from None
    if number // 100 != 2:  # noqa: PLR2004  # the numbers that mean yes
        raise OSError(say_marked(_SAID_NO.get(number, _SAID_ANY), host=way.host, number=number))


def why(error: OSError) -> str:
    """Say in plain words why a host was not reached."""
    if isinstance(error, TimeoutError):
        return say("no answer")
    if isinstance(error, socket.gaierror):
        return say("its name is not known to this computer's network")
    if isinstance(error, ConnectionRefusedError):
        return say("it takes no connection")
    return error.strerror or str(error) or type(error).__name__
