"""The secrets of a seed's access keys: none goes out in a snapshot, and a mask stands for it on the way in."""

from collections.abc import Iterator, Mapping

from mock_isales.engine.seeds import MASK, Seed

Secrets = Mapping[str, str]
"""The SKs of access keys, by their names."""


def masked(seed: Seed) -> Seed:
    """A seed without its secrets; what was left unsaid is still unsaid."""
    return _with_secrets(seed, {key.ak: MASK for key in seed.access_keys})


def unmasked(seed: Seed, known: Secrets) -> Seed:
    """A seed with the secrets that its masks stand for."""
    return _with_secrets(seed, {key.ak: known.get(key.ak, MASK) for key in seed.access_keys if key.sk == MASK})


def unknown_secrets(seed: Seed, known: Secrets) -> Iterator[tuple[str, str]]:
    """The masks that stand for no secret that is known: where, and what is wrong."""
    for index, key in enumerate(seed.access_keys):
        if key.sk == MASK and key.ak not in known:
            reason = f"{MASK} stands for a secret that is known already, and none is known of the access key {key.ak}"
            yield f"access_keys[{index}].sk", f"{reason}: write the secret itself"


def _with_secrets(seed: Seed, secrets: Secrets) -> Seed:
    if not secrets:
        return seed
    keys = [key.model_copy(update={"sk": secrets.get(key.ak, key.sk)}) for key in seed.access_keys]
    return seed.model_copy(update={"access_keys": keys})
