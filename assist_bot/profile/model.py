"""The household's own facts, as the profile file gives them.

Names are the file's own keys. A field whose meaning depends on another one stands after it and checks both:
so every mistake is found in one reading. `whole`, `validity` and `papers` check what lies beyond one field.
"""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, ValidationInfo, field_validator

from assist_bot.profile.fields import (
    Argument,
    BankHost,
    Day,
    DocumentNumber,
    Email,
    Mobile,
    Money,
    MonthText,
    MyKad,
    PaperPath,
    Phone,
    PortalUrl,
    Postcode,
    Salary,
    Text,
    Version,
    wrong,
)
from assist_bot.profile.hosts import host_of, is_loopback, origin_of
from assist_bot.profile.postcodes import state_called, states_of

PORTAL = "https://assist.perkeso.gov.my/employer/login"


class _Section(BaseModel):
    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=True,
        hide_input_in_errors=True,
        allow_inf_nan=False,
    )


class PortalAccess(_Section):
    """How the employer logs in to the portal; the password is never written here."""

    url: PortalUrl = Field(default=PORTAL, examples=[PORTAL])
    """The portal's log-in page for employers."""
    portal_id: Email = Field(examples=["someone@example.com"])
    """The e-mail address that SOCSO gave the Portal ID to."""
    security_phrase: Text | None = Field(default=None, examples=["blue kite"])
    """If given, the portal must show it before the password is typed."""
    security_question: Text | None = Field(default=None, examples=["What is the name of your favorite pet?"])
    """The question to choose on the first visit."""
    bank_hosts: tuple[BankHost, ...] = Field(default=(), examples=[["*.maybank2u.com.my"]])
    """Where the hand-over to the bank may go, beside the built-in list."""

    @property
    def origin(self) -> str:
        """Scheme, host and port of the portal."""
        return origin_of(self.url)

    @property
    def is_loopback(self) -> bool:
        """Whether the portal is a practice portal on this computer."""
        return is_loopback(host_of(self.url))


class Address(_Section):
    """A postal address in Malaysia."""

    lines: tuple[Text, ...] = Field(
        min_length=1, max_length=3, examples=[["12 JALAN MERANTI", "TAMAN DAMAI"]]
    )
    """House, street and quarter: one to three lines."""
    postcode: Postcode = Field(examples=["46000"])
    """Five digits."""
    city: Text = Field(examples=["PETALING JAYA"])
    """The city of the postcode, as the portal lists it."""
    state: Text = Field(examples=["SELANGOR"])
    """The state of the postcode."""

    @field_validator("state")
    @classmethod
    def _state_has_the_postcode(cls, value: str, info: ValidationInfo) -> str:
        state = state_called(value)
        if state is None:
            wrong("is not a state of Malaysia")
        postcode = info.data.get("postcode")
        if postcode is None:
            return state
        owners = states_of(postcode)
        if not owners:
            wrong(f"does not fit the postcode {postcode}, which no state has")
        if state not in owners:
            wrong(
                f"does not fit the postcode {postcode}, which belongs to {' or '.join(owners)}",
                f'state = "{owners[0]}"',
            )
        return state


