"""The commands that run a site: what they refuse, in one sentence."""

import socket

import pytest

from medskab.cli import main, passphrase
from medskab.cli.errors import CommandError


def said(capsys, *words):
    code = main(list(words))
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    return code, error


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["serve", "--workers=0"], "--workers"),
        (["serve", "--port=70000"], "--port"),
        (["serve", "--port=http"], "--port"),
        (["backup", "--passphrase-file=x"], "--with-secrets"),
    ],
)
@pytest.mark.django_db
def test_refuses_wrong_usage(capsys, words, part):
    code, error = said(capsys, *words)
    assert code == 2
    assert part in error


def test_says_that_a_port_is_taken(capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        code, error = said(capsys, "serve", f"--port={taken.getsockname()[1]}")
    assert code == 1
    assert "Choose another with --port" in error


def test_says_that_an_address_is_not_here(capsys):
    code, error = said(capsys, "serve", "--host=192.0.2.1")
    assert code == 1
    assert "192.0.2.1" in error


def test_reads_the_passphrase_from_the_first_line(tmp_path):
    file = tmp_path / "words"
    file.write_text("rød bil i regnen\nmore", "utf-8")
    assert passphrase.read_passphrase(file) == "rød bil i regnen"


@pytest.mark.parametrize("content", [b"", b"short\n", b"\xff\xfe\xfa" * 9])
def test_refuses_a_passphrase_that_protects_nothing(tmp_path, content):
    file = tmp_path / "words"
    file.write_bytes(content)
    with pytest.raises(CommandError):
        passphrase.read_passphrase(file)


def test_refuses_two_passphrases_that_differ(monkeypatch):
    typed = iter(["rød bil i regnen", "rød bil i solen"])
    monkeypatch.setattr(passphrase, "getpass", lambda _prompt: next(typed))
    monkeypatch.setattr(passphrase.sys, "stdin", type("Terminal", (), {"isatty": lambda self: True})())
    with pytest.raises(CommandError, match="not the same"):
        passphrase.ask_twice()


def test_does_not_wait_for_a_passphrase_that_nobody_can_type(monkeypatch):
    monkeypatch.setattr(passphrase.sys, "stdin", type("Pipe", (), {"isatty": lambda self: False})())
    with pytest.raises(CommandError, match="--passphrase-file"):
        passphrase.ask()
