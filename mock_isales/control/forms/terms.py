"""Changes to settings and readings: each one may be said, and null takes back what was said of it."""

from typing import Annotated, Any

from pydantic import BaseModel, Field, create_model

from mock_isales.contract.readings import Readings
from mock_isales.contract.service import ServiceSettings
from mock_isales.engine.forms import Form


def _change_of(name: str, model: type[BaseModel]) -> type[Form]:
    fields: dict[str, Any] = {
        each: (Annotated[field.annotation, Field(), *field.metadata] | None, Field(None, title=field.title))
        for each, field in model.model_fields.items()
    }
    doc = "What is to change; what is left out stays, and null takes back what was said since the world began."
    made: type[Form] = create_model(name, __base__=Form, __doc__=doc, **fields)
    return made


SettingsChange = _change_of("SettingsChange", ServiceSettings)
ReadingsChange = _change_of("ReadingsChange", Readings)
