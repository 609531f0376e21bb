"""The profile's [[employee]], with passport, work permit and papers."""

from datetime import date
from typing import Literal

from pydantic import Field, ValidationInfo, field_validator

from assist_bot.language import say
from assist_bot.profile.fields import Day, DocumentNumber, PaperPath, Salary, Text, wrong
from assist_bot.profile.next_of_kin import NextOfKin
from assist_bot.profile.section import Section


class Passport(Section):
    """The employee's latest passport."""

    number: DocumentNumber = Field(examples=["C1234567"])
    """As in the machine-readable lines."""
    expiry: Day = Field(examples=["2030-04-30"])
    """The last day on which it is valid."""


class WorkPermit(Section):
    """The employee's latest work permit (PLKS)."""

    number: DocumentNumber = Field(examples=["PE1234567"])
    """The number on the permit's sticker."""
    start: Day = Field(examples=["2026-02-01"])
    """The first day on which it is valid."""
    expiry: Day = Field(examples=["2027-01-31"])
    """The last day on which it is valid."""

    @field_validator("expiry")
    @classmethod
    def _expires_after_start(cls, value: date, info: ValidationInfo) -> date:
        if info.data.get("start", date.min) >= value:
            wrong(say("is not after the permit's start"))
        return value


class Papers(Section):
    """The six papers that the household provides; paths are relative to the profile."""

    form_1_employer: PaperPath | None = Field(default=None, examples=["papers/borang-1.pdf"])
    """Borang 1, filled in."""
    form_2_employee: PaperPath | None = Field(default=None, examples=["papers/lampiran-c.pdf"])
    """Lampiran C, filled in."""
    identity_card: PaperPath | None = Field(default=None, examples=["papers/ic.pdf"])
    """A copy of the employer's identity card or passport."""
    next_of_kin_form: PaperPath | None = Field(default=None, examples=["papers/next-of-kin.pdf"])
    """The form about the employee's next of kin, filled in."""
    passport_copy: PaperPath | None = Field(default=None, examples=["papers/passport.pdf"])
    """A copy of the employee's passport."""
    work_permit_copy: PaperPath | None = Field(default=None, examples=["papers/permit.pdf"])
    """A copy of the employee's work permit."""


class ForeignEmployee(Section):
    """A foreign domestic worker whom the household employs or employed."""

    name: Text = Field(examples=["SITI AMINAH"])
    """As in the passport."""
    passport: Passport
    """Number and expiry."""
    nationality: Text = Field(examples=["Indonesia"])
    """As a country's name."""
    date_of_birth: Day = Field(examples=["1990-03-12"])
    """As in the passport."""
    gender: Literal["female", "male"] = Field(examples=["female"])
    """"female" or "male"."""
    occupation: Text = Field(default="Domestic Worker", examples=["Domestic Worker"])
    """As the portal lists it."""
    employment_start: Day = Field(examples=["2025-02-01"])
    """Her first day with this household."""
    employment_end: Day | None = Field(default=None, examples=["2026-06-30"])
    """Her last day, once she has left."""
    salary: Salary = Field(examples=["1500.00"])
    """Ringgit a month, as text or number with at most two decimals."""
    work_permit: WorkPermit
    """Number, start and expiry."""
    entered_scheme: Day | None = Field(default=None, examples=["2019-03-01"])
    """Her first entry into SOCSO with any employer, where it matters."""
    category: Literal["first", "second"] | None = Field(default=None, examples=["first"])
    """Left out: by the rules."""
    lindung_24_jam: Literal["portal", "yes", "no"] = Field(default="portal", examples=["portal"])
    """Whether SKBBK is expected: follow the portal, yes or no."""
    documents: Papers | None = None
    """Papers of her own, each in place of the one in [documents]."""
    next_of_kin: tuple[NextOfKin, ...] = ()
    """One [[employee.next_of_kin]] for each person who depends on her, for SOCSO's form about them."""

    @field_validator("nationality")
    @classmethod
    def _is_foreign(cls, value: str) -> str:
        if value.casefold() == "malaysia":
            wrong(say("is Malaysia, but only foreign employees are registered here"))
        return value

    @field_validator("employment_start", "entered_scheme")
    @classmethod
    def _after_birth(cls, value: date | None, info: ValidationInfo) -> date | None:
        if value and value <= info.data.get("date_of_birth", date.min):
            wrong(say("is not after the date of birth"))
        return value

    @field_validator("employment_end")
    @classmethod
    def _ends_after_start(cls, value: date | None, info: ValidationInfo) -> date | None:
        if value and value < info.data.get("employment_start", date.min):
            wrong(say("is before employment_start"))
        return value

    def employed_between(self, first: date, last: date) -> bool:
        """Say whether she was employed on at least one day from `first` to `last`."""
        return self.employment_start <= last and (self.employment_end is None or self.employment_end >= first)
