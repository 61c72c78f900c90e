"""What a person may set of the estimation, and what of its output is measured, set or assumed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from posecam import skeleton
from posecam.bounds import Asked, bounded
from posecam.estimation.calibration import Calibration

#: Most people that are followed at once: what the network takes in one call.
MOST_PEOPLE: Final = 4

#: Where a value comes from: read from the image, told by the person, or taken for granted.
Origin = Literal["measured", "set", "assumed"]


@dataclass(frozen=True, slots=True)
class Basis:
    """What each part of the 3D output rests on.

    Attributes:
        shape: the pose itself, the directions of the bones.
        proportions: lengths of the bones relative to each other; measured either way, but with a
            calibration once and well, without one from the motion itself.
        size: millimetres; from the subject's height.
        distance: how far away and how far to the side; from size and field of view.
        floor: where the ground is and which way is up.
    """

    shape: Origin
    proportions: Origin
    size: Origin
    distance: Origin
    floor: Origin


@dataclass(frozen=True, slots=True)
class EstimatorOptions:
    """What a person may set; the bounds are those of window, command line and recordings.

    Attributes:
        subject_height_mm: standing height; sets the size of the 3D skeleton.
        field_of_view_deg: horizontal, of the camera; sets how far away it stands.
        smoothness: 0 (raw: as the network says it) to 1 (heaviest).
        people: most people that are followed at once, 1 to `MOST_PEOPLE`.
        calibration: of the main person and the camera; None where no one has stood for it. It
            holds for the height it was made with: the bones are scaled to `subject_height_mm`.
        remembered_up: (3,) unit vector away from the ground in the camera frame, as it was known of
            this camera before; None where it was not.
    """

    subject_height_mm: float = bounded(
        skeleton.CANONICAL_HEIGHT_MM,
        400,
        2800,
        how=Asked(
            "of the person; default {default}, the mean of Human3.6M",
            name="height",
            unit="CM",
            per_unit=10,
        ),
    )
    field_of_view_deg: float = bounded(
        60.0, 10, 170, how=Asked("of the camera, along the longer side", name="fov", unit="DEG")
    )
    smoothness: float = bounded(0.5, 0, 1, how=Asked("0 is raw", unit="0..1"))
    people: int = bounded(MOST_PEOPLE, 1, MOST_PEOPLE)
    calibration: Calibration | None = None
    remembered_up: tuple[float, float, float] | None = None

    @property
    def basis(self) -> Basis:
        """What is measured and what assumed with these options."""
        usual = EstimatorOptions()
        calibrated = self.calibration is not None
        height_set = calibrated or self.subject_height_mm != usual.subject_height_mm
        view_set = self.field_of_view_deg != usual.field_of_view_deg
        return Basis(
            shape="measured",
            proportions="measured",
            size="set" if height_set else "assumed",
            distance="set" if height_set and view_set else "assumed",
            floor="measured" if calibrated else "assumed",
        )
