"""Run where Blender is a package of Python: make FBX by the command of docs/formats.md, read it
back, and print where its joints are in every frame, as JSON.

python blender_fbx.py -- FBX COMMAND
"""

from __future__ import annotations

import json
import subprocess
import sys

import bpy  # type: ignore[import-not-found]

fbx, command = sys.argv[sys.argv.index("--") + 1 :]
subprocess.run([sys.executable, "-c", command], check=True, stdout=sys.stderr)
bpy.ops.wm.read_factory_settings(use_empty=True)
scene = bpy.context.scene
result = bpy.ops.import_scene.fbx(filepath=fbx)
(figure,) = (thing for thing in bpy.data.objects if thing.type == "ARMATURE")
first, last = figure.animation_data.action.frame_range
heads: dict[str, list[list[float]]] = {}
for number in range(int(first), round(last) + 1):
    scene.frame_set(number)
    for bone in figure.pose.bones:
        heads.setdefault(bone.name, []).append(list(figure.matrix_world @ bone.head))
meshes = [thing.name for thing in bpy.data.objects if thing.type == "MESH"]
rate = scene.render.fps / scene.render.fps_base
print(
    "FOUND " + json.dumps({"result": list(result), "fps": rate, "heads": heads, "meshes": meshes})
)
