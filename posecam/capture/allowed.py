"""What libav may open for a source: the source itself, and nothing that its content names.

A playlist or a session description names other files and hosts. What a camera answers, or a person
sends as a film, must not make this machine ask its own network or read its own files. Redirections
of web addresses are followed in `ip_camera`, on the same server alone. Those of RTSP and RTMP
cannot be switched off in FFmpeg: a server of these may send its caller on to another one, to which
nothing but that protocol is then spoken.
"""

from __future__ import annotations

from functools import cache
from typing import Final
from urllib.parse import urlsplit

import av

#: Formats whose content names what is to be opened, and devices.
_LEADING_ELSEWHERE: Final = frozenset(
    {
        "concat", "dash", "hls", "image2", "image2pipe", "imf", "rtp", "rtsp", "sap", "sdp",
        "vobsub", "webm_dash_manifest",
        "alsa", "avfoundation", "dshow", "fbdev", "gdigrab", "iec61883", "jack", "kmsgrab", "lavfi",
        "libcdio", "libdc1394", "openal", "oss", "pulse", "sndio", "v4l2", "vfwcap",
        "video4linux2,v4l2", "x11grab", "xcbgrab",
    }
)  # fmt: skip  # as a table
#: What cameras send, and films that lie behind an address.
_SENT: Final = (
    "asf,avi,flv,h264,hevc,ivf,jpeg_pipe,live_flv,m4v,matroska,mjpeg,mov,mp4,mpeg,mpegts,mpegvideo,"
    "mpjpeg,nut,obu,ogg,rtsp,webm"
)
_PROTOCOLS: Final = {
    "http": "http,https,httpproxy,tcp,tls",
    "rtsp": "rtsp,rtsps,rtp,udp,tcp,tls",
    "rtmp": "rtmp,rtmps,tcp,tls",
}


@cache
def of_a_file() -> dict[str, str]:
    """Options for libav that let a film be opened, and nothing beside it."""
    formats = sorted(av.formats_available - _LEADING_ELSEWHERE)
    return {"protocol_whitelist": "file", "format_whitelist": ",".join(formats)}


def of_an_address(url: str) -> dict[str, str]:
    """Options for libav that let an address be read by its own protocol."""
    scheme = urlsplit(url).scheme.lower()
    protocols = next(names for kind, names in _PROTOCOLS.items() if scheme.startswith(kind))
    allowed = {"protocol_whitelist": protocols, "format_whitelist": _SENT}
    if scheme.startswith("http"):
        allowed["max_redirects"] = "0"
    return allowed
