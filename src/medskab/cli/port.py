"""Whether the site can listen where it is asked to."""

import errno
import socket
import time

from .errors import CommandError

# The processes of a server that was killed notice within half a second; a busy machine may take longer.
_PATIENCE_SECONDS = 5.0
_LOOK_EVERY_SECONDS = 0.1


def require_port(host: str, port: int, option: str = "--port") -> None:
    """A sentence where the port cannot be used; waits a little for a server that is just ending."""
    if not 1 <= port <= 65535:
        raise CommandError(f"{option} must be a number from 1 to 65535.", exit_code=2)
    give_up_at = time.monotonic() + _PATIENCE_SECONDS
    while fault := _fault(host, port):
        if fault.errno != errno.EADDRINUSE or time.monotonic() > give_up_at:
            sentence = f"Port {port} at {host} cannot be used ({fault.strerror})."
            raise CommandError(f"{sentence} Choose another with {option}.")
        time.sleep(_LOOK_EVERY_SECONDS)


def _fault(host: str, port: int) -> OSError | None:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except PermissionError:
        sentence = f"Port {port} needs more rights than you have. Choose one above 1023."
        raise CommandError(sentence) from None
    except socket.gaierror:
        raise CommandError(f"There is no address called {host} on this machine.") from None
    except OSError as fault:
        return fault
    return None
