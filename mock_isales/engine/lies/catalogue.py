"""The catalogue of lies: all of them by name, derived from the interfaces."""

from collections.abc import Mapping

from mock_isales.contract.catalogue import INTERFACES
from mock_isales.engine.lies.answers import envelope_lies
from mock_isales.engine.lies.codes import codes
from mock_isales.engine.lies.lie import Lie
from mock_isales.engine.lies.limits import limits
from mock_isales.engine.lies.outcomes import outcome_lies
from mock_isales.engine.lies.return_objects import return_object_lies
from mock_isales.engine.lies.skipping import skips

_KINDS = (skips, limits, codes, outcome_lies, envelope_lies, return_object_lies)

LIES: Mapping[str, Lie] = {
    lie.name: lie for kind in _KINDS for interface in INTERFACES for lie in kind(interface)
}  # fmt: skip
"""All lies, by their names."""
