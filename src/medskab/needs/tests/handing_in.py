"""What a form is filled with, and what is read off the pages after it."""

import io
import re

from django.urls import reverse
from PIL import Image


def at(name, *words):
    return reverse(name, args=["engen", *words])


def form(words="The lamp by the gate is out", key="one", **more):
    return {"words": words, "kind": "need", "idempotency_key": key, **more}


def photo():
    content = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(content, "PNG")
    return file_of("lamp.png", content.getvalue())


def file_of(name, content):
    file = io.BytesIO(content)
    file.name = name
    return file


def kept(settings):
    return [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]


def code_on(page):
    found = re.search(r'receipt__code"[^>]*><span>(\w{5})</span><span>(\w{5})</span>', page)
    return "".join(found.groups()) if found else ""
