"""The nearest value of a field with a single value."""

from mock_isales.contract.fields import Scalar
from mock_isales.contract.json_text import JsonValue
from mock_isales.contract.nearest.integers import nearest_in_path, nearest_integer
from mock_isales.contract.nearest.sentences import Nearest
from mock_isales.contract.nearest.texts import nearest_text
from mock_isales.contract.scalars import Integer, PathInteger, String
from mock_isales.contract.service import Terms


def nearest_scalar(field: Scalar, value: JsonValue, terms: Terms) -> Nearest:
    """The nearest value that passes all checks of a field.

    Raises:
        TypeError: The field is of a kind that nothing is known of.
    """
    if isinstance(field, String):
        return nearest_text(field, value, terms)
    if isinstance(field, Integer):
        return nearest_integer(field, value)
    if isinstance(field, PathInteger):
        return nearest_in_path(field, value if isinstance(value, str) else "")
    raise TypeError(f"no nearest value for {field.name}")
