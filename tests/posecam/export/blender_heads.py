"""Run inside Blender: import a BVH and print where its joints are in every frame, as JSON.

blender --background --factory-startup --python blender_heads.py -- FILE.bvh
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import bpy  # type: ignore[import-not-found]
from io_anim_bvh import import_bvh  # type: ignore[import-not-found]

path = sys.argv[sys.argv.index("--") + 1]
# Blender 3.4 as Debian builds it, on Python 3.11, still opens the file in the mode "rU".
import_bvh.open = lambda name, _mode, **options: Path(name).open(**options)  # noqa: SIM115
bpy.ops.wm.read_factory_settings(use_empty=True)
bpy.ops.preferences.addon_enable(module="io_anim_bvh")
result = bpy.ops.import_anim.bvh(
    filepath=path, global_scale=0.01, update_scene_fps=True, update_scene_duration=True
)
figure, scene = bpy.context.object, bpy.context.scene
first, last = figure.animation_data.action.frame_range
heads: dict[str, list[list[float]]] = {}
for number in range(int(first), int(last) + 1):
    scene.frame_set(number)
    for bone in figure.pose.bones:
        heads.setdefault(bone.name, []).append(list(figure.matrix_world @ bone.head))
fps = scene.render.fps / scene.render.fps_base
print("FOUND " + json.dumps({"result": list(result), "fps": fps, "heads": heads}))
