"""The command `medskab`: its table, its sentences, its exit codes."""

import subprocess
import sys
from types import ModuleType

import pytest

from medskab import __version__
from medskab.cli import COMMANDS, CommandError, main


@pytest.fixture
def command(monkeypatch):
    """Puts a command called `try` in the table, which does what it is given."""

    def put(deed):
        module = ModuleType("medskab_trial")
        module.HELP = "try something"
        module.add_arguments = lambda parser: None
        module.run = lambda args: deed()
        monkeypatch.setitem(sys.modules, "medskab_trial", module)
        monkeypatch.setitem(COMMANDS, "try", "medskab_trial")

    return put


def _raising(error: BaseException):
    def deed() -> int:
        raise error

    return deed


def test_lists_every_command_with_one_line(capsys):
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    for name in COMMANDS:
        assert f"    {name}" in out


def test_says_its_version(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"medskab {__version__}\n"


def test_shows_its_help_as_an_error_when_nothing_is_asked(capsys):
    assert main([]) == 2
    assert "usage: medskab" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["fly"], ["count"], ["count", "x", "--rule", "loudest"]])
def test_answers_wrong_usage_in_one_sentence(words, capsys):
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "--help." in err


def test_gives_back_the_exit_code_of_the_command(command):
    command(lambda: 7)
    assert main(["try"]) == 7


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (CommandError("No key in the lock."), 1, "No key in the lock."),
        (CommandError("Say which.", exit_code=2), 2, "Say which."),
        (KeyboardInterrupt(), 130, "Stopped."),
        (MemoryError(), 1, "not enough memory"),
        (OSError(28, "No space left on device"), 1, "No space left on device"),
        (KeyError("x"), 1, "never should"),
    ],
)
def test_turns_every_fault_into_one_sentence(command, capsys, error, code, words):
    command(_raising(error))
    assert main(["try"]) == code
    err = capsys.readouterr().err
    assert words in err
    assert err.count("\n") == 1


def test_shows_the_stack_of_calls_on_request(command, monkeypatch):
    monkeypatch.setenv("MEDSKAB_TRACEBACK", "1")
    command(_raising(ZeroDivisionError()))
    with pytest.raises(ZeroDivisionError):
        main(["try"])


def test_lets_no_name_steer_the_terminal(command, capsys):
    command(_raising(CommandError("There is no file \x1b[2J.")))
    main(["try"])
    assert "\x1b" not in capsys.readouterr().err


def test_loads_neither_django_nor_the_methods_to_give_help():
    code = (
        "import sys; from medskab.cli import main; main(['count', '--help']);"
        "sys.exit(bool({'django', 'numpy', 'numba'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=20, check=False)
    assert done.returncode == 0, done.stderr
