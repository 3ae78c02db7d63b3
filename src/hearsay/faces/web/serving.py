"""Listening for browsers."""

import socket
from ipaddress import ip_address

import uvicorn
from starlette.types import ASGIApp

_BACKLOG = 2048  # connections that the system keeps waiting


class PortError(Exception):
    """The address cannot be listened at; the message says why and what to do."""


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens there; port 0 is any free one. Raises PortError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
        made.listen(_BACKLOG)  # who comes before the server is ready waits
    except (OSError, OverflowError) as fault:
        made.close()
        raise PortError(f"cannot listen at {host}, port {port} ({fault}): give another with --port or --host") from fault
    return made


def is_loopback(host: str) -> bool:
    """True if only this machine can reach the address.

    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("0.0.0.0")
    (True, True, False)
    """
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def serve(app: ASGIApp, at: socket.socket) -> None:
    """Answer until the process is told to end."""
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, lifespan="off", timeout_keep_alive=10, backlog=_BACKLOG, proxy_headers=False
    )
    uvicorn.Server(config).run(sockets=[at])
