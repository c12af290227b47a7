"""An upload that is sealed piece by piece as it comes in: no temporary file holds it in the clear."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile

from .audio import MOST_BYTES, Sealing

_BEGINNINGS = (
    (b"ID3", 0, "audio/mpeg"),
    (b"\xff\xfb", 0, "audio/mpeg"),
    (b"\xff\xf3", 0, "audio/mpeg"),
    (b"ftyp", 4, "audio/mp4"),
    (b"OggS", 0, "audio/ogg"),
    (b"\x1a\x45\xdf\xa3", 0, "audio/webm"),
    (b"WAVE", 8, "audio/wav"),
)


class SealingUpload(FileUploadHandler):
    """Takes one recording; what it is, is read off its beginning."""

    def __init__(self, request: Any, key: bytes) -> None:
        super().__init__(request)
        self.kind, self.kept_as = "", ""
        self.is_too_big = self.is_kept = False
        self._key = key
        self._sealing: Sealing | None = None

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Seal it and hand on nothing."""
        if start == 0:
            self.give_up()
            self.kind = _kind_of(raw_data)
            if not self.kind:
                raise SkipFile
            self._sealing = Sealing(self._key)
        self.is_too_big = start + len(raw_data) > MOST_BYTES
        if self.is_too_big:
            self.give_up()
            self.kind = ""
            raise SkipFile
        if self._sealing:
            self._sealing.add(raw_data)

    def file_complete(self, file_size: int) -> UploadedFile | None:
        """It lies sealed under `kept_as`; nothing of it is handed on."""
        if self._sealing is None:
            return None
        self.kept_as = self._sealing.finish()
        return UploadedFile(file=None, name="recording", size=self._sealing.size)

    def upload_interrupted(self) -> None:
        """Half a recording is none."""
        self.give_up()

    def give_up(self) -> None:
        """Nothing of it stays."""
        if self._sealing:
            self._sealing.give_up()
        self._sealing = None


def _kind_of(beginning: bytes) -> str:
    return next((kind for mark, at, kind in _BEGINNINGS if beginning[at : at + len(mark)] == mark), "")
