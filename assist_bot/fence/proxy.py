"""A proxy on this computer, through which alone the browser reaches anything: it lets through what the fence does.

It carries bytes and looks into none: what is sealed stays sealed between the browser and the portal.
"""

import asyncio
from asyncio import StreamReader, StreamWriter
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Thread
from typing import Any

from assist_bot.fence.fence import Fence, place_of
from assist_bot.fence.reaching import reach, why
from assist_bot.language import say

HERE = "127.0.0.1"
HEAD_SECONDS, REACH_SECONDS = 60, 25
_LARGEST_HEAD = 256 * 1024
_CHUNK = 64 * 1024
_OPENED = b"HTTP/1.1 200 Connection established\r\n\r\n"
_TURNED_AWAY = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
_UNREACHABLE = b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
_ABOUT_THE_CONNECTION = (b"proxy-", b"connection:", b"keep-alive:")


@dataclass(frozen=True)
class Wanted:
    """The place that the browser wants to reach, and what it says there first (nothing where it wants a tunnel)."""

    host: str
    port: int
    head: bytes = b""

    @property
    def sealed(self) -> bool:
        """Whether it is a tunnel, as for everything that is sealed by TLS."""
        return not self.head


@contextmanager
def proxy_within(fence: Fence) -> Iterator[str]:
    """Run the proxy in a thread of its own, and give its address; with the block all its connections end."""
    loop = asyncio.new_event_loop()
    thread = Thread(target=loop.run_forever, name="proxy", daemon=True)
    thread.start()

    def do(work: Coroutine[Any, Any, Any]) -> Any:  # noqa: ANN401  # whatever the work gives
        return asyncio.run_coroutine_threadsafe(work, loop).result()

    proxy = _Proxy(fence)
    try:
        port = do(proxy.begin())
        fence.when_closed = lambda: do(proxy.cut())
        yield f"http://{HERE}:{port}"
    finally:
        fence.when_closed = lambda: None
        do(proxy.end())
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


class _Proxy:
    """Answers the browser."""

    def __init__(self, fence: Fence) -> None:
        self._fence = fence
        self._carried: dict[StreamWriter, Wanted] = {}
        self._server: asyncio.Server | None = None

    async def begin(self) -> int:
        """Take connections from now on; give the port."""
        self._server = await asyncio.start_server(self._serve, HERE, 0, limit=_LARGEST_HEAD)
        return int(self._server.sockets[0].getsockname()[1])

    async def end(self) -> None:
        """End all connections and take no more."""
        if self._server:
            self._server.close()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        await asyncio.sleep(0)  # what was closed is put away

    async def cut(self) -> None:
        """End the connections to hosts that are let through no more."""
        for writer, wanted in self._carried.items():
            if not self._lets(wanted):
                writer.transport.abort()

    async def _serve(self, reader: StreamReader, writer: StreamWriter) -> None:
        """Answer one connection of the browser."""
        try:
            with suppress(OSError, EOFError, ValueError, asyncio.LimitOverrunError):
                wanted = read_head(await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), HEAD_SECONDS))
                if self._lets(wanted):
                    await self._carry(wanted, reader, writer)
                else:
                    self._fence.turn_away(wanted.host)
                    writer.write(_TURNED_AWAY if wanted.sealed else b"")
        finally:
            writer.close()

    def _lets(self, wanted: Wanted) -> bool:
        return self._fence.lets(wanted.host, wanted.port, sealed=wanted.sealed)

    async def _carry(self, wanted: Wanted, reader: StreamReader, writer: StreamWriter) -> None:
        try:
            far_reader, far_writer = await asyncio.wait_for(reach(wanted.host, wanted.port), REACH_SECONDS)
        except OSError as error:
            self._fence.trouble[wanted.host] = why(error)
            writer.write(_UNREACHABLE if wanted.sealed else b"")
            return
        self._fence.trouble.pop(wanted.host, None)
        self._carried[writer] = wanted
        try:
            (writer if wanted.sealed else far_writer).write(wanted.head or _OPENED)
            await _both_ways(_pump(reader, far_writer), _pump(far_reader, writer))
        finally:
            del self._carried[writer]
            far_writer.close()


async def _both_ways(*pumps: Coroutine[Any, Any, None]) -> None:
    """Carry until one side has ended."""
    tasks = [asyncio.create_task(pump) for pump in pumps]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()


async def _pump(reader: StreamReader, writer: StreamWriter) -> None:
    with suppress(OSError):
        while chunk := await reader.read(_CHUNK):
            writer.write(chunk)
            await writer.drain()


def read_head(head: bytes) -> Wanted:
    """Read what the browser asks the proxy for. Raises ValueError where that is nothing that can be understood.

    A plain request is made one for the place itself, and the only one of its connection: the next one may be for
    another place, and is looked at anew.
    """
    first, *lines = head.split(b"\r\n")
    method, address, version = first.split(b" ")
    told = address.decode("ascii")
    host, port = place_of(told if "://" in told else f"tunnel://{told}")
    if not host:
        raise ValueError(say("it names no place"))
    if method == b"CONNECT":
        return Wanted(host, port)
    path = b"/" + address.split(b"/", 3)[3] if address.count(b"/") > 2 else b"/"  # noqa: PLR2004  # those of scheme and path
    kept = [line for line in lines if line and not line.lower().startswith(_ABOUT_THE_CONNECTION)]
    return Wanted(
        host, port, b"\r\n".join((b" ".join((method, path, version)), *kept, b"Connection: close", b"", b""))
    )
