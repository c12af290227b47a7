"""Locked packages, and nothing in the files about the machines they were written on."""

import re
from collections.abc import Iterator

import pytest

from tests.house.source import ROOT, Source, faults, files, planted

LOCKS = ("requirements/runtime.lock", "requirements/dev.lock", "requirements/build.lock")
PIN = re.compile(r"^(?P<name>[a-z0-9._-]+)==(?P<version>\S+)(?P<marker> ;.*?)? \\$", re.M)
ADDRESS = re.compile(r"(?:https?|file|git\+\w+)://\S+")
REGISTRY = re.compile(
    r"pypi\.org|pythonhosted\.org|registry\.npmjs|npmjs\.org|deb\.debian\.org|files\.python", re.I
)
MACHINE = re.compile(r"(?<![\w.])/(?:work|root|home|Users|opt)/\w+")
WRITTEN = ("*.py", "*.md", "*.toml", "*.yml", "*.json", "*.sh", "*.html", "*.css", "*.js", "*.po", "*.txt")
THIS = "tests/house/test_files.py"


def lock(name: str) -> Source:
    """A lock file."""
    return Source(name, (ROOT / name).read_text("utf-8"))


def pins(source: Source) -> dict[str, str]:
    """Package and marker to version."""
    return {f"{hit['name']}{hit['marker'] or ''}": hit["version"] for hit in PIN.finditer(source.text)}


def unlocked(source: Source) -> Iterator[str]:
    """Lines of a lock that do not name one version by its hash, or that name a host."""
    wanted = False
    for number, line in enumerate(source.text.splitlines(), 1):
        if ADDRESS.search(line) or line.startswith("-"):
            yield source.fault(number, "a lock names packages, never where they are fetched")
        if not line.startswith(" "):
            if wanted:
                yield source.fault(number - 1, "no hash")
            wanted = True
            if not PIN.match(line):
                yield source.fault(number, f"not one exact version: {line}")
        elif "--hash=sha256:" in line:
            wanted = False


def traces(source: Source) -> Iterator[str]:
    """Registry hosts and paths of somebody's machine."""
    for number, line in enumerate(source.text.splitlines(), 1):
        if source.path != THIS and (hit := REGISTRY.search(line) or MACHINE.search(line)):
            yield source.fault(number, f"{hit.group()} belongs to a machine, not to the project")


def written() -> list[Source]:
    """Every text file of the project that people write."""
    top = [path for path in ROOT.iterdir() if path.is_file() and not path.name.startswith(".git")]
    folders = ("src", "tests", "docs", "benchmarks", "requirements", ".ci")
    return [
        *(Source(path.name, path.read_text("utf-8")) for path in top if path.suffix != ".lock"),
        *(source for folder in folders for pattern in WRITTEN for source in files(pattern, folder)),
    ]


@pytest.mark.parametrize("name", LOCKS)
def test_locks_each_package_to_one_version_and_its_hashes(name):
    assert not list(unlocked(lock(name)))
    assert pins(lock(name))


def test_develops_with_the_versions_that_run():
    running, developing = pins(lock(LOCKS[0])), pins(lock(LOCKS[1]))
    assert {name: developing.get(name) for name in running} == running


def test_names_no_registry_and_no_machine():
    assert not faults(traces, written())


def test_locks_the_style_checker_without_addresses():
    text = (ROOT / "package-lock.json").read_text("utf-8")
    assert '"resolved"' not in text
    assert "://" not in text
    assert text.count('"integrity"') > 50


@pytest.mark.parametrize(
    "text",
    [
        "django==5.2.19\n",
        "django>=5.2 \\\n    --hash=sha256:00\n",
        "--index-url https://example.org/simple\n",
        "django @ https://example.org/django.whl \\\n    --hash=sha256:00\n",
    ],
)
def test_notices_a_loose_lock(text):
    assert list(unlocked(planted("requirements/planted.lock", f"{text}end==1 \\\n    --hash=sha256:00\n")))


# In parts, so that this file bears no trace itself.
@pytest.mark.parametrize("parts", ["see https://pypi|.org/x", "cd /ho|me/ann/medskab", "open('/ro|ot/x')"])
def test_notices_a_trace(parts):
    assert list(traces(planted("docs/planted.md", parts.replace("|", ""))))


def test_does_not_mind_addresses_of_the_site():
    assert not list(traces(planted("docs/planted.md", "open /engparken/ or `GET /workshop/`")))
