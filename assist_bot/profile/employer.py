"""The profile's [employer] and its address."""

from pydantic import Field, ValidationInfo, field_validator

from assist_bot.language import say
from assist_bot.profile.fields import DocumentNumber, Email, Mobile, MyKad, Phone, Postcode, Text, wrong
from assist_bot.profile.postcodes import state_called, states_of
from assist_bot.profile.section import Section


class Address(Section):
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
            wrong(say("is not a state of Malaysia"))
        postcode = info.data.get("postcode")
        if postcode is None:
            return state
        owners = states_of(postcode)
        if not owners:
            wrong(say("does not fit the postcode {postcode}, which no state has", postcode=postcode))
        if state not in owners:
            wrong(
                say(
                    "does not fit the postcode {postcode}, which belongs to {states}",
                    postcode=postcode,
                    states=say(" or ").join(owners),
                ),
                f'state = "{owners[0]}"',
            )
        return state


class Employer(Section):
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
            wrong(say("is given beside mykad; one of the two is to go"), 'mykad = "850101-14-5566"')
        if not value and not info.data["mykad"]:
            wrong(say("and mykad are both missing; one of the two is needed"), 'mykad = "850101-14-5566"')
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
