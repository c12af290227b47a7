"""Turn .po files into the .mo files that Django reads: `translations.py FILE.po …`.

Done here in Python, so that an installation needs no gettext tools.
"""

import ast
import struct
import sys
from dataclasses import dataclass, field
from pathlib import Path

MAGIC = 0x950412DE


class BadCatalogue(Exception):
    """A .po file cannot be read; the text says where."""


@dataclass
class Entry:
    """One text and its translations."""

    parts: dict[str, str] = field(default_factory=dict)
    is_fuzzy: bool = False

    @property
    def is_complete(self) -> bool:
        """Whether a translation has been read, so that what follows is the next entry's."""
        return any(name.startswith("msgstr") for name in self.parts)

    @property
    def key(self) -> str:
        """How gettext looks the text up."""
        context = f"{self.parts['msgctxt']}\x04" if "msgctxt" in self.parts else ""
        plural = f"\0{self.parts['msgid_plural']}" if "msgid_plural" in self.parts else ""
        return f"{context}{self.parts['msgid']}{plural}"

    @property
    def answer(self) -> str:
        """The translation, in all its plural forms; empty where there is none."""
        forms = [self.parts[name] for name in sorted(self.parts) if name.startswith("msgstr")]
        return "\0".join(forms) if all(forms) else ""


def entries(text: str) -> list[Entry]:
    """All entries of a .po file, the header included."""
    found, current, name = [Entry()], None, ""
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()
        if line.startswith("#"):
            if found[-1].is_complete:
                found.append(Entry())
            found[-1].is_fuzzy |= line.startswith("#,") and "fuzzy" in line
            continue
        if not line:
            continue
        if not line.startswith('"'):
            name, _, line = line.partition(" ")
            if name in {"msgid", "msgctxt"} and found[-1].is_complete:
                found.append(Entry())
            current = found[-1].parts
        if current is None:
            raise BadCatalogue(f"line {number}: a text without a name before it")
        try:
            current[name] = current.get(name, "") + ast.literal_eval(line)
        except (SyntaxError, ValueError) as error:
            raise BadCatalogue(f"line {number}: not a quoted text: {line}") from error
    found = [entry for entry in found if entry.parts]
    for entry in found:
        if "msgid" not in entry.parts or not entry.is_complete:
            raise BadCatalogue(f"near “{next(iter(entry.parts.values()))}”: msgid or msgstr is missing")
    return found


def catalogue(found: list[Entry]) -> bytes:
    """The .mo file: texts in sorted order, what is unsure or missing left out."""
    wanted = {
        entry.key: entry.answer for entry in found if entry.answer and (not entry.is_fuzzy or not entry.key)
    }
    pairs = sorted((key.encode(), answer.encode()) for key, answer in wanted.items())
    table_size = 8 * len(pairs)
    place = 28 + 2 * table_size
    tables, texts = [], b""
    for column in (0, 1):
        table = b""
        for pair in pairs:
            table += struct.pack("<II", len(pair[column]), place + len(texts))
            texts += pair[column] + b"\0"
        tables.append(table)
    head = struct.pack("<7I", MAGIC, 0, len(pairs), 28, 28 + table_size, 0, place)
    return head + b"".join(tables) + texts


def main(paths: list[str]) -> int:
    """Write the .mo beside each .po."""
    for path in map(Path, paths):
        try:
            path.with_suffix(".mo").write_bytes(catalogue(entries(path.read_text("utf-8"))))
        except BadCatalogue as error:
            print(f"{path}, {error}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
