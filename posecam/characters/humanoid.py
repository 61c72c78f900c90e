"""Which node of a file is which bone of the armature: as VRM says, else by their names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from posecam.characters.document import CharacterError, Document
from posecam.kinematics.bone_names import BoneNames, renamed
from posecam.kinematics.bones import BY_NAME

#: Bones that the armature moves; toes go with the foot.
DRIVEN: Final = tuple(name for name in BY_NAME if not name.endswith("ToeBase"))
#: Without these nothing could be moved as a person moves.
_NEEDED: Final = (
    "Hips",
    *(
        f"{side}{bone}"
        for side in ("Left", "Right")
        for bone in ("UpLeg", "Leg", "Foot", "Arm", "ForeArm", "Hand")
    ),
    "Head",
)
#: In this order where two have found as many bones.
_PRESETS: Final[tuple[BoneNames, ...]] = ("vrm", "mixamo", "plain", "unreal", "rigify")
#: What programs put before a bone's name.
_PREFIX: Final = re.compile(r"^(.*[:|]|mixamorig\d*_?|def-|org-|bip01_?)", re.IGNORECASE)


def find_bones(document: Document) -> dict[str, int]:
    """Bone of the armature -> node.

    Raises:
        CharacterError: it is not told which nodes they are.
    """
    said = _said(document)
    found = _of_vrm(document, said) if said else _by_name(document)
    missing = [name for name in _NEEDED if name not in found]
    if not missing:
        return found
    if said:
        vrm = renamed("vrm")
        raise CharacterError(
            f"{document.name} cannot be moved: its VRM humanoid lacks"
            f" {', '.join(vrm[name] for name in missing[:3])}."
        )
    raise CharacterError(
        f"{document.name} cannot be moved: its bones are not named as Mixamo, Unreal, VRM, Rigify"
        f" or BVH files name them (looked for: {', '.join(missing[:3])})."
    )


def _said(document: Document) -> Mapping[str, Any] | None:
    """What VRM 0 or VRM 1 has in the file.

    Raises:
        CharacterError: it is VRM and says nothing of its bones.
    """
    extensions = document.gltf.extensions or {}
    said = extensions.get("VRMC_vrm") or extensions.get("VRM")
    if said is None:
        return None
    if not isinstance(said, dict) or not (said.get("humanoid") or {}).get("humanBones"):
        raise CharacterError(
            f"{document.name} cannot be moved: it is VRM without a humanoid, which tells its bones."
        )
    return said


def _of_vrm(document: Document, said: Mapping[str, Any]) -> dict[str, int]:
    """VRM 0 has a list of bones, VRM 1 a table."""
    bones = said["humanoid"]["humanBones"]
    pairs: Iterator[tuple[Any, Any]]
    if isinstance(bones, dict):
        pairs = ((name, bone.get("node")) for name, bone in bones.items())
    else:
        pairs = ((bone.get("bone"), bone.get("node")) for bone in bones)
    nodes = {name: node for name, node in pairs if isinstance(node, int)}
    found = {ours: nodes[theirs] for ours, theirs in renamed("vrm").items() if theirs in nodes}
    if any(not 0 <= node < len(document.nodes) for node in found.values()):
        raise document.damaged("its humanoid refers to what is not there")
    return found


def _by_name(document: Document) -> dict[str, int]:
    """The bones of the preset that finds the most of them."""
    jointed = {joint for skin in document.gltf.skins or () for joint in skin.joints}
    named: dict[str, int] = {}
    for number in (*(n for n in document.order if n not in jointed), *sorted(jointed)):
        if 0 <= number < len(document.nodes):
            named[_plain(document.nodes[number].name or "")] = number
    best: dict[str, int] = {}
    for preset in _PRESETS:
        found = {
            ours: named[_plain(theirs)]
            for ours, theirs in renamed(preset).items()
            if _plain(theirs) in named
        }
        if len(found) > len(best):
            best = found
    return best


def _plain(name: str) -> str:
    """A name without what programs add to it, and how they write it."""
    return re.sub(r"[^a-z0-9]", "", _PREFIX.sub("", name).lower())
