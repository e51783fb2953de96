"""A seed is closed, strict, and has nothing twice."""

from typing import Any

import pytest
from pydantic import ValidationError

from mock_isales.contract.c2.access_keys import AccessKey
from mock_isales.contract.campaigns import CallMode, Campaign, CampaignState, DeviceType, ResultPolicy
from mock_isales.engine.seeds import Seed, SeedCampaign, campaign_of


def seed(campaign: dict[str, Any] | None = None, **vdn: object) -> Seed:
    campaigns = [] if campaign is None else [{"id": 1, **campaign}]
    return Seed.model_validate({"vdns": [{"id": 1, "campaigns": campaigns, **vdn}]})


def faults(sown: object) -> list[tuple[str, tuple[int | str, ...]]]:
    """The kind and the place of each fault in the first VDN."""
    with pytest.raises(ValidationError) as caught:
        Seed.model_validate({"vdns": [sown]})
    return [(error["type"], error["loc"][2:]) for error in caught.value.errors()]


def test_an_empty_seed_is_a_centre_with_defaults_and_no_vdn() -> None:
    empty = Seed.model_validate({})
    assert (empty.settings.calldata_max, empty.readings.total_size, empty.vdns) == (20, "campaign", [])


def test_a_campaign_needs_only_an_id() -> None:
    assert campaign_of(7, SeedCampaign(id=10**3999)) == Campaign(7, 10**3999)


def test_a_campaign_may_say_everything() -> None:
    (sown,) = (
        seed(
            {
                "name": "spring 春",
                "state": "paused",
                "device_type": "preview",
                "result_policy": "contact",
                "call_mode": "by_round",
                "pending": 10_000_000,
            }
        )
        .vdns[0]
        .campaigns
    )
    assert campaign_of(1, sown) == Campaign(
        vdn=1,
        id=1,
        name="spring 春",
        state=CampaignState.PAUSED,
        device_type=DeviceType.PREVIEW,
        result_policy=ResultPolicy.CONTACT,
        call_mode=CallMode.BY_ROUND,
        incomplete_records=10_000_000,
        incomplete_numbers=10_000_000,
    )


@pytest.mark.parametrize(
    ("sown", "kind", "place"),
    [
        ({"id": 0}, "greater_than_equal", ("id",)),
        ({"id": 10_000}, "less_than_equal", ("id",)),
        ({"id": "1"}, "int_type", ("id",)),
        ({}, "missing", ("id",)),
        ({"id": 1, "colour": "red"}, "extra_forbidden", ("colour",)),
        ({"id": 1, "blocklist": [139]}, "string_type", ("blocklist", 0)),
        ({"id": 1, "blocklist": [""]}, "string_too_short", ("blocklist", 0)),
        ({"id": 1, "blocklist": ["1" * 25]}, "string_too_long", ("blocklist", 0)),
        ({"id": 1, "blocklist": ["1", "+1"]}, "string_pattern_mismatch", ("blocklist", 1)),
        ({"id": 1, "provisioned_numbers": ["1*"]}, "string_pattern_mismatch", ("provisioned_numbers", 0)),
    ],
)
def test_a_vdn_has_limits(sown: dict[str, object], kind: str, place: tuple[int | str, ...]) -> None:
    assert faults(sown) == [(kind, place)]


@pytest.mark.parametrize(
    ("said", "kind", "place"),
    [
        ({"id": 0}, "greater_than_equal", ("id",)),
        ({"state": "ongoing"}, "enum", ("state",)),
        ({"pending": -1}, "greater_than_equal", ("pending",)),
        ({"pending": 10_000_001}, "less_than_equal", ("pending",)),
        ({"pending": 1.0}, "int_type", ("pending",)),
        ({"calling_numbers": [{"access_code": ""}]}, "string_too_short", ("calling_numbers", 0, "access_code")),
        ({"calling_numbers": [{"access_code": "1" * 25}]}, "string_too_long", ("calling_numbers", 0, "access_code")),
        (
            {"calling_numbers": [{"access_code": "1", "priority": 0}]},
            "greater_than_equal",
            ("calling_numbers", 0, "priority"),
        ),
        (
            {"calling_numbers": [{"access_code": "1", "priority": 6}]},
            "less_than_equal",
            ("calling_numbers", 0, "priority"),
        ),
    ],
)
def test_a_campaign_has_limits(said: dict[str, object], kind: str, place: tuple[int | str, ...]) -> None:
    assert faults({"id": 1, "campaigns": [{"id": 1, **said}]}) == [(kind, ("campaigns", 0, *place))]