class Employer(_Section):
    """The legal employer: the person whose name stands on the work permit."""

    name: Text = Field(examples=["TAN MEI LING"])
    """The legal employer's name as on the identity card."""
    mykad: MyKad | None = Field(default=None, examples=["850101-14-5566"])
    """The employer's MyKad number; or else `passport`."""
    passport: DocumentNumber | None = Field(default=None, validate_default=True, examples=["A1234567"])
    """The employer's passport number, where there is no MyKad."""
    nationality: Text = Field(default="Malaysia", examples=["Malaysia"])
    """The employer's nationality, as a country's name."""
    email: Email = Field(examples=["someone@example.com"])
    """Where SOCSO writes to."""
    mobile: Mobile = Field(examples=["+60 12-345 6789"])
    """The employer's mobile number."""
    telephone: Phone | None = Field(default=None, examples=["+60 3-7956 1234"])
    """A number at home, if there is one."""
    fax: Phone | None = Field(default=None, examples=["+60 3-7956 1235"])
    """A fax number, if there is one."""
    socso_office: Text = Field(examples=["Pejabat PERKESO Petaling Jaya"])
    """The SOCSO office in charge, as the portal lists it."""
    address: Address
    """Where the household lives."""

    @field_validator("passport")
    @classmethod
    def _one_identification(cls, value: str | None, info: ValidationInfo) -> str | None:
        if "mykad" not in info.data:  # it is there and wrong, which is reported already
            return value
        if value and info.data["mykad"]:
            wrong("is given beside mykad; one of the two is to go", 'mykad = "850101-14-5566"')
        if not value and not info.data["mykad"]:
            wrong("and mykad are both missing; one of the two is needed", 'mykad = "850101-14-5566"')
        return value

    @property
    def identification_type(self) -> str:
        """The portal's words for what `identification_number` is."""
        return "New Identification" if self.mykad else "Passport Id"

    @property
    def identification_number(self) -> str:
        """Twelve digits without dashes, or the passport's number."""
        return self.mykad or self.passport or ""

    @property
    def mobile_digits(self) -> str:
        """What stands after +60 in the mobile number."""
        return self.mobile.removeprefix("+60")

    @property
    def telephone_digits(self) -> str:
        """What stands after +60 in the telephone number, or ""."""
        return (self.telephone or "").removeprefix("+60")

    @property
    def fax_digits(self) -> str:
        """What stands after +60 in the fax number, or ""."""
        return (self.fax or "").removeprefix("+60")


class Passport(_Section):
    """The employee's latest passport."""

    number: DocumentNumber = Field(examples=["C1234567"])
    """As in the machine-readable lines."""
    expiry: Day = Field(examples=["2030-04-30"])
    """The last day on which it is valid."""


class WorkPermit(_Section):
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
            wrong("is not after the permit's start")
        return value


class Papers(_Section):
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


class ForeignEmployee(_Section):
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

    @field_validator("nationality")
    @classmethod
    def _is_foreign(cls, value: str) -> str:
        if value.casefold() == "malaysia":
            wrong("is Malaysia, but only foreign employees are registered here")
        return value

    @field_validator("employment_start", "entered_scheme")
    @classmethod
    def _after_birth(cls, value: date | None, info: ValidationInfo) -> date | None:
        if value and value <= info.data.get("date_of_birth", date.min):
            wrong("is not after the date of birth")
        return value

    @field_validator("employment_end")
    @classmethod
    def _ends_after_start(cls, value: date | None, info: ValidationInfo) -> date | None:
        if value and value < info.data.get("employment_start", date.min):
            wrong("is before employment_start")
        return value

    def employed_between(self, first: date, last: date) -> bool:
        """Say whether she was employed on at least one day from `first` to `last`."""
        return self.employment_start <= last and (self.employment_end is None or self.employment_end >= first)


class Payment(_Section):
    """How the contribution is paid: as a person (B2C), through FPX."""

    bank: Text = Field(examples=["Maybank2U"])
    """As the portal's Bank List calls it."""


class CredentialSource(_Section):
    """A program that prints the password, for those who keep it elsewhere."""

    command: tuple[Argument, ...] = Field(min_length=1, examples=[["pass", "show", "assist"]])
    """The program and its arguments, each in quotation marks."""


def _form_of_wages(value: object) -> str:
    return "by name" if isinstance(value, dict) else "amount"


MonthsWages = Annotated[
    Annotated[Money, Tag("amount")] | Annotated[Mapping[Text, Money], Tag("by name")],
    Discriminator(_form_of_wages),
]
"""Ringgit for a month's only employee, or for each by name or passport number."""


class Profile(_Section):
    """Everything that assist-bot knows about a household."""

    version: Version = Field(examples=[1])
    """The form of this file."""
    portal: PortalAccess
    employer: Employer
    employees: tuple[ForeignEmployee, ...] = Field(alias="employee", min_length=1)
    """One [[employee]] for each foreign domestic worker."""
    documents: Papers = Papers()
    payment: Payment | None = None
    """Needed to go on to the bank."""
    wages: Mapping[MonthText, MonthsWages] = Field(default={}, examples=[{"2026-10": "1620.00"}])
    """Only the months that differ: what is typed into Salary (RM)."""
    credentials: CredentialSource | None = None
