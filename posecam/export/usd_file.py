"""USD: a skinned figure that moves (UsdSkel), for Maya, Houdini, Unreal, Omniverse, Blender.

Y up, right-handed, resting upright and facing +Z; lengths in the unit that was chosen, which the
file names (`metersPerUnit`), one time code a sample. The world is that of
`posecam.export.trajectory`, the skeleton that of `posecam.kinematics.armature`. Needs the package
usd-core.
"""

from __future__ import annotations

import errno
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from posecam.export.body import Body, colour, make_body, rest_places
from posecam.export.motion import follows_share, make_motion
from posecam.export.options import METRES, UNITS_PER_MM, Options
from posecam.export.person import described
from posecam.export.trajectory import Trajectory
from posecam.kinematics.armature import Motion
from posecam.kinematics.bone_names import bone_name
from posecam.kinematics.bones import BONES
from posecam.kinematics.rotations import quaternions
from posecam.session import Session

if TYPE_CHECKING:
    from pxr import Usd

_ROOT: Final = "/Person"
#: Bytes that a file takes at least.
_MUCH: Final = 1 << 14
#: Shades from plain to all of a side's colour: a face has one material, and its own shade.
_SHADES: Final = 4


def write(session: Session, path: Path, options: Options) -> None:
    """Write the file, in USD's binary form.

    Raises:
        OSError: it cannot be written.
        SessionError: the person was never seen.
    """
    trajectory, motion = make_motion(session, options)
    stage = _stage(session, trajectory, motion, options)
    # The library tells what it is to write from the ending, and says little where it cannot.
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "take.usdc"
        try:
            whole = stage.GetRootLayer().Export(str(made))
        except RuntimeError:
            whole = False
        if not whole:  # it does not say why: the system does
            made.write_bytes(bytes(_MUCH))
            raise OSError(errno.ENOSPC, "the disk was full for a moment")
        path.write_bytes(made.read_bytes())


def _stage(session: Session, trajectory: Trajectory, motion: Motion, options: Options) -> Usd.Stage:
    from pxr import Gf, Usd, UsdGeom, UsdSkel

    stage = Usd.Stage.CreateInMemory()
    UsdGeom.SetStageUpAxis(stage, UsdGeom.Tokens.y)
    UsdGeom.SetStageMetersPerUnit(stage, METRES[options.unit])
    stage.SetTimeCodesPerSecond(trajectory.rate)
    stage.SetFramesPerSecond(trajectory.rate)
    stage.SetStartTimeCode(0)
    stage.SetEndTimeCode(len(trajectory) - 1)
    root = UsdSkel.Root.Define(stage, _ROOT)
    stage.SetDefaultPrim(root.GetPrim())
    root.GetPrim().SetCustomDataByKey("posecam", _remarks(session, trajectory, motion, options))
    scale = UNITS_PER_MM[options.unit]
    skeleton = UsdSkel.Skeleton.Define(stage, f"{_ROOT}/Skeleton")
    joints = joint_paths(options)
    skeleton.CreateJointsAttr(joints)
    skeleton.CreateJointNamesAttr([bone_name(bone.name, options.names) for bone in BONES])
    places = rest_places(motion)
    at = Gf.Matrix4d
    skeleton.CreateBindTransformsAttr(
        [at().SetTranslate(Gf.Vec3d(*(places[bone.name] * scale))) for bone in BONES]
    )
    skeleton.CreateRestTransformsAttr(
        [at().SetTranslate(Gf.Vec3d(*(motion.offsets[bone.name] * scale))) for bone in BONES]
    )
    animation = UsdSkel.Animation.Define(stage, f"{_ROOT}/Skeleton/Take")
    _animate(animation, joints, motion, scale)
    binding = UsdSkel.BindingAPI.Apply(skeleton.GetPrim())
    binding.CreateAnimationSourceRel().SetTargets([animation.GetPath()])
    _add_figure(stage, make_body(motion, options.rest), skeleton, scale)
    _set_extent(root, motion, scale)
    return stage


def joint_paths(options: Options) -> list[str]:
    """The way to each joint from the root, in names that USD allows."""
    from pxr import Tf

    paths: dict[str, str] = {}
    for bone in BONES:
        called = Tf.MakeValidIdentifier(bone_name(bone.name, options.names))
        paths[bone.name] = f"{paths[bone.parent]}/{called}" if bone.parent else called
    return list(paths.values())


def _animate(animation: Any, joints: list[str], motion: Motion, scale: float) -> None:
    from pxr import Gf, Usd, Vt

    animation.CreateJointsAttr(joints)
    animation.CreateScalesAttr([Gf.Vec3h(1, 1, 1)] * len(BONES))
    moved, turned = animation.CreateTranslationsAttr(), animation.CreateRotationsAttr()
    offsets = np.array([motion.offsets[bone.name] for bone in BONES]) * scale
    turns = np.stack([quaternions(motion.rotations[bone.name]) for bone in BONES], 1)
    for k, root in enumerate(motion.root * scale):
        offsets[0] = root
        time = Usd.TimeCode(k)
        moved.Set(Vt.Vec3fArray.FromNumpy(offsets.astype(np.float32)), time)
        turned.Set(Vt.QuatfArray([Gf.Quatf(w, x, y, z) for x, y, z, w in turns[k].tolist()]), time)


