"""The project's files as the house tests read them. A fault is one sentence that begins with `path:line:`."""

import ast
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "src/medskab"
# The column from the top; the contract in pyproject.toml says the same, and a test compares the two.
ROOMS = (
    *("cli", "api", "site"),
    *("cases", "stories", "pathways", "effects", "relations", "decisions", "resources", "mandates"),
    *("initiatives", "rounds", "surveys", "statements", "needs", "fieldwork"),
    *("noticeboard", "gatherings", "notifications"),
    *("people", "releases", "places", "threads", "audit", "tools", "common", "methods"),
)


@dataclass(frozen=True)
class Source:
    """One file; `path` is counted from the project's folder."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The file's syntax tree (Python only)."""
        return ast.parse(self.text)

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return Path(self.path).stem

    @property
    def parts(self) -> tuple[str, ...]:
        """The folders and the file below the package: ("places", "models.py")."""
        return Path(self.path).relative_to(PACKAGE).parts

    @property
    def room(self) -> str:
        """The room a file of the package lies in."""
        return Path(self.parts[0]).stem

    @property
    def is_test(self) -> bool:
        """Whether the file belongs to tests."""
        return "tests" in Path(self.path).parts

    def calls(self) -> Iterator[ast.Call]:
        """Every call in the file."""
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.Call))

    def fault(self, line: int, sentence: str) -> str:
        """What is wrong, and where."""
        return f"{self.path}:{line}: {sentence}"


@cache
def files(pattern: str, under: str = PACKAGE) -> tuple[Source, ...]:
    """All files of a pattern below a folder; nothing made by tools, and nothing of other people's."""
    found = sorted((ROOT / under).rglob(pattern))
    made = {"__pycache__", "node_modules", "vendor", ".venv"}
    return tuple(
        Source(str(path.relative_to(ROOT)), path.read_text("utf-8"))
        for path in found
        if path.is_file() and not made & set(path.parts)
    )


def python(*, tests: bool = False) -> tuple[Source, ...]:
    """The package's Python files without migrations; with its tests only on demand."""
    return tuple(
        source
        for source in files("*.py")
        if "migrations" not in Path(source.path).parts and (tests or not source.is_test)
    )


def faults(rule: Callable[[Source], Iterable[str]], sources: Iterable[Source]) -> str:
    """All faults that a rule finds, one a line: an empty text is what a test wants."""
    return "\n".join(fault for source in sources for fault in rule(source))


def planted(path: str, text: str) -> Source:
    """A file that breaks a rule, to see that the rule bites."""
    return Source(path, text)


def imports(source: Source) -> Iterator[tuple[int, str, str]]:
    """Every absolute import: the line, the module, and the name taken from it (empty for `import x`)."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield from ((node.lineno, node.module, alias.name) for alias in node.names)
