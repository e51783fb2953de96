"""Chance that can be repeated: what is drawn is told by a seed number and a count alone."""

from statistics import NormalDist

_WORD = (1 << 64) - 1
_GOLDEN = 0x9E3779B97F4A7C15
_STANDARD = NormalDist()


def draw(seed: int, number: int) -> float:
    """One of the numbers that a seed stands for, at least 0 and less than 1, each as likely as another.

    Args:
        seed: Which row of numbers.
        number: Which of them; those below 0 are there too.
    """
    return (_word(seed, number) >> 11) / (1 << 53)


def draw_normal(seed: int, number: int) -> float:
    """One of the numbers that a seed stands for, by the standard normal distribution; from -8.3 to 8.3."""
    # 52 bits and a half: neither 0 nor 1, at which the distribution has no value.
    return _STANDARD.inv_cdf(((_word(seed, number) >> 12) + 0.5) / (1 << 52))


def _word(seed: int, number: int) -> int:
    """The number-th word of SplitMix64. The seed is mixed too, so that rows of neighbours do not overlap."""
    return _mixed(_mixed(seed + _GOLDEN) + number * _GOLDEN)


def _mixed(word: int) -> int:
    word &= _WORD
    word = (word ^ word >> 30) * 0xBF58476D1CE4E5B9 & _WORD
    word = (word ^ word >> 27) * 0x94D049BB133111EB & _WORD
    return word ^ word >> 31
