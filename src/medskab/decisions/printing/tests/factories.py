"""Results as a caller would hand them over."""

import json
import re
import shutil
import subprocess
from datetime import date
from typing import Any

import typst

from medskab.common.typesetting import fonts
from medskab.decisions.printing import PrintedBar, PrintedDecision, PrintedProposal, PrintedVote
from medskab.decisions.printing.sheets import said
from medskab.decisions.printing.typesetting import SHEETS

HAS_READER = shutil.which("pdftotext") is not None
_PAGE = re.compile(rb"/Type\s*/Page\b")


def proposal(number: int, name: str = "", **more: Any) -> PrintedProposal:
    """A proposal; its name says its number."""
    return PrintedProposal(
        number=str(number),
        anchor=f"p{number}",
        name=name or f"Bænke og borde ved blok {number}",
        votes=f"{900 - number} stemmer",
        cost=f"{number}.500\u00a0kr.",
        **more,
    )


def decision(chosen: int = 8, others: int = 3, **more: Any) -> PrintedDecision:
    """A participatory budget with so many winners and others."""
    wanted = {
        **_common(),
        "title": "Gårdpuljen 2026",
        "headline": f"{chosen} af {chosen + others} forslag bliver til noget",
        "winners": tuple(proposal(one + 1, share=0.97 / chosen) for one in range(chosen)),
        "others": tuple(proposal(chosen + one + 1, reason="Der manglede 1.690 kr.") for one in range(others)),
        "budget": "300.000\u00a0kr.",
        "spent": "291.000\u00a0kr.",
        "left": "9.000\u00a0kr.",
        "recount": "medskab count puljen.pb --like puljen.json",
        "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    }
    return PrintedDecision(**{**wanted, **more})


def vote(**more: Any) -> PrintedVote:
    """The vote of the homes that turned a plan down."""
    counted = (("Ja", 269), ("Nej", 362), ("Blank", 8), ("Ugyldig", 3))
    bars = tuple(
        PrintedBar(label=label, value=value, shown=str(value), is_ours=label in {"Ja", "Nej"})
        for label, value in counted
    )
    wanted = {**_common(), "title": "Helhedsplanen", "headline": "Boligerne stemte nej", "bars": bars}
    return PrintedVote(**{**wanted, **more})


def _common() -> dict[str, Any]:
    return {
        "area": "Engparken",
        "seed": "engparken",
        "accent": "brick",
        "kind": "Beslutning",
        "method": "Borgerbudget",
        "leads": ("Omkring 4 af 5 fik mindst ét af deres forslag.", "1.204 mennesker var med."),
        "facts": (("Hvem bestemmer", "Afdelingsmødet"),),
        "how": ("Hver vælger får lige mange penge.",),
        "fairness": ("Ingen gruppe blev sprunget over.",),
        "address": "https://engparken.example/engparken/decisions/puljen/",
        "day": "3. november 2026",
        "published_on": date(2026, 11, 3),
        "language": "da",
    }


def pages(pdf: bytes) -> int:
    """How many pages a file has."""
    return len(_PAGE.findall(pdf))


def read(pdf: bytes) -> str:
    """What stands on the paper, as a reader finds it, without line breaks."""
    made = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", "-", "-"], input=pdf, capture_output=True, check=True, timeout=30
    )
    return " ".join(made.stdout.decode().split())


def set_in(sheet: str, result: PrintedDecision, selector: str) -> list[Any]:
    """The parts of a sheet of one kind, as typst understood them."""
    compiler = typst.Compiler(
        SHEETS / sheet, root=SHEETS, font_paths=fonts(), sys_inputs={"said": json.dumps(said(result))}
    )
    return json.loads(compiler.query(selector))