@pytest.mark.parametrize(
    ("vdns", "sentence", "context"),
    [
        ([{"id": 3}, {"id": 3}], "VDN 3 stands twice", {"index": 1, "key": "id"}),
        ([{"id": 3, "blocklist": ["1", "2", "1"]}], "number 1 stands twice", {"index": 2, "key": None}),
        ([{"id": 3, "provisioned_numbers": ["4", "4"]}], "number 4 stands twice", {"index": 1, "key": None}),
        ([{"id": 3, "campaigns": [{"id": 5}, {"id": 5}]}], "campaign 5 stands twice", {"index": 1, "key": "id"}),
        (
            [{"id": 3, "campaigns": [{"id": 5, "calling_numbers": [{"access_code": "6"}, {"access_code": "6"}]}]}],
            "calling number 6 stands twice",
            {"index": 1, "key": "access_code"},
        ),
    ],
)
def test_nothing_stands_twice(vdns: list[object], sentence: str, context: dict[str, object]) -> None:
    with pytest.raises(ValidationError) as caught:
        Seed.model_validate({"vdns": vdns})
    (error,) = caught.value.errors()
    assert error["msg"] == sentence
    assert context.items() <= error["ctx"].items()


KEY = {"ak": "demo", "sk": "s3cret"}


@pytest.mark.parametrize(
    ("said", "kind", "place"),
    [
        ({"ak": ""}, "string_too_short", ("ak",)),
        ({"ak": "a" * 129}, "string_too_long", ("ak",)),
        *[({"ak": ak}, "string_pattern_mismatch", ("ak",)) for ak in ("a/b", "a b", "ä", "a\n")],
        ({"sk": ""}, "string_too_short", ("sk",)),
        ({"sk": "s" * 1025}, "string_too_long", ("sk",)),
        ({"sk": 5}, "string_type", ("sk",)),
        ({"vdns": [0]}, "greater_than_equal", ("vdns", 0)),
        ({"vdns": [10_000]}, "less_than_equal", ("vdns", 0)),
        ({"vdns": [1, 1]}, "repeated", ("vdns",)),
        ({"secret": "x"}, "extra_forbidden", ("secret",)),
    ],
)
def test_an_access_key_has_limits(said: dict[str, object], kind: str, place: tuple[int | str, ...]) -> None:
    with pytest.raises(ValidationError) as caught:
        Seed.model_validate({"access_keys": [KEY | said]})
    assert [(error["type"], error["loc"]) for error in caught.value.errors()] == [(kind, ("access_keys", 0, *place))]


def test_an_access_key_may_call_for_all_vdns_or_for_some() -> None:
    keys = [KEY, {"ak": "~!", "sk": " 密 ", "vdns": [2, 1]}, {"ak": "none", "sk": "x", "vdns": []}]
    assert [key.key for key in Seed.model_validate({"access_keys": keys}).access_keys] == [
        AccessKey("demo", "s3cret"),
        AccessKey("~!", " 密 ", frozenset({1, 2})),
        AccessKey("none", "x", frozenset()),
    ]


def test_no_access_key_stands_twice_and_none_shows_its_secret() -> None:
    with pytest.raises(ValidationError, match="access key demo stands twice"):
        Seed.model_validate({"access_keys": [KEY, KEY]})
    assert "s3cret" not in repr(Seed.model_validate({"access_keys": [KEY]}))


def test_one_id_may_stand_in_two_vdns() -> None:
    assert len(Seed.model_validate({"vdns": [{"id": n, "campaigns": [{"id": 1}]} for n in (1, 2)]}).vdns) == 2


def test_its_longest_numbers_are_taken() -> None:
    sown = seed({"calling_numbers": [{"access_code": "1" * 24}]}, blocklist=["*#" * 12])
    assert sown.vdns[0].blocklist == ["*#" * 12]


def test_without_its_vdns_what_was_left_unsaid_is_still_unsaid() -> None:
    said = Seed.model_validate({"settings": {"calldata_max": 30}, "vdns": [{"id": 1}]}).without_vdns()
    assert said.model_dump(exclude_unset=True) == {"settings": {"calldata_max": 30}}
    assert (said.vdns, said.readings.total_size) == ([], "campaign")


def test_a_name_has_no_nul() -> None:
    with pytest.raises(ValidationError, match="name"):
        SeedCampaign(id=1, name="a\0b")
