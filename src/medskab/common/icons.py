"""Small line pictures on a grid of 24, so that a button can be found without reading it."""

_ROUND = '<circle cx="12" cy="12" r="9"/>'

ICONS = {
    "arrow": '<path d="M4 12h16M14 6l6 6-6 6"/>',
    "back": '<path d="M20 12H4M10 6l-6 6 6 6"/>',
    "bad": '<path d="M8.5 3h7L21 8.5v7L15.5 21h-7L3 15.5v-7zM12 8v5M12 16.4v.01"/>',
    "calendar": '<path d="M4 6h16v14H4zM4 10.5h16M8 3v5M16 3v5"/>',
    "clock": _ROUND + '<path d="M12 7v5l3.5 2"/>',
    "copy": '<path d="M9 9h11v12H9zM5.5 15H4V3h11v2.5"/>',
    "decide": '<path d="M4 12h16v8H4zM8 12V3.5h8V12M10 7.6l1.6 1.6 2.8-3"/>',
    "down": '<path d="M6 9.5l6 6 6-6"/>',
    "download": '<path d="M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 20h14"/>',
    "exit": '<path d="M14 4H5v16h9M11 12h10M17 8l4 4-4 4"/>',
    "eye": '<path d="M2 12c3-5 6-7 10-7s7 2 10 7c-3 5-6 7-10 7s-7-2-10-7z"/><circle cx="12" cy="12" r="3"/>',
    "globe": _ROUND + '<path d="M3 12h18M12 3c3.6 4.5 3.6 13.5 0 18M12 3c-3.6 4.5-3.6 13.5 0 18"/>',
    "good": '<path d="M4.5 13l5 5L19.5 7"/>',
    "info": _ROUND + '<path d="M12 11v6M12 7.4v.01"/>',
    "key": '<circle cx="8" cy="15" r="4.5"/><path d="M11.5 12L20 3.5M16 7.5l3 3"/>',
    "lock": '<path d="M5 11h14v9H5zM8 11V7.5a4 4 0 0 1 8 0V11"/>',
    "no": '<path d="M6 6l12 12M18 6L6 18"/>',
    "person": '<circle cx="12" cy="8" r="4"/><path d="M4 21c.8-5 3.5-7 8-7s7.2 2 8 7"/>',
    "phone": '<path d="M5 3h4.5l2 5-2.5 2a13 13 0 0 0 5 5l2-2.5 5 2V19c0 1.2-.8 2-2 2C10 21 3 14 3 5'
    'c0-1.2.8-2 2-2z"/>',
    "plus": '<path d="M12 5v14M5 12h14"/>',
    "print": '<path d="M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z"/>',
    "say": '<path d="M4 4.5h16V16h-8.5L7 20v-4H4z"/>',
    "share": '<path d="M12 15V3.5M7.5 8L12 3.5 16.5 8M5 12v8.5h14V12"/>',
    "sound": '<path d="M4 9v6h4l5 4V5L8 9zM16.5 8.5a5 5 0 0 1 0 7M19 6a9 9 0 0 1 0 12"/>',
    "start": '<path d="M12 21v-9M12 13c0-4-3-6.5-8.5-6.5C3.5 11 6.5 13.6 12 13zM12 10.5c0-4 3-6.5 8.5'
    '-6.5 0 4.5-3 7-8.5 6.5z"/>',
    "undo": '<path d="M4 9h10a6 6 0 0 1 0 12H9M8 5L4 9l4 4"/>',
    "warn": '<path d="M12 3.5l9.5 17h-19zM12 9.5v5M12 17.4v.01"/>',
}

TURNING = frozenset({"arrow", "back", "exit", "undo"})


def drawn(name: str) -> str:
    """The picture as SVG, hidden from screen readers: the words beside it say it."""
    turns = " icon--turns" if name in TURNING else ""
    return f'<svg class="icon{turns}" viewBox="0 0 24 24" aria-hidden="true">{ICONS[name]}</svg>'
