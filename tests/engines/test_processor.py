"""Telling processors apart, and one that is held back from itself."""

from __future__ import annotations

import pytest

from engines import processor


def test_one_that_is_held_back_is_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ONEDNN_MAX_CPU_ISA", raising=False)
    monkeypatch.delenv("DNNL_MAX_CPU_ISA", raising=False)
    free = processor.identity()
    assert free.startswith(processor.name())
    monkeypatch.setenv("ONEDNN_MAX_CPU_ISA", "AVX2")
    assert processor.identity() != free


def test_generations_of_one_name_differ_by_what_they_can(monkeypatch: pytest.MonkeyPatch) -> None:
    facts = {"model name": "AMD EPYC", "cpu family": "25", "flags": "avx2 avx512f"}
    monkeypatch.setattr(processor, "_facts", lambda: facts)
    assert processor.name() == "AMD EPYC"
    assert processor.features() == {"avx2", "avx512f"}
    older = processor.identity()
    facts["flags"] = "avx512f avx512_bf16 avx2"
    assert processor.identity() != older
    facts["flags"] = "avx512f avx2"
    assert processor.identity() == older  # in another order


@pytest.mark.parametrize(
    ("limit", "without"),
    [
        ("", set()),
        ("ALL", set()),
        ("avx512_core_amx", set()),
        ("AVX512_CORE_FP16", set()),
        ("AVX512_CORE_BF16", {"FP16"}),
        ("AVX512_CORE_VNNI", {"BF16", "FP16"}),
        ("AVX2", {"BF16", "FP16"}),
    ],
)
def test_what_a_limit_takes_away(
    limit: str, without: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DNNL_MAX_CPU_ISA", raising=False)
    monkeypatch.setenv("ONEDNN_MAX_CPU_ISA", limit)
    assert {part for part in ("BF16", "FP16") if processor.limited_below(part)} == without
