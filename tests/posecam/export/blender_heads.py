"""Run inside Blender: import a BVH, GLB or USD and print where its joints are in every frame.

blender --background --factory-startup --python blender_heads.py -- FILE [FPS PACKAGES]
python blender_heads.py -- FILE [FPS PACKAGES]    where Blender is a package of Python

FPS is that of a GLB or USD; PACKAGES holds NumPy, for a Blender that lacks it, as Debian's does.
"""

from __future__ import annotations

import json
import sys
from importlib.util import find_spec
from pathlib import Path

import bpy  # type: ignore[import-not-found]
from io_anim_bvh import import_bvh  # type: ignore[import-not-found]

path, *more = sys.argv[sys.argv.index("--") + 1 :]
bpy.ops.wm.read_factory_settings(use_empty=True)
scene = bpy.context.scene
if path.endswith(".glb"):
    bpy.ops.preferences.addon_enable(module="io_scene_gltf2")
    scene.render.fps = int(more[0])  # the format knows seconds, Blender frames
    if find_spec("numpy") is None:
        sys.path.append(more[1])
    result = bpy.ops.import_scene.gltf(filepath=path)
elif path.endswith(".usd"):
    result = bpy.ops.wm.usd_import(filepath=path)
    scene.render.fps = int(more[0])
else:
    # Blender 3.4 as Debian builds it, on Python 3.11, still opens the file in the mode "rU".
    import_bvh.open = lambda name, _mode, **options: Path(name).open(**options)  # noqa: SIM115
    bpy.ops.preferences.addon_enable(module="io_anim_bvh")
    result = bpy.ops.import_anim.bvh(
        filepath=path, global_scale=0.01, update_scene_fps=True, update_scene_duration=True
    )
(figure,) = (thing for thing in bpy.data.objects if thing.type == "ARMATURE")
first, last = figure.animation_data.action.frame_range
heads: dict[str, list[list[float]]] = {}
for number in range(int(first), round(last) + 1):
    scene.frame_set(number)
    for bone in figure.pose.bones:
        heads.setdefault(bone.name, []).append(list(figure.matrix_world @ bone.head))
fps = scene.render.fps / scene.render.fps_base
meshes = [thing.name for thing in bpy.data.objects if thing.type == "MESH"]
print("FOUND " + json.dumps({"result": list(result), "fps": fps, "heads": heads, "meshes": meshes}))
