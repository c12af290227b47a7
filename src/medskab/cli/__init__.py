"""The command `medskab`: results on stdout, one sentence on stderr when something is wrong, exit 0, 1 or 2.

A command is a module in `COMMANDS` that offers `HELP` (one line), `add_arguments(parser)` and
`run(args) -> int`. It imports what it needs inside `run`, so that every `--help` is quick.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from types import ModuleType
from typing import NoReturn

from medskab import __version__

from .errors import CommandError

__all__ = ["COMMANDS", "CommandError", "main"]

COMMANDS = {
    "demo": "medskab.cli.demo",
    "count": "medskab.cli.count",
    "opinions": "medskab.cli.opinions",
    "protect": "medskab.cli.protect",
    "serve": "medskab.cli.serve",
    "worker": "medskab.cli.worker",
    "backup": "medskab.cli.backup",
    "restore": "medskab.cli.restore",
    "check": "medskab.cli.check",
}
_INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 bad input, 2 wrong usage, 130 stopped by Ctrl-C."""
    words = list(sys.argv[1:] if argv is None else argv)
    _write_what_the_terminal_can_show()
    try:
        code = _run(words)
        sys.stdout.flush()
    except BrokenPipeError:
        return _reader_left()
    except (Exception, KeyboardInterrupt) as error:
        if os.environ.get("MEDSKAB_TRACEBACK"):
            raise
        return _fail(*_explain(error))
    return code


def _explain(error: BaseException) -> tuple[str, int]:
    """A sentence and an exit code: nobody at a terminal is helped by a stack of calls."""
    match error:
        case CommandError():
            return error.sentence, error.exit_code
        case KeyboardInterrupt():
            return "Stopped.", _INTERRUPTED
        case MemoryError():
            return "There is not enough memory for this.", 1
        case OSError():
            return f"This could not be done: {error.strerror or error}.", 1
        case _:
            sentence = f"Something went wrong that never should ({type(error).__name__}: {error})."
            return f"{sentence} Please report it; MEDSKAB_TRACEBACK=1 shows where.", 1


def _run(words: list[str]) -> int:
    parser = _Parser(prog="medskab", description="Tools of Medskab; each works on its own.")
    parser.add_argument("--version", action="version", version=f"medskab {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command")
    for name, module in _modules(words).items():
        command = commands.add_parser(name, help=module.HELP, description=module.HELP)
        module.add_arguments(command)
        command.set_defaults(run=module.run)
    try:
        args = parser.parse_args(words)
    except SystemExit as done:  # argparse has printed its help or version
        return int(done.code or 0)
    if args.command is None:
        parser.print_help(sys.stderr)
        return 2
    code: int = args.run(args)
    return code


def _modules(words: list[str]) -> dict[str, ModuleType]:
    """The command that is asked for, or all of them where the question is which there are."""
    wanted = words[:1] if words and words[0] in COMMANDS else list(COMMANDS)
    return {name: import_module(COMMANDS[name]) for name in wanted}


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the usage in one sentence."""

    def error(self, message: str) -> NoReturn:
        sentence = message[:1].upper() + message[1:].rstrip(".")
        raise CommandError(f"{sentence}. See {self.prog} --help.", exit_code=2)


def _write_what_the_terminal_can_show() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _fail(sentence: str, code: int) -> int:
    try:
        sys.stdout.flush()
    except OSError:
        _reader_left()
    print("".join(letter if letter.isprintable() else "?" for letter in sentence), file=sys.stderr)
    return code


def _reader_left() -> int:
    """Whoever read our output has closed it: say nothing, and let nothing be said when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1
