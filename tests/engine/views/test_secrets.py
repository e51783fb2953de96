"""No secret of an access key goes out, and a mask stands for the one that is known."""

from mock_isales.engine.seeds import Seed
from mock_isales.engine.views.secrets import masked, unknown_secrets, unmasked

SEED = Seed.model_validate({"access_keys": [{"ak": "a", "sk": "s3cret", "vdns": [1]}, {"ak": "b", "sk": "another"}]})


def test_a_seed_goes_out_without_its_secrets() -> None:
    told = masked(SEED).model_dump(exclude_unset=True)
    assert told == {"access_keys": [{"ak": "a", "sk": "***", "vdns": [1]}, {"ak": "b", "sk": "***"}]}
    assert SEED.access_keys[0].sk == "s3cret"


def test_what_was_left_unsaid_is_still_unsaid() -> None:
    seed = Seed.model_validate({"vdns": [{"id": 1}]})
    assert masked(seed).model_dump(exclude_unset=True) == seed.model_dump(exclude_unset=True)
    assert unmasked(seed, {"a": "x"}) == seed


def test_a_mask_takes_the_secret_that_is_known_and_a_secret_stays() -> None:
    (first, second) = masked(SEED).access_keys
    mixed = SEED.model_copy(update={"access_keys": [first, second.model_copy(update={"sk": "new"})]})
    found = unmasked(mixed, {"a": "s3cret", "b": "old"}).access_keys
    assert [(key.ak, key.sk, key.vdns) for key in found] == [("a", "s3cret", [1]), ("b", "new", None)]


def test_a_mask_that_stands_for_nothing_is_told() -> None:
    assert list(unknown_secrets(masked(SEED), {"a": "x", "b": "y"})) == []
    assert list(unknown_secrets(SEED, {})) == []
    ((place, reason),) = unknown_secrets(masked(SEED), {"a": "x"})
    assert place == "access_keys[1].sk"
    assert "none is known of the access key b" in reason
