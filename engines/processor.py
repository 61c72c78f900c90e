"""Which processor this is: what is measured on one holds for no other."""

from __future__ import annotations

import functools
import hashlib
import os
import platform
from collections.abc import Mapping
from pathlib import Path
from typing import Final

_CPUINFO: Final = Path("/proc/cpuinfo")
#: Variables that make a processor behave like a lesser one.
_LIMITS: Final = ("ONEDNN_MAX_CPU_ISA", "DNNL_MAX_CPU_ISA")
#: The values that limit, the least first: https://uxlfoundation.github.io/oneDNN/dev_guide_cpu_dispatcher_control.html
_ISAS: Final = (
    "SSE41",
    "AVX",
    "AVX2",
    "AVX2_VNNI",
    "AVX512_CORE",
    "AVX512_CORE_VNNI",
    "AVX512_CORE_BF16",
    "AVX512_CORE_FP16",
)


def name() -> str:
    """The processor's name as its maker gives it, or at least its architecture."""
    facts = _facts()
    return facts.get("model name") or platform.processor() or platform.machine() or "CPU"


def features() -> frozenset[str]:
    """What it can do, in Linux's words; empty elsewhere."""
    facts = _facts()
    return frozenset(facts.get("flags", facts.get("Features", "")).split())


def limited_below(part: str) -> bool:
    """Whether oneDNN is held to sets of instructions older than those whose names hold `part`.

    It then lacks them, while others in the process go on to think that the processor has them.
    """
    limit = next((os.environ[name] for name in _LIMITS if os.environ.get(name)), "").upper()
    if limit not in _ISAS:  # none, or the newest by another name
        return False
    first = next(index for index, isa in enumerate(_ISAS) if part in isa)
    return _ISAS.index(limit) < first


def identity() -> str:
    """The name and all that tells this processor, as it is let work here, from another.

    Makers give one name to generations that can do different things; virtual machines more so.
    """
    facts = _facts()
    numbers = [f"{key} {facts[key]}" for key in ("cpu family", "model", "stepping") if key in facts]
    flags = hashlib.sha256(" ".join(sorted(features())).encode()).hexdigest()[:8]
    limits = [f"{key}={os.environ[key]}" for key in _LIMITS if os.environ.get(key)]
    return ", ".join([name(), platform.machine(), *numbers, f"features {flags}", *limits])


@functools.cache
def _facts() -> Mapping[str, str]:
    """What Linux says of the first processor; nothing elsewhere."""
    try:
        first = _CPUINFO.read_text(encoding="utf-8", errors="replace").split("\n\n")[0]
    except OSError:
        return {}
    pairs = (line.partition(":") for line in first.splitlines())
    return {key.strip(): value.strip() for key, _, value in pairs}
