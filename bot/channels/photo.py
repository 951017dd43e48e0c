"""Photos without what they tell beside the picture: place, time, camera, name. Pillow decodes and encodes anew."""

import io
from pathlib import PurePath

from PIL import Image, ImageOps, UnidentifiedImageError

FORMATS = {"JPEG": "JPEG", "MPO": "JPEG", "PNG": "PNG", "WEBP": "WEBP", "TIFF": "TIFF"}
"""What a picture is -> how it is written anew."""
PHOTO_NAMES = frozenset({".jpg", ".jpeg", ".jpe", ".png", ".webp", ".tif", ".tiff", ".heic", ".heif", ".avif", ".dng"})
"""Endings of files that cameras write, and that therefore carry metadata."""
QUALITY = 92


class NotClean(Exception):
    """A photo that cannot be written anew, so nobody knows what it tells."""


def is_photo(kind: str, name: str) -> bool:
    """Whether a file of this kind and name is looked at."""
    return kind == "photo" or (kind == "document" and PurePath(name).suffix.casefold() in PHOTO_NAMES)


def without_metadata(data: bytes, kind: str) -> bytes:
    """The picture alone, turned as it was meant to be seen. Raises NotClean on a document that is no picture we can read.

    What is sent as a photo is written anew by Telegram in any case: one that we cannot read goes as it is.
    """
    try:
        with Image.open(io.BytesIO(data)) as picture:
            wanted = FORMATS.get(picture.format or "")
            if wanted:
                return _written(picture, wanted)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        pass
    if kind == "photo":
        return data
    raise NotClean


def _written(picture: Image.Image, wanted: str) -> bytes:
    upright = ImageOps.exif_transpose(picture)
    bare = Image.new(upright.mode, upright.size)
    if palette := upright.getpalette():
        bare.putpalette(palette)
    bare.paste(upright)
    written = io.BytesIO()
    bare.save(written, wanted, **({"quality": QUALITY} if wanted in ("JPEG", "WEBP") else {}))
    return written.getvalue()
