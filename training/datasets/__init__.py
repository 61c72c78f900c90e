"""Readers of the layouts that people train on, all giving `Records`."""

from __future__ import annotations

from pathlib import Path

from posecam.errors import PosecamError
from training.datasets.coco import is_coco, read_coco
from training.datasets.folder import ANNOTATIONS, read_folder
from training.datasets.h36m import POSITIONS, read_h36m
from training.datasets.h36m_challenge import is_h36m_challenge, read_h36m_challenge
from training.datasets.landmarks import LANDMARKS, read_landmarks, with_landmarks
from training.datasets.lspet import LABELS, halves, read_lsp, split_rows
from training.datasets.mpi_inf_3dhp import is_mpi_inf_3dhp, read_mpi_inf_3dhp
from training.datasets.mpii import is_mpii, read_mpii
from training.datasets.records import H36MTruth, Records
from training.datasets.teacher import TEACHER, read_teacher, read_teacher_folder, with_teacher


def read(folder: Path, split: str = "all", teacher: bool = False) -> Records:
    """People of a folder, whatever its layout: what lies in it tells.

    Args:
        folder: see the modules beside this one, each of which says what it expects.
        split: "all", "train" or "val", as the set's own protocol divides it; an annotated folder
            is not divided.
        teacher: add the teacher's mends, weights and depth where LSPET has a `teacher.npz`.

    Raises:
        PosecamError: the layout is not known or something in it is broken.
    """
    if not folder.is_dir():
        raise PosecamError(f"{folder} is no folder.")
    if (folder / LABELS).is_file():
        records = read_lsp(folder)
        if records.name == "lsp":
            return records.take(halves(records, split))
        rows = split_rows(records, split)
        if teacher and (folder / TEACHER).is_file():
            records = with_teacher(records, read_teacher(folder, len(records)))
        return _with_landmarks(records, folder).take(rows)
    if (folder / ANNOTATIONS).is_file():
        return read_folder(folder)
    if is_mpii(folder):
        return read_mpii(folder, split)
    if is_coco(folder):
        return read_coco(folder, split)
    if (folder / POSITIONS).is_file():
        return read_h36m(folder, split)
    if is_h36m_challenge(folder):
        return read_h36m_challenge(folder, split)
    if is_mpi_inf_3dhp(folder):
        return read_mpi_inf_3dhp(folder, split)
    if (folder / TEACHER).is_file():
        records = read_teacher_folder(folder)
        return _with_landmarks(records, folder).take(split_rows(records, split))
    raise PosecamError(
        f"{folder}: its layout is not known; it is none of LSP and LSPET ({LABELS}), annotated "
        f"({ANNOTATIONS}), MPII, COCO, Human3.6M ({POSITIONS}, or IMG and POSE), MPI-INF-3DHP, and "
        f"photos with a {TEACHER}."
    )


def _with_landmarks(records: Records, folder: Path) -> Records:
    """With feet, face and knuckles where there has been one looked for them."""
    if not (folder / LANDMARKS).is_file():
        return records
    return with_landmarks(records, read_landmarks(folder, len(records)))


def read_teacher_alone(folder: Path, split: str = "all") -> Records:
    """What the teacher says of a folder's photos, in place of labels: to score agreement with it.

    3D is known of the people on whose 2D both teachers agree.

    Raises:
        PosecamError: there is no `teacher.npz`, or it is broken.
    """
    if not (folder / TEACHER).is_file():
        raise PosecamError(f"{folder} has no {TEACHER}.")
    taught = read_teacher_folder(folder, as_truth=True)
    labelled = read_lsp(folder) if (folder / LABELS).is_file() else taught
    return taught.take(split_rows(labelled, split))


__all__ = ["H36MTruth", "Records", "read", "read_teacher_alone"]
