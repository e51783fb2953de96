"""What a server gives to its worlds."""

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What a server gives to its worlds.

    Attributes:
        worlds: How many there may be.
        idle: After how many seconds of the host's clock one ends that nobody uses; 0 never.
        journal: The bytes of a world's journal.
        journals: The bytes of all journals together.
    """

    worlds: int = 1000
    idle: float = 1800
    journal: int = 16 * MEBIBYTE
    journals: int = 256 * MEBIBYTE
