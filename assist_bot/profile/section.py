"""The form of every section of the profile."""

from pydantic import BaseModel, ConfigDict


class Section(BaseModel):
    """What all sections have in common: nothing unknown goes in, and nothing changes later."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=True,
        hide_input_in_errors=True,
        allow_inf_nan=False,
    )
