"""What the choices of an export are called."""

from __future__ import annotations

from typing import Final

from posecam.export import Order
from posecam.export.markers import MarkerNames
from posecam.export.options import Unit
from posecam.gui.shared.translation import mark, tr_marked
from posecam.kinematics.armature import Rest
from posecam.kinematics.bone_names import BoneNames

#: What each format is for, in a few words.
WORDS: Final = {
    "bvh": mark("BVH: Blender, Unity, Unreal"),
    "gltf": mark("glTF: an animated skeleton"),
    "glb": mark("glTF: an animated skeleton"),
    "usd": mark("USD: Maya, Houdini, Unreal"),
    "c3d": mark("C3D: biomechanics"),
    "trc": mark("TRC: markers for OpenSim"),
    "mot": mark("MOT: joint angles for OpenSim"),
    "csv": mark("CSV: spreadsheets"),
    "json": mark("JSON: programs"),
    "npz": mark("NPZ: NumPy"),
    "tidy": mark("Tidy CSV: R, pandas"),
    "angles": mark("Angles and speeds as CSV"),
    "gait": mark("Steps and jumps as CSV"),
    "overlay": mark("Video with skeleton and 3D figure"),
    "html": mark("A page to share: video, 3D figure, angles"),
}
#: What they are grouped by, each with a sentence; what is in no group is in the last but one.
GROUPS: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    mark("Animation"): (
        mark("A skeleton that moves, for characters."),
        ("bvh", "gltf", "glb", "usd"),
    ),
    mark("Biomechanics"): (
        mark("Points and angles in laboratory units."),
        ("c3d", "trc", "mot", "angles", "gait"),
    ),
    mark("Data"): (mark("Every keypoint of every frame, for your own evaluation."), ()),
    mark("Video"): (
        mark("To look at and to show, with the skeleton drawn in."),
        ("overlay", "html"),
    ),
}
ORDERS: Final[dict[Order, str]] = {
    "mpii": mark("MPII, 16 joints"),
    "h36m": mark("Human3.6M, 17 joints"),
}
NAMES: Final[dict[BoneNames, str]] = {
    "plain": mark("Plain"),
    "mixamo": "Mixamo",
    "unreal": mark("Unreal mannequin"),
    "vrm": mark("VRM humanoid"),
    "rigify": "Blender Rigify",
}
RESTS: Final[dict[Rest, str]] = {
    "t": mark("T: arms sideways"),
    "a": mark("A: arms 45° below"),
    "standing": mark("Standing: arms hanging"),
}
UNITS: Final[dict[Unit, str]] = {
    "cm": mark("Centimetres"),
    "m": mark("Metres"),
    "mm": mark("Millimetres"),
}
RATES: Final = (24, 25, 30, 60)
MARKERS: Final[dict[MarkerNames, str]] = {
    "opensim": "OpenSim, Pose2Sim",
    "plain": mark("As here"),
}


def format_words(name: str) -> str:
    """What a format is for."""
    return tr_marked(WORDS[name]) if name in WORDS else name.upper()
