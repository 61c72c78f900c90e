"""Files of characters, as many programs write them, and files that are none."""

from __future__ import annotations

import contextlib
import json
import struct
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import trimesh

from posecam.characters import CharacterError, document, read_character
from posecam.kinematics.bone_names import BONE_NAMES
from tests.fakes.characters import (
    ROBOT,
    SPRITE,
    SPRITE_0,
    Build,
    places,
    write,
    write_document,
)
from tests.fakes.characters import document as contents_of


def assert_as_built(path: Path, build: Build) -> None:
    """It rests where it was built, in metres, facing +Z, whatever the file's axes are."""
    found = read_character(path)
    built = places(build)
    assert len(found.bones) == 19
    for name, joint in zip(found.bones, found.joints, strict=True):
        assert joint == pytest.approx(built[name] - built["Hips"] * [1, 0, 1], abs=2e-3), name
    assert found.vertices[:, 1].min() == pytest.approx(0.0, abs=2e-3)
    assert found.leg == pytest.approx(build.leg, rel=5e-3)
    assert found.shares.sum(1) == pytest.approx(1.0)
    assert np.linalg.norm(found.normals, axis=1) == pytest.approx(1.0, abs=0.02)


@pytest.mark.parametrize(
    "build",
    [
        ROBOT,
        SPRITE,
        SPRITE_0,
        replace(ROBOT, quantised=True),
        replace(ROBOT, sparse=True),
        replace(ROBOT, data_uri=True),
        replace(SPRITE, quantised=True, sparse=True, data_uri=True),
        replace(ROBOT, metres=0.001),
    ],
    ids=str,
)
def test_a_character_rests_as_it_was_built(tmp_path: Path, build: Build) -> None:
    assert_as_built(write(tmp_path / "one.glb", build), build)


@pytest.mark.parametrize("names", BONE_NAMES)
def test_bones_are_known_by_the_names_that_exports_give(tmp_path: Path, names: Any) -> None:
    build = replace(ROBOT, names=names)
    assert_as_built(write(tmp_path / "one.glb", build), build)


def test_a_gltf_in_one_piece_is_read(tmp_path: Path) -> None:
    build = replace(ROBOT, data_uri=True)
    assert_as_built(write(tmp_path / "one.gltf", build), build)


def test_a_character_of_no_known_unit_is_as_tall_as_a_person(tmp_path: Path) -> None:
    found = read_character(write(tmp_path / "one.glb", replace(ROBOT, metres=40.0)))
    assert found.height == pytest.approx(1.7)


def test_another_reader_finds_the_same_character(tmp_path: Path) -> None:
    path = write(tmp_path / "one.glb", ROBOT)
    theirs = trimesh.load(path)
    assert isinstance(theirs, trimesh.Scene)
    ours = read_character(path)
    assert theirs.extents[1] == pytest.approx(ours.height * 100, rel=1e-3)  # the file is in cm
    assert sum(len(part.faces) for part in ours.parts) == sum(
        len(mesh.faces) for mesh in theirs.geometry.values()
    )


def test_the_face_is_painted_on_the_head_and_clothes_have_their_colour(tmp_path: Path) -> None:
    clothes, _, head = read_character(write(tmp_path / "one.glb")).parts
    assert clothes.texture is None
    assert clothes.colour[2] > clothes.colour[0]
    assert head.texture is not None
    assert head.texture.shape == (128, 256, 4)
    assert tuple(head.texture[2, 2, :3]) == (140, 90, 60)  # hair, red first


def test_a_hat_that_hangs_on_the_head_without_a_skin_goes_with_it(tmp_path: Path) -> None:
    contents, data = contents_of(ROBOT)
    plain = read_character(write_document(tmp_path / "plain.glb", contents, data))
    hat = {"primitives": [contents["meshes"][0]["primitives"][2]]}
    contents["meshes"].append(hat)
    contents["nodes"].append({"name": "hat", "mesh": 1, "translation": [0.0, 3.0, 0.0]})
    contents["nodes"].append({"name": "lamp", "mesh": 1})  # hangs on nothing: no part of it
    head = next(n for n in contents["nodes"] if n["name"] == "mixamorig:Head")
    head["children"] = [*head.get("children", []), len(contents["nodes"]) - 2]
    found = read_character(write_document(tmp_path / "hat.glb", contents, data))
    extra = len(found.vertices) - len(plain.vertices)
    assert extra == len(plain.parts[2].faces) * 0 + len(np.unique(plain.parts[2].faces))
    assert set(found.rows[-extra:, 0]) == {found.bones.index("Head")}


Break = Callable[[dict[str, Any]], None]


def without_skin(contents: dict[str, Any]) -> None:
    del contents["skins"]
    for node in contents["nodes"]:
        node.pop("skin", None)


def in_a_circle(contents: dict[str, Any]) -> None:
    contents["nodes"][4]["children"] = [0]
    contents["nodes"][-1].pop("children")


def twice_a_child(contents: dict[str, Any]) -> None:
    contents["nodes"][1]["children"] = [*contents["nodes"][1].get("children", []), 3]


