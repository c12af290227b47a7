"""What is sealed with a data key, and what it is bound to: model, row, field and version."""

from medskab.tools.vault.sealing import open_sealed, seal

from . import keys
from .models import Agreement, Source, SourceVersion, Subject


def seal_text(source: Source, number: int, text: str) -> bytes:
    """One version of a source's text."""
    return seal(text.encode(), key=keys.key(source.key_name), about=_about(source, "text", number))


def open_text(version: SourceVersion) -> str:
    """The text of one version."""
    source = version.source
    about = _about(source, "text", version.number)
    return open_sealed(bytes(version.text), key=keys.key(source.key_name), about=about).decode()


def seal_draft(source: Source, number: int, text: str) -> bytes:
    """What is being typed."""
    return seal(text.encode(), key=keys.key(source.key_name), about=_about(source, "draft", number))


def open_draft(source: Source) -> str:
    """What was being typed, or nothing."""
    if not source.draft:
        return ""
    about = _about(source, "draft", source.draft_number)
    return open_sealed(bytes(source.draft), key=keys.key(source.key_name), about=about).decode()


def seal_contact(subject: Subject, contact: str) -> bytes:
    """Who it is and how to reach them."""
    return seal(contact.encode(), key=keys.key(subject.key_name), about=_about(subject, "contact", 1))


def open_contact(subject: Subject) -> str:
    """Who it is, or nothing where nobody wrote it down."""
    if not subject.contact:
        return ""
    about = _about(subject, "contact", 1)
    return open_sealed(bytes(subject.contact), key=keys.key(subject.key_name), about=about).decode()


def seal_witness(subject: Subject, name: str) -> bytes:
    """Who heard the yes."""
    return seal(name.encode(), key=keys.key(subject.key_name), about=_about(subject, "witness", 1))


def open_witness(agreement: Agreement) -> str:
    """Who heard the yes, or nothing where it was signed."""
    if not agreement.witness:
        return ""
    about = _about(agreement.subject, "witness", 1)
    return open_sealed(
        bytes(agreement.witness), key=keys.key(agreement.subject.key_name), about=about
    ).decode()


def seal_note(source: Source, words: str) -> bytes:
    """A memo or a quote: it dies with the source's key."""
    return seal(words.encode(), key=keys.key(source.key_name), about=_about(source, "note", 1))


def open_note(source: Source, sealed: bytes) -> str:
    """The memo or quote, or nothing where there is none."""
    if not sealed:
        return ""
    return open_sealed(bytes(sealed), key=keys.key(source.key_name), about=_about(source, "note", 1)).decode()


def _about(row: Source | Subject, field: str, version: int) -> str:
    return f"{row._meta.label_lower}|{row.pk}|{field}|{version}"
