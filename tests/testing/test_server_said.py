"""What is said by keywords is what the server's settings know."""

from mock_isales.settings import Settings
from mock_isales.testing.server_said import ServerSaid


def test_every_setting_has_a_keyword() -> None:
    assert (
        ServerSaid.__annotations__.keys() - {"ca"}
        | {"workers", "seed_if_there", "log_level", "log_format", "port_file", "lie"}
        == Settings.model_fields.keys()
    )
