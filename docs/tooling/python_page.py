"""Which parts of the Python packages the reference shows; what they say is in their docstrings."""

from __future__ import annotations

from typing import Final

_HEAD: Final = """# Python

[From Python](../python.md) shows how these are used. Arrays are NumPy's; shapes, units and frames
stand with each. Whatever a person can act on is raised as `posecam.PosecamError`.
"""

#: (heading, [(module, members; none for what its docstring says alone)]).
_PARTS: Final = (
    ("Sessions", (("posecam", ("open",)), ("posecam.session.reader", ("Session",)))),
    (
        "Live",
        (
            ("posecam.pose", ("Frame", "Pose", "FrameResult", "Floor")),
            ("posecam.capture.webcam", ("Webcam",)),
            ("posecam.capture.thread", ("CaptureThread",)),
            ("posecam.estimation.estimator", ("Estimator",)),
            ("posecam.estimation.options", ("EstimatorOptions",)),
            ("posecam.streaming.streams", ("Streams",)),
            ("posecam.session.recorder", ("Recorder",)),
        ),
    ),
    (
        "Afterwards",
        (
            ("posecam.offline.process", ("process",)),
            ("posecam.offline.reprocess", ("reprocess",)),
            ("posecam.export", ("export_session",)),
            ("posecam.kinematics.angles", ("joint_angles",)),
            ("posecam.kinematics.repetitions", ("find_repetitions", "range_of_motion")),
        ),
    ),
    (
        "Errors",
        (("posecam.errors", ("PosecamError", "SourceError", "SessionError", "NetworkError")),),
    ),
    ("Engines", (("engines", ("load", "prepare", "available")), ("engines.engine", ("Engine",)))),
)


def page() -> str:
    """The page in Markdown, with mkdocstrings' marks."""
    lines = [_HEAD]
    for heading, modules in _PARTS:
        lines.append(f"## {heading}\n")
        lines += [f"::: {module}.{name}\n" for module, names in modules for name in names]
    return "\n".join(lines)


def names() -> list[tuple[str, str]]:
    """(module, name) of all that is shown."""
    return [(module, name) for _, modules in _PARTS for module, all_ in modules for name in all_]
