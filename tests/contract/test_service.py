import pytest
from pydantic import ValidationError

from mock_isales.contract.service import ServiceSettings


@pytest.mark.parametrize(
    ("settings", "slow"),
    [
        ({}, False),
        ({"calldata_max": 21}, True),
        ({"calldata_max": 2000, "uncomplate_count": False}, False),
        ({"calldata_max": 2001, "uncomplate_count": False}, True),
    ],
)
def test_says_of_which_configurations_the_documents_warn(settings: dict[str, object], slow: bool) -> None:  # noqa: FBT001
    assert ServiceSettings.model_validate(settings).slow_batches is slow


@pytest.mark.parametrize(
    "settings",
    [
        {"calldata_max": 0},
        {"calldata_max": True},
        {"pace_interval": -1},
        {"pace_interval": float("nan")},
        {"typo": 1},
        {"deployment": "cloud"},
        {"unknown_campaigns": "ignore"},
        {"calldata_max": "20"},
    ],
)
def test_refuses_settings_that_make_no_sense(settings: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        ServiceSettings.model_validate(settings)


def test_a_pace_of_zero_lifts_it() -> None:
    assert ServiceSettings(pace_interval=0).pace_interval_us == 0
    assert ServiceSettings(pace_interval=0.0005).pace_interval_us == 500
