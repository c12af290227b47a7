"""Where the site can listen."""

import socket
from threading import Timer

import pytest

from medskab.cli import port
from medskab.cli.errors import CommandError


@pytest.fixture
def taken():
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield listening


def test_says_that_a_port_is_taken(taken, monkeypatch):
    monkeypatch.setattr(port, "_PATIENCE_SECONDS", 0.2)
    with pytest.raises(CommandError, match="cannot be used"):
        port.require_port("127.0.0.1", taken.getsockname()[1])


def test_waits_for_a_server_that_is_ending(taken):
    number = taken.getsockname()[1]
    Timer(0.3, taken.close).start()
    port.require_port("127.0.0.1", number)
    assert taken.fileno() == -1


@pytest.mark.parametrize("number", [0, 65536])
def test_refuses_a_number_that_is_no_port(number):
    with pytest.raises(CommandError, match="from 1 to 65535"):
        port.require_port("127.0.0.1", number)


def test_says_that_an_address_is_unknown():
    with pytest.raises(CommandError, match="no address called"):
        port.require_port("nowhere.invalid", 8000)
