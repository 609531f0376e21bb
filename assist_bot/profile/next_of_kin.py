"""The profile's [[employee.next_of_kin]]: those who depend on the employee, for SOCSO's form about them."""

from typing import Literal

from pydantic import Field

from assist_bot.profile.fields import Day, DocumentNumber, PhoneAnywhere, Text
from assist_bot.profile.section import Section

Relationship = Literal[
    "husband",
    "wife",
    "son",
    "daughter",
    "father",
    "mother",
    "brother",
    "sister",
    "grandfather",
    "grandmother",
]
"""Those to whom SOCSO may pay when an employee dies: spouse and children, or else parents, siblings, grandparents."""


class NextOfKin(Section):
    """One person who depends on the employee."""

    name: Text = Field(examples=["AHMAD WIBOWO"])
    """As in this person's own papers."""
    relationship: Relationship = Field(examples=["husband"])
    """What this person is to the employee."""
    date_of_birth: Day = Field(examples=["1988-07-21"])
    """As in this person's own papers."""
    identity_number: DocumentNumber | None = Field(default=None, examples=["3374012107880001"])
    """The number of an identity card at home, if there is one."""
    passport: DocumentNumber | None = Field(default=None, examples=["X7654321"])
    """A passport's number, if there is one."""
    address: Text | None = Field(default=None, examples=["JL. MELATI 5, SEMARANG, INDONESIA"])
    """Where this person lives, in one line, with the country."""
    telephone: PhoneAnywhere | None = Field(default=None, examples=["+62 812-3456-7890"])
    """With + and the country's code."""
