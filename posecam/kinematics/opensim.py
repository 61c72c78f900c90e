"""The angles of a motion as the coordinates of OpenSim's whole-body models.

Names and signs are those of Rajagopal et al. (IEEE TBME 2016) and of the models made from it
(Lai-Uhlrich 2022, Pose2Sim's): joint frames have X ahead, Y up, Z to the right; hip, pelvis, lumbar
and shoulder turn about Z, then X, then Y of what is turned already (the sequence of the ISB: Wu et
al., J Biomech 2002 and 2005). All zero is the anatomical position. Of the left side adduction,
rotation and inversion are mirrored, so that both sides read alike.

The ground's X is where the person looks most of the time, so that tilt is forward and list to the
side whichever way they stand to the camera.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.kinematics.armature import Motion
from posecam.kinematics.rotations import axis_rotation, euler_angles, rotation_about, twist_about

FloatArray = NDArray[np.float64]

#: Columns: X ahead, Y up and Z to the right of a bone, in its axes here (X left, Y up, Z ahead).
_FRAME: Final = np.array([[0.0, 0, -1], [0, 1, 0], [1, 0, 0]])
#: From the middle of the hip joints to the origin of the pelvis of the generic model, mm.
_PELVIS_MM: Final = np.array([0.0, 78.5, 56.3])
_M_PER_MM: Final = 1e-3
_Y: Final = np.array([0.0, 1.0, 0.0])
#: The palm's side of a hand that hangs with the thumb ahead: to the body.
_PALM: Final = np.array([0.0, 0.0, -1.0])
_THUMB: Final = np.array([1.0, 0.0, 0.0])
#: Coordinates that are lengths, in metres; the others are degrees.
LENGTHS: Final = ("pelvis_tx", "pelvis_ty", "pelvis_tz")


def heading_deg(motion: Motion) -> float:
    """Where the person looks most of the time, degrees about Y from Z, towards the camera, to X."""
    ahead = motion.world()["Hips"][:, :, 2]
    flat = ahead[:, [0, 2]] / np.maximum(np.linalg.norm(ahead[:, [0, 2]], axis=1), 1e-6)[:, None]
    x, z = np.median(flat, axis=0)
    return float(np.degrees(np.arctan2(x, z)))


def coordinates(motion: Motion) -> dict[str, FloatArray]:
    """name -> (T,) degrees, or metres of `LENGTHS`, in the order of the models.

    Args:
        motion: resting in a T, in the world `grounding.Y_UP`.
    """
    # From the world to the ground: where the person looks becomes X.
    to_ground = axis_rotation("Y", np.radians([90.0 - heading_deg(motion)]))[0]
    turned = {name: to_ground @ turn for name, turn in motion.world().items()}
    hips = turned["Hips"]
    pelvis, torso = hips @ _FRAME, turned["Spine1"] @ _FRAME
    tilt, list_, rotation = _zxy(pelvis)
    origin = (motion.root @ to_ground.T + hips @ _PELVIS_MM) * _M_PER_MM
    found = {"pelvis_tilt": tilt, "pelvis_list": list_, "pelvis_rotation": rotation}
    found |= dict(zip(LENGTHS, origin.T, strict=True))
    for side, name, sign in (("r", "Right", 1.0), ("l", "Left", -1.0)):
        thigh, shank, foot = (turned[f"{name}{b}"] @ _FRAME for b in ("UpLeg", "Leg", "Foot"))
        flexion, adduction, inward = _zxy(_relative(pelvis, thigh))
        found[f"hip_flexion_{side}"] = flexion
        found[f"hip_adduction_{side}"] = sign * adduction
        found[f"hip_rotation_{side}"] = sign * inward
        found[f"knee_angle_{side}"] = -_zxy(_relative(thigh, shank))[0]
        dorsiflexion, inversion, _ = _zxy(_relative(shank, foot))
        found[f"ankle_angle_{side}"] = dorsiflexion
        found[f"subtalar_angle_{side}"] = sign * inversion
        found[f"mtp_angle_{side}"] = np.zeros(len(foot))
    extension, bending, turning = _zxy(_relative(pelvis, torso))
    found |= {
        "lumbar_extension": extension,
        "lumbar_bending": bending,
        "lumbar_rotation": turning,
    }
    for side, name, sign in (("r", "Right", 1.0), ("l", "Left", -1.0)):
        found |= _arm(turned, torso, side, name, sign)
    return found


def _arm(
    turned: dict[str, FloatArray], torso: FloatArray, side: str, name: str, sign: float
) -> dict[str, FloatArray]:
    # A T rests with stretched arms; these hang, with the thumbs ahead.
    hanging = axis_rotation("Z", np.array([sign * np.pi / 2]))[0].T @ _FRAME
    upper, fore, hand = (turned[f"{name}{b}"] @ hanging for b in ("Arm", "ForeArm", "Hand"))
    flexion, adduction, inward = _zxy(_relative(torso, upper))
    elbow, _, twist = _zxy(_relative(upper, fore))
    wrist = _relative(fore, hand)
    turn = twist_about(wrist, _Y)
    about = rotation_about(np.tile(_Y, (len(turn), 1)), turn)
    along = -wrist[:, :, 1]
    palm, thumb = about @ (sign * _PALM), about @ _THUMB
    return {
        f"arm_flex_{side}": flexion,
        f"arm_add_{side}": sign * adduction,
        f"arm_rot_{side}": sign * inward,
        f"elbow_flex_{side}": elbow,
        # Zero is the palm ahead, a quarter of a turn before the thumb is.
        f"pro_sup_{side}": 90 + sign * (twist + np.degrees(turn)),
        f"wrist_flex_{side}": _lean(along, palm),
        f"wrist_dev_{side}": _lean(along, thumb),
    }


def _lean(along: FloatArray, towards: FloatArray) -> FloatArray:
    """(T,) degrees that a hand leans to that side of the forearm's direction."""
    return np.asarray(np.degrees(np.arctan2((along * towards).sum(1), -along[:, 1])))


def _relative(before: FloatArray, after: FloatArray) -> FloatArray:
    return np.asarray(before.transpose(0, 2, 1) @ after)


def _zxy(rotations: FloatArray) -> FloatArray:
    """(3, T) degrees about Z, X and Y; the first of each within half a turn of zero."""
    angles = np.degrees(euler_angles(rotations, "ZXY"))
    return np.asarray((angles - 360 * np.round(np.median(angles, axis=0) / 360)).T)
