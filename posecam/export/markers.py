"""What the points of C3D and TRC are called, and which there are."""

from __future__ import annotations

from typing import Final, Literal, get_args

#: As the marker sets of OpenSim's models and Pose2Sim have them, or as everywhere else here.
MarkerNames = Literal["opensim", "plain"]
MARKER_NAMES: Final[tuple[MarkerNames, ...]] = get_args(MarkerNames)

#: Where Pose2Sim's sets (BODY_25B, HALPE_26, COCO_133) have no name, one like theirs.
_OF_THE_TRUNK: Final = {
    "pelvis": "Hip",
    "thorax": "Neck",
    "upper_neck": "UpperNeck",
    "head_top": "Head",
    "nose": "Nose",
    "spine": "Spine",
}


def marker_name(joint: str, names: MarkerNames) -> str:
    """What a keypoint, or a joint of Human3.6M's, is called as a marker."""
    if names == "plain":
        return joint
    if joint in _OF_THE_TRUNK:
        return _OF_THE_TRUNK[joint]
    side, _, part = joint.partition("_")
    return side.upper() + "".join(word.capitalize() for word in part.split("_"))