def nameless(contents: dict[str, Any]) -> None:
    for number, node in enumerate(contents["nodes"]):
        node["name"] = f"bone {number}"


def vrm_without_humanoid(contents: dict[str, Any]) -> None:
    contents["extensions"] = {"VRMC_vrm": {"specVersion": "1.0"}}


def vrm_without_hips(contents: dict[str, Any]) -> None:
    bones = {"head": {"node": 4}}
    contents["extensions"] = {"VRMC_vrm": {"humanoid": {"humanBones": bones}}}


def compressed(contents: dict[str, Any]) -> None:
    contents["extensionsRequired"] = ["KHR_draco_mesh_compression"]


def elsewhere(contents: dict[str, Any]) -> None:
    contents["buffers"][0]["uri"] = "robot.bin"


def short(contents: dict[str, Any]) -> None:
    contents["accessors"][1]["count"] = 9_000_000


def no_number(contents: dict[str, Any]) -> None:
    contents["nodes"][0]["translation"] = [float("nan"), 0, 0]


def wrong_type(contents: dict[str, Any]) -> None:
    contents["nodes"][0]["translation"] = "up"


def flat(contents: dict[str, Any]) -> None:
    for node in contents["nodes"]:
        node["translation"] = [0, 0, 0]


@pytest.mark.parametrize(
    ("harm", "sentence"),
    [
        (without_skin, "bad.glb has no skin: it is a thing, not a character"),
        (in_a_circle, "damaged (its nodes hang on each other in a circle)"),
        (twice_a_child, "damaged (its nodes are no tree)"),
        (nameless, "its bones are not named as Mixamo"),
        (vrm_without_humanoid, "it is VRM without a humanoid"),
        (vrm_without_hips, "its VRM humanoid lacks hips, leftUpperLeg"),
        (compressed, "needs KHR_draco_mesh_compression, which is not read"),
        (elsewhere, "keeps its data in other files: save it as one .glb"),
        (short, "damaged (an array"),
        (no_number, "damaged (a node is nowhere)"),
        (wrong_type, "damaged (ValueError)"),
        (flat, "bad.glb"),
    ],
)
def test_what_cannot_be_moved_is_refused_in_one_sentence(
    tmp_path: Path, harm: Break, sentence: str
) -> None:
    contents, data = contents_of(ROBOT)
    harm(contents)
    path = write_document(tmp_path / "bad.glb", contents, data)
    with pytest.raises(CharacterError) as caught:
        read_character(path)
    assert sentence in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_cut_off_anywhere_is_refused(tmp_path: Path) -> None:
    whole = write(tmp_path / "whole.glb").read_bytes()
    for length in (0, 3, 4, 11, 12, 19, 20, 500, len(whole) // 2, len(whole) - 1):
        path = tmp_path / "cut.glb"
        path.write_bytes(whole[:length])
        with pytest.raises(CharacterError, match=r"cut\.glb cannot be read"):
            read_character(path)


def test_a_file_with_a_wrong_byte_anywhere_is_read_or_refused(tmp_path: Path) -> None:
    whole = write(tmp_path / "whole.glb", replace(ROBOT, rings=3)).read_bytes()
    rng = np.random.default_rng(3)
    path = tmp_path / "harmed.glb"
    for _ in range(60):
        harmed = bytearray(whole)
        for place in rng.integers(0, 9000, 3):
            harmed[int(place)] = int(rng.integers(0, 256))
        path.write_bytes(bytes(harmed))
        with contextlib.suppress(CharacterError):  # and raises nothing else
            read_character(path)


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("one.fbx", b"Kaydara FBX Binary", "choose a .glb or .vrm file"),
        ("one.glb", b"MZ" + bytes(100), "it is no glTF or VRM file"),
        ("one.glb", struct.pack("<4sII", b"glTF", 1, 12), "not of glTF version 2"),
        ("one.vrm", json.dumps({"asset": {"version": "2.0"}}).encode(), "has no skin"),
        ("one.gltf", b"{", "damaged"),
    ],
)
def test_other_files_are_refused_in_one_sentence(
    tmp_path: Path, name: str, data: bytes, sentence: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(CharacterError) as caught:
        read_character(tmp_path / name)
    assert sentence in str(caught.value)


def test_a_file_that_is_too_large_or_not_there_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "large.glb"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    with pytest.raises(CharacterError, match=r"has 100 MB: characters of up to 80 MB are read\."):
        read_character(path)
    with pytest.raises(CharacterError, match=r"none\.glb cannot be opened: no such file"):
        read_character(tmp_path / "none.glb")


def test_a_character_with_too_many_vertices_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    contents, data = contents_of(ROBOT)
    contents["accessors"].append(
        {"componentType": 5126, "count": 250_000, "type": "VEC3", "min": [0] * 3, "max": [0] * 3}
    )
    contents["meshes"][0]["primitives"][0]["attributes"]["POSITION"] = (
        len(contents["accessors"]) - 1
    )
    path = write_document(tmp_path / "many.glb", contents, data)
    with pytest.raises(CharacterError, match="more than 200000 vertices"):
        read_character(path)
    assert document.MOST_MB == 80