def _add_figure(stage: Usd.Stage, body: Body, skeleton: Any, scale: float) -> None:
    from pxr import Gf, UsdGeom, UsdSkel, Vt

    mesh = UsdGeom.Mesh.Define(stage, f"{_ROOT}/Figure")
    points = Vt.Vec3fArray.FromNumpy((body.points * scale).astype(np.float32))
    mesh.CreatePointsAttr(points)
    mesh.CreateFaceVertexCountsAttr([3] * len(body.faces))
    mesh.CreateFaceVertexIndicesAttr(Vt.IntArray.FromNumpy(body.faces.astype(np.int32).ravel()))
    mesh.CreateNormalsAttr(Vt.Vec3fArray.FromNumpy(body.normals.astype(np.float32)))
    mesh.SetNormalsInterpolation(UsdGeom.Tokens.vertex)
    mesh.CreateSubdivisionSchemeAttr(UsdGeom.Tokens.none)
    mesh.CreateExtentAttr(UsdGeom.PointBased.ComputeExtent(points))
    colours = np.stack([_linear(accent) for accent in body.accents])
    shown = UsdGeom.PrimvarsAPI(mesh).CreatePrimvar(
        "displayColor", mesh.GetDisplayColorAttr().GetTypeName(), UsdGeom.Tokens.vertex
    )
    shown.Set(Vt.Vec3fArray.FromNumpy(colours.astype(np.float32)))
    _shade(stage, mesh, body)
    binding = UsdSkel.BindingAPI.Apply(mesh.GetPrim())
    binding.CreateSkeletonRel().SetTargets([skeleton.GetPath()])
    width = body.bones.shape[1]
    bones, shares = body.bones.astype(np.int32).ravel(), body.shares.astype(np.float32).ravel()
    binding.CreateJointIndicesPrimvar(False, width).Set(Vt.IntArray.FromNumpy(bones))
    binding.CreateJointWeightsPrimvar(False, width).Set(Vt.FloatArray.FromNumpy(shares / 255))
    binding.CreateGeomBindTransformAttr(Gf.Matrix4d(1))


def _linear(accent: float) -> NDArray[np.float64]:
    """(3,) the format's colours are linear, the table's are those of screens."""
    return np.asarray((colour(accent) / 255) ** 2.2)


def _shade(stage: Usd.Stage, mesh: Any, body: Body) -> None:
    """A material for every shade, for programs that show no colours of points."""
    from pxr import Gf, Sdf, UsdGeom, UsdShade, Vt

    shades = np.round(body.accents[body.faces].mean(1) * _SHADES).astype(int)
    for shade in np.unique(shades).tolist():
        side = "left" if shade > 0 else "right"
        name = f"{side}_{abs(shade)}" if shade else "skin"
        material = UsdShade.Material.Define(stage, f"{_ROOT}/Materials/{name}")
        shader = UsdShade.Shader.Define(stage, material.GetPath().AppendChild("Surface"))
        shader.CreateIdAttr("UsdPreviewSurface")
        diffuse = Gf.Vec3f(*_linear(shade / _SHADES).tolist())
        shader.CreateInput("diffuseColor", Sdf.ValueTypeNames.Color3f).Set(diffuse)
        shader.CreateInput("roughness", Sdf.ValueTypeNames.Float).Set(0.8)
        material.CreateSurfaceOutput().ConnectToSource(shader.ConnectableAPI(), "surface")
        faces = Vt.IntArray.FromNumpy(np.flatnonzero(shades == shade).astype(np.int32))
        part = UsdGeom.Subset.CreateGeomSubset(
            mesh, name, UsdGeom.Tokens.face, faces, UsdShade.Tokens.materialBind
        )
        UsdShade.MaterialBindingAPI.Apply(part.GetPrim()).Bind(material)
    UsdShade.MaterialBindingAPI(mesh).SetMaterialBindSubsetsFamilyType(
        UsdGeom.Tokens.nonOverlapping
    )


def _set_extent(root: Any, motion: Motion, scale: float) -> None:
    """How far the figure ever is, so that programs frame it without computing it."""
    from pxr import Gf

    places = np.concatenate(list(motion.places().values())) * scale
    margin = 250 * scale
    low, high = places.min(0) - margin, places.max(0) + margin
    root.CreateExtentAttr([Gf.Vec3f(*low.tolist()), Gf.Vec3f(*high.tolist())])


def _remarks(
    session: Session, trajectory: Trajectory, motion: Motion, options: Options
) -> dict[str, Any]:
    return {
        "session": session.name,
        "person": described(session, options.person),
        "axes": "X to the camera's right, Y up, Z towards the camera",
        "rest": options.rest,
        "not_seen_s": ", ".join(f"{first:.2f} to {last:.2f}" for first, last in trajectory.gaps),
        "follows_bone_before": {
            bone: round(share, 3) for bone, share in follows_share(motion, trajectory).items()
        },
    }
