"""The app with codes on somebody's phone, as far as a journey needs one."""

import base64
import hmac
import struct
import time

_STEP = 30


def code_of_the_app(secret: str) -> str:
    """The six figures that an authenticator app shows now (RFC 6238)."""
    moment = struct.pack(">Q", int(time.time()) // _STEP)
    digest = hmac.digest(base64.b32decode(secret), moment, "sha1")
    start = digest[-1] & 0x0F
    (number,) = struct.unpack(">I", digest[start : start + 4])
    return f"{(number & 0x7FFFFFFF) % 10**6:06d}"
