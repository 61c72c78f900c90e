"""A BVH reader of the tests' own, written from the format: hierarchy, motion, kinematics."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from tests.fakes.motion import Array, about


@dataclass
class Node:
    name: str
    parent: Node | None
    offset: Array = field(default_factory=lambda: np.zeros(3))
    channels: list[str] = field(default_factory=list)


@dataclass
class Bvh:
    nodes: list[Node]
    frame_time: float
    motion: Array

    def positions(self) -> dict[str, Array]:
        """name -> (T, 3) in the file's unit; an End Site is "<joint> end"."""
        places: dict[str, Array] = {}
        turns: dict[str, Array] = {}
        column = 0
        for node in self.nodes:
            count = len(self.motion)
            if node.parent is None:
                place, turn = np.tile(node.offset, (count, 1)), np.tile(np.eye(3), (count, 1, 1))
            else:
                turn = turns[node.parent.name]
                place = places[node.parent.name] + turn @ node.offset
            for channel in node.channels:
                values = self.motion[:, column]
                column += 1
                axis = np.eye(3)["XYZ".index(channel[0])]
                if channel.endswith("position"):
                    place = place + values[:, None] * axis
                else:
                    turn = turn @ about(axis, values)
            places[node.name], turns[node.name] = place, turn
        assert column == self.motion.shape[1]
        return places


def read_bvh(path: Path) -> Bvh:
    lines = [line.split() for line in path.read_text().splitlines()]
    assert lines[0] == ["HIERARCHY"]
    start = lines.index(["MOTION"])
    nodes: list[Node] = []
    here: list[Node] = []
    for words in lines[1:start]:
        match words:
            case ["ROOT" | "JOINT", name]:
                nodes.append(Node(name, here[-1] if here else None))
            case ["End", "Site"]:
                nodes.append(Node(f"{here[-1].name} end", here[-1]))
            case ["{"]:
                here.append(nodes[-1])
            case ["}"]:
                here.pop()
            case ["OFFSET", *numbers]:
                nodes[-1].offset = np.array(numbers, float)
            case ["CHANNELS", count, *names]:
                assert len(names) == int(count)
                nodes[-1].channels = names
            case _:
                raise AssertionError(words)
    assert not here
    assert lines[start + 1][0] == "Frames:"
    assert lines[start + 2][:2] == ["Frame", "Time:"]
    motion = np.array(lines[start + 3 :], float)
    assert len(motion) == int(lines[start + 1][1])
    return Bvh(nodes, float(lines[start + 2][2]), motion)
