"""Readers of the layouts that people train on, all giving `Records`."""

from __future__ import annotations

from pathlib import Path

from posecam.errors import PosecamError
from training.datasets.folder import ANNOTATIONS, read_folder
from training.datasets.lspet import read_lspet, split_rows
from training.datasets.records import Records
from training.datasets.teacher import TEACHER, read_teacher, read_teacher_folder, with_teacher


def read(folder: Path, split: str = "all", teacher: bool = False) -> Records:
    """People of a folder, whatever its layout.

    Args:
        folder: LSPET (`joints.mat`), annotated (`annotations.npz`) or teacher-only
            (`teacher.npz`) folder.
        split: "all", "train" or "val"; only LSPET and teacher-only folders are split.
        teacher: add the teacher's mends, weights and depth where there is a `teacher.npz`.

    Raises:
        PosecamError: the layout is not known or something in it is broken.
    """
    if not folder.is_dir():
        raise PosecamError(f"{folder} is no folder.")
    if (folder / "joints.mat").is_file():
        records = read_lspet(folder)
        rows = split_rows(records, split)
        if teacher and (folder / TEACHER).is_file():
            records = with_teacher(records, read_teacher(folder, len(records)))
        return records.take(rows)
    if (folder / ANNOTATIONS).is_file():
        return read_folder(folder)
    if (folder / TEACHER).is_file():
        records = read_teacher_folder(folder)
        return records.take(split_rows(records, split))
    raise PosecamError(
        f"{folder} has none of joints.mat, {ANNOTATIONS} and {TEACHER}: its layout is not known."
    )


__all__ = ["Records", "read"]
