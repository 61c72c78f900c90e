"""What animation programs call the bones of the armature."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, get_args

from posecam.kinematics.bones import BONES

#: As here, as Mixamo's rigs, Unreal's mannequin, VRM's humanoids and Blender's Rigify have them.
BoneNames = Literal["plain", "mixamo", "unreal", "vrm", "rigify"]
BONE_NAMES: Final[tuple[BoneNames, ...]] = get_args(BoneNames)

_TRUNK: Final[Mapping[str, tuple[str, str, str, str]]] = {
    "Hips": ("mixamorig:Hips", "pelvis", "hips", "spine"),
    "Spine": ("mixamorig:Spine", "spine_01", "spine", "spine.001"),
    # Rigs of three and more bones in the spine: the one that collar bones and neck hang on.
    "Spine1": ("mixamorig:Spine2", "spine_03", "chest", "spine.003"),
    "Neck": ("mixamorig:Neck", "neck_01", "neck", "spine.004"),
    "Head": ("mixamorig:Head", "head", "head", "spine.006"),
}
_SIDED: Final[Mapping[str, tuple[str, str, str]]] = {
    "UpLeg": ("thigh", "UpperLeg", "thigh"),
    "Leg": ("calf", "LowerLeg", "shin"),
    "Foot": ("foot", "Foot", "foot"),
    "ToeBase": ("ball", "Toes", "toe"),
    "Shoulder": ("clavicle", "Shoulder", "shoulder"),
    "Arm": ("upperarm", "UpperArm", "upper_arm"),
    "ForeArm": ("lowerarm", "LowerArm", "forearm"),
    "Hand": ("hand", "Hand", "hand"),
}


def bone_name(bone: str, names: BoneNames) -> str:
    """What a bone of the armature is called there."""
    if names == "plain":
        return bone
    column = BONE_NAMES.index(names) - 1
    if bone in _TRUNK:
        return _TRUNK[bone][column]
    side = "left" if bone.startswith("Left") else "right"
    unreal, vrm, rigify = _SIDED[bone[len(side) :]]
    return {
        "mixamo": f"mixamorig:{bone}",
        "unreal": f"{unreal}_{side[0]}",
        "vrm": f"{side}{vrm}",
        "rigify": f"{rigify}.{side[0].upper()}",
    }[names]


def renamed(names: BoneNames) -> dict[str, str]:
    """Name of each bone of the armature there."""
    return {bone.name: bone_name(bone.name, names) for bone in BONES}
