"""USD: what OpenUSD's own reader finds in the file is what was recorded."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from pxr import Usd, UsdGeom, UsdShade, UsdSkel

from posecam.export import Options, export_session
from posecam.kinematics.bone_names import BONE_NAMES, BoneNames, renamed
from posecam.session import Session
from tests.fakes.motion import Array, body, record_motion
from tests.posecam.export.bvh_reader import read_bvh
from tests.posecam.export.takes import COUNT, RATE


class Figure:
    """The skeleton of a file as UsdSkel resolves it."""

    def __init__(self, path: Path) -> None:
        self.stage = Usd.Stage.Open(str(path))
        root = UsdSkel.Root(self.stage.GetDefaultPrim())
        assert root
        cache = UsdSkel.Cache()
        assert cache.Populate(root, Usd.TraverseInstanceProxies())
        (self.binding,) = cache.ComputeSkelBindings(root, Usd.TraverseInstanceProxies())
        self.skeleton = cache.GetSkelQuery(self.binding.GetSkeleton())
        assert self.skeleton

    @property
    def names(self) -> list[str]:
        return list(self.binding.GetSkeleton().GetJointNamesAttr().Get())

    def places(self) -> dict[str, Array]:
        """name -> (T, 3) of each joint, in the file's unit."""
        first, last = self.stage.GetStartTimeCode(), self.stage.GetEndTimeCode()
        found = []
        for time in np.arange(first, last + 1):
            matrices = self.skeleton.ComputeJointWorldTransforms(UsdGeom.XformCache(time))
            found.append([list(matrix.ExtractTranslation()) for matrix in matrices])
        return dict(zip(self.names, np.array(found).transpose(1, 0, 2), strict=True))


def test_the_joints_move_as_those_of_the_bvh(take: Session, tmp_path: Path) -> None:
    bvh, _, path = export_session(take, ["bvh", "usd"], tmp_path)
    assert path.name == "squats.usd"
    figure = Figure(path)
    stage = figure.stage
    assert UsdGeom.GetStageUpAxis(stage) == UsdGeom.Tokens.y
    assert UsdGeom.GetStageMetersPerUnit(stage) == pytest.approx(0.01)
    assert stage.GetTimeCodesPerSecond() == pytest.approx(RATE)
    assert (stage.GetStartTimeCode(), stage.GetEndTimeCode()) == (0, COUNT - 1)
    ours = read_bvh(bvh).positions()
    found = figure.places()
    assert set(found) == {name for name in ours if not name.endswith(" end")}
    for name, place in found.items():
        assert place == pytest.approx(ours[name], abs=2e-3), name
    said = stage.GetDefaultPrim().GetCustomDataByKey("posecam")
    assert said["follows_bone_before"]["Head"] == 1
    assert said["session"] == "squats"


def test_the_figure_is_skinned_to_the_skeleton_and_moves_with_it(
    take: Session, tmp_path: Path
) -> None:
    (path,) = export_session(take, ["usd"], tmp_path)
    figure = Figure(path)
    (target,) = figure.binding.GetSkinningTargets()
    mesh = UsdGeom.Mesh(target.GetPrim())
    parts = UsdGeom.Subset.GetAllGeomSubsets(mesh)
    bound = {
        UsdShade.MaterialBindingAPI(part.GetPrim()).ComputeBoundMaterial()[0].GetPrim().GetName()
        for part in parts
    }
    assert {"skin", "left_3", "right_3"} <= bound
    rows = np.concatenate([np.array(part.GetIndicesAttr().Get()) for part in parts])
    assert sorted(rows) == list(range(mesh.GetFaceCount()))  # every face has one material
    points = mesh.GetPointsAttr().Get()
    low, high = np.array(points).min(0), np.array(points).max(0)
    assert high - low == pytest.approx([180, 172, 30], abs=12)  # a T as high as the person
    assert target.ComputeSkinnedPoints(figure.skeleton.ComputeSkinningTransforms(50), points, 50)
    places = {name: place[50] for name, place in figure.places().items()}
    posed = np.array(points)
    assert np.abs(posed - posed.mean(0)).max() < 130
    for name in ("LeftForeArm", "LeftHand", "RightLeg", "RightFoot"):  # the skin is round them
        assert 1 < np.linalg.norm(posed - places[name], axis=1).min() < 7, name
    extent = np.array(UsdSkel.Root(figure.stage.GetDefaultPrim()).GetExtentAttr().Get())
    assert (posed >= extent[0]).all()
    assert (posed <= extent[1]).all()


@pytest.mark.parametrize("names", BONE_NAMES)
def test_joints_have_the_names_of_the_rig(take: Session, tmp_path: Path, names: BoneNames) -> None:
    (path,) = export_session(take, ["usd"], tmp_path, options=Options(names=names, unit="m"))
    figure = Figure(path)
    assert figure.names == list(renamed(names).values())
    assert UsdGeom.GetStageMetersPerUnit(figure.stage) == 1
    assert figure.places()[figure.names[0]][0, 1] == pytest.approx(0.95, abs=0.1)


def test_a_turn_of_several_circles_has_no_jump(tmp_path: Path) -> None:
    joints = body(60, yaw=np.linspace(0, 1000, 60), knee=40)
    session = record_motion(tmp_path / "spin", joints, np.arange(60) / 30)
    (path,) = export_session(session, ["usd"], tmp_path)
    figure = Figure(path)
    animation = UsdSkel.Animation(figure.skeleton.GetAnimQuery().GetPrim())
    turns = [animation.GetRotationsAttr().Get(time) for time in range(60)]
    hips = np.array([[q[0].GetReal(), *q[0].GetImaginary()] for q in turns])
    assert (hips[1:] * hips[:-1]).sum(1).min() > 0.9
