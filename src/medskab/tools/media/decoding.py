"""The program that decodes a photo: alone in its process, with little memory and little time.

It reads a file from standard input and writes two JPEG files, each after its length in four bytes. It ends
with 2 where the file is no photo that can be read, and with 3 where it has too many points.
"""

import resource
import sys
from io import BytesIO

MOST_POINTS = 40_000_000
SIDE, THUMBNAIL_SIDE = 1600, 320
MOST_BYTES, MOST_THUMBNAIL_BYTES = 300_000, 40_000
KINDS = ("JPEG", "PNG", "WEBP")
UNREADABLE, TOO_MANY_POINTS = 2, 3
_QUALITIES = (85, 75, 65, 55, 45, 35, 25)


def main() -> int:
    """Decode what comes in; nothing of the file but its points goes out."""
    resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
    resource.setrlimit(resource.RLIMIT_CPU, (15, 15))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    from PIL import Image, ImageOps  # noqa: PLC0415  only under the limits

    Image.MAX_IMAGE_PIXELS = None  # the limit stands below, before a single point is decoded
    try:
        with Image.open(BytesIO(sys.stdin.buffer.read()), formats=KINDS) as photo:
            if photo.width * photo.height > MOST_POINTS:
                return TOO_MANY_POINTS
            photo.draft("RGB", (SIDE * 2, SIDE * 2))
            photo.load()
            upright = ImageOps.exif_transpose(photo)
        points = _on_white(upright)
    except Exception:
        return UNREADABLE
    for side, most in ((SIDE, MOST_BYTES), (THUMBNAIL_SIDE, MOST_THUMBNAIL_BYTES)):
        points.thumbnail((side, side))
        fresh = _as_jpeg(points, most)
        sys.stdout.buffer.write(len(fresh).to_bytes(4, "big") + fresh)
    return 0


def _on_white(photo):
    from PIL import Image  # noqa: PLC0415

    photo.thumbnail((SIDE, SIDE))
    seen = photo.convert("RGBA")
    ground = Image.new("RGB", seen.size, "white")
    ground.paste(seen, mask=seen.getchannel("A"))
    return ground


def _as_jpeg(photo, most: int) -> bytes:
    """The best that is small enough; a picture of noise is made smaller until it is."""
    while True:
        for quality in _QUALITIES:
            out = BytesIO()
            photo.save(out, "JPEG", quality=quality, optimize=True)
            if out.tell() <= most:
                return out.getvalue()
        photo = photo.reduce(2)


if __name__ == "__main__":
    sys.exit(main())
