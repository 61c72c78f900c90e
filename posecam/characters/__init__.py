"""A person's own character: read from a .glb or .vrm file, moved by a body that was measured."""

from posecam.characters.character import Character, Part
from posecam.characters.document import ENDINGS, MOST_MB, CharacterError
from posecam.characters.puppet import Puppet
from posecam.characters.reading import read_character

__all__ = [
    "ENDINGS",
    "MOST_MB",
    "Character",
    "CharacterError",
    "Part",
    "Puppet",
    "read_character",
]
