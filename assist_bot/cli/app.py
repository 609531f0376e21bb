"""The commands and their options. Everything heavy is imported when a command runs, so that --help is quick."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

from assist_bot import __version__
from assist_bot.language import Language, say, speak

app = typer.Typer(
    help="Registers a foreign domestic worker with SOCSO (PERKESO) and pays her contribution on the ASSIST portal.",
    rich_markup_mode=None,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
credentials_app = typer.Typer(
    help="The password of the portal ID.", no_args_is_help=True, rich_markup_mode=None
)
profile_app = typer.Typer(help="The form of the profile.", no_args_is_help=True, rich_markup_mode=None)
ledger_app = typer.Typer(help="The record of contributions.", no_args_is_help=True, rich_markup_mode=None)
teach_app = typer.Typer(
    help="Run a command again in a window, and point at what was not found.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
schedule_app = typer.Typer(
    help="Prepare each month by itself, and tell you.", no_args_is_help=True, rich_markup_mode=None
)
notify_app = typer.Typer(
    help="Where you are told of scheduled runs.", no_args_is_help=True, rich_markup_mode=None
)
app.add_typer(teach_app, name="teach")
app.add_typer(credentials_app, name="credentials")
app.add_typer(profile_app, name="profile")
app.add_typer(ledger_app, name="ledger")
app.add_typer(schedule_app, name="schedule")
app.add_typer(notify_app, name="notify")

ProfileFile = Annotated[
    Path | None, typer.Option("--profile", help="The profile; default: in the config folder.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Save nothing; take pictures for review.")]
Yes = Annotated[bool, typer.Option("--yes", help="Agree beforehand to what would be asked.")]
NoInput = Annotated[bool, typer.Option("--no-input", help="Ask nothing; stop where a question would be.")]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object on stdout.")]
Headed = Annotated[
    bool | None,
    typer.Option("--headed/--headless", help="Show the browser's window; default: when you must act."),
]
Verbose = Annotated[bool, typer.Option("--verbose", help="Tell more on stderr.")]


def _month(text: str) -> str:
    return _months([text])[0] if text else ""


def _months(texts: list[str] | None) -> list[str]:
    from assist_bot.contribution import ContributionMonth

    try:
        return [str(ContributionMonth.parse(text)) for text in texts or ()]
    except ValueError as error:
        raise typer.BadParameter(f"{error}.") from error


def _amount(text: str) -> str:
    from assist_bot.money import read_ringgit

    try:
        return str(read_ringgit(text)) if text else ""
    except ValueError as error:
        raise typer.BadParameter(
            say("{error}. Write it as the portal shows it, such as 32.60.", error=error)
        ) from error


def _wages(text: str) -> str:
    from assist_bot.contribution import parts_of

    try:
        parts_of(text)
    except ValueError as error:
        raise typer.BadParameter(
            say("{error}. Write 1500, 1500.00 or 1500.00+120.00.", error=error)
        ) from error
    return text


def _receipt(text: str) -> str:
    if text and not text.strip():
        raise typer.BadParameter(say("a receipt's number is not empty."))
    return text.strip()


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"assist-bot {__version__}")
        raise typer.Exit


def _speak(language: Language) -> Language:
    speak(language)
    if language == "ms":
        typer.echo(
            say("Nobody has reviewed the Malay words yet. Where they are not clear, leave out --lang ms."),
            err=True,
        )
    return language


@app.callback()
def main(
    lang: Annotated[
        Language,
        typer.Option(
            help="The language: English, or Malay (not reviewed yet).", callback=_speak, is_eager=True
        ),
    ] = "en",
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Register once, pay each month; a dry run shows what would be done."""


@app.command()
def prepare(
    shrink: Annotated[
        bool, typer.Option("--shrink", help="Make papers over 5 MB smaller; the originals are kept.")
    ] = False,
    sent: Annotated[
        datetime | None,
        typer.Option(help="The day on which you sent the e-mail to SOCSO.", formats=["%Y-%m-%d"]),
    ] = None,
    profile: ProfileFile = None,
    no_input: NoInput = False,
    json: Json = False,
) -> None:
    """Go through the guide's checklist: what is there, what is missing, what is wrong."""
    from assist_bot.cli import preparing

    preparing.command(
        preparing.PrepareWishes(
            profile,
            sent.date() if sent else None,
            shrink=shrink,
            ask=not (no_input or json),
            as_json=json,
        )
    )


@app.command()
def init(profile: ProfileFile = None) -> None:
    """Ask for everything that the profile needs, in plain words, and write it; run again it changes single answers."""
    from assist_bot.cli import interviewing

    interviewing.command(profile)


@app.command()
def register(
    profile: ProfileFile = None,
    dry_run: DryRun = False,
    yes: Yes = False,
    no_input: NoInput = False,
    json: Json = False,
    headed: Headed = None,
    verbose: Verbose = False,
) -> None:
    """Make the first visit, register employer and employee, upload the documents, submit, collect the letters."""
    from assist_bot.cli import registering
    from assist_bot.cli.running import Wishes

    registering.command(Wishes("register", profile, dry_run, yes, no_input, json, headed, verbose))


@app.command()
def pay(
    month: Annotated[
        list[str] | None,
        typer.Option(
            help="The month to pay for, such as 2026-10, once or more often; default: last month.",
            callback=_months,
        ),
    ] = None,
    arrears: Annotated[
        bool, typer.Option("--arrears", help="Pay every month that the portal shows as unpaid.")
    ] = False,
    until: Annotated[Literal["draft", "acr"] | None, typer.Option(help="Stop after this.")] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Ask the portal even when the record says paid.")
    ] = False,
    wait_for_bank: Annotated[
        float | None, typer.Option(help="Minutes to wait for you at the bank.", min=0.05)
    ] = None,
    wages: Annotated[list[str] | None, typer.Option(help='"NAME or passport number=1500.00+120.00"')] = None,
    accept_total: Annotated[
        str, typer.Option(help="Accept the portal's total, if it is exactly this.", callback=_amount)
    ] = "",
    additional: Annotated[
        bool, typer.Option("--additional", help="Pay for employees whom the month's submission left out.")
    ] = False,
    receipt: Annotated[
        str,
        typer.Option(help="Record that you settled the month, with this receipt.", callback=_receipt),
    ] = "",
    second_look_after: Annotated[
        float, typer.Option(help="Minutes between two looks after a lost answer.", min=0)
    ] = 30.0,
    profile: ProfileFile = None,
    dry_run: DryRun = False,
    yes: Yes = False,
    no_input: NoInput = False,
    json: Json = False,
    headed: Headed = None,
    verbose: Verbose = False,
) -> None:
    """Pay the contribution of a month, or of several, for all employees."""
    from assist_bot.cli import paying, settling
    from assist_bot.cli.pay_wishes import PayWishes
    from assist_bot.cli.running import Wishes

    asked = PayWishes(
        tuple(month or ()), arrears, until, check, wait_for_bank, tuple(wages or ()), accept_total
    )
    if arrears and month:
        raise typer.BadParameter(say("--arrears finds the months by itself; give it or --month, not both."))
    if asked.several and (wages or accept_total or additional or receipt):
        raise typer.BadParameter(
            say(
                "--wages, --accept-total, --additional and --receipt are for one month. Wages of several "
                "months stand in the profile's [wages]."
            )
        )
    if receipt and not month:
        raise typer.BadParameter(say("--receipt needs the month that it is for, such as --month 2026-10."))
    wishes = Wishes("pay", profile, dry_run, yes, no_input, json, headed, verbose)
    if receipt:
        settling.command(wishes, asked.months[0], receipt)
    paying.command(wishes, replace(asked, additional=additional, second_look_after=second_look_after))


@app.command()
def amount(
    wages: Annotated[
        str, typer.Option(help="Her wages of that month, such as 1500.00+120.00.", callback=_wages)
    ],
    month: Annotated[
        str, typer.Option(help="The month it is for, such as 2026-10; default: last month.", callback=_month)
    ] = "",
    category: Annotated[
        Literal["first", "second"] | None, typer.Option(help="The category, where it is not the usual one.")
    ] = None,
    json: Json = False,
) -> None:
    """Work out what is owed on wages, without the portal, and say by which rule and which row of the table."""
    from assist_bot.cli import amounts

    amounts.command(amounts.AmountWishes(wages, month, category), as_json=json)


@app.command()
def demo(headed: Headed = None, json: Json = False) -> None:
    """Register and pay on the practice portal, with a made-up household. No account, no question."""
    from assist_bot.cli import demonstrating

    demonstrating.command(headed=bool(headed), json=json)


@teach_app.command("pay")
def teach_pay(
    month: Annotated[
        list[str] | None,
        typer.Option(help="The month to pay for, as for pay.", callback=_months),
    ] = None,
    until: Annotated[Literal["draft", "acr"] | None, typer.Option(help="Stop after this.")] = None,
    profile: ProfileFile = None,
    dry_run: DryRun = False,
) -> None:
    """Pay, and point at what is not found on the way."""
    from assist_bot.cli import paying, teaching
    from assist_bot.cli.pay_wishes import PayWishes
    from assist_bot.cli.running import Wishes

    wishes = Wishes("pay", profile, dry_run, headed=True, teach=True)
    teaching.command(wishes, lambda same: paying.command(same, PayWishes(tuple(month or ()), until=until)))


@teach_app.command("register")
def teach_register(profile: ProfileFile = None, dry_run: DryRun = False) -> None:
    """Register, and point at what is not found on the way."""
    from assist_bot.cli import registering, teaching
    from assist_bot.cli.running import Wishes

    teaching.command(Wishes("register", profile, dry_run, headed=True, teach=True), registering.command)


@app.command()
def doctor(
    portal: Annotated[
        bool, typer.Option("--portal", help="Log in and look for our words on every page; save nothing.")
    ] = False,
    profile: ProfileFile = None,
    json: Json = False,
) -> None:
    """Look whether everything is in order, and say what to do where it is not. Nothing is changed."""
    from assist_bot.cli import doctor as doctor_command

    doctor_command.command(profile, portal=portal, as_json=json)


@app.command()
def status(
    html: Annotated[
        Path | None, typer.Option("--html", help="Write it to this file too, as a page for a browser.")
    ] = None,
    profile: ProfileFile = None,
    json: Json = False,
) -> None:
    """Tell where registration, months and papers stand, and what comes next; no portal, no password."""
    from assist_bot.cli import status as status_command

    status_command.command(profile, html, as_json=json)


@app.command()
def calendar(
    file: Annotated[
        Path | None,
        typer.Option("--file", help="Write it to this file, for a calendar program; else print it."),
    ] = None,
    profile: ProfileFile = None,
) -> None:
    """Give the days on which contributions are due, and passports and permits expire, as a calendar (.ics)."""
    from assist_bot.cli import calendar as calendar_command

    calendar_command.command(profile, file)


@app.command()
def proof(
    first: Annotated[
        str,
        typer.Option("--from", help="The first month, such as 2026-01; default: her first.", callback=_month),
    ] = "",
    last: Annotated[
        str, typer.Option("--to", help="The last month; default: last month.", callback=_month)
    ] = "",
    employee: Annotated[
        str, typer.Option(help="Her name, or the last four characters of her passport number.")
    ] = "",
    output: Annotated[
        Path | None, typer.Option(help="The file to write; one that exists is refused.")
    ] = None,
    profile: ProfileFile = None,
    json: Json = False,
) -> None:
    """Put the registration letter and the receipts into one PDF with a cover, for contract verification."""
    from assist_bot.cli import proving

    if first and last and last < first:
        raise typer.BadParameter("--to is before --from.")
    proving.command(proving.ProofWishes(first, last, employee, output), profile, as_json=json)


@app.command()
def forget(
    employee: Annotated[
        str, typer.Option(help="Her name, or the last four characters of her passport number.")
    ] = "",
    profile: ProfileFile = None,
    no_input: NoInput = False,
    json: Json = False,
) -> None:
    """Remove what there is of an employee on this computer, after naming it and asking you."""
    from assist_bot.cli import forgetting

    forgetting.command(employee, profile, ask=not (no_input or json), as_json=json)


@credentials_app.command("set")
def credentials_set(profile: ProfileFile = None) -> None:
    """Store the password of the portal ID in this computer's credential store."""
    from assist_bot.cli import credentials

    credentials.store(profile)


@credentials_app.command("check")
def credentials_check(profile: ProfileFile = None, json: Json = False) -> None:
    """Say which source answers for each secret, without showing any."""
    from assist_bot.cli import credentials

    credentials.check(profile, as_json=json)


@credentials_app.command("clear")
def credentials_clear(profile: ProfileFile = None) -> None:
    """Remove the password and the security answer from this computer's credential store."""
    from assist_bot.cli import credentials

    credentials.clear(profile)


@profile_app.command("example")
def profile_example() -> None:
    """Print a profile to begin with."""
    from assist_bot.profile import example_text

    typer.echo(example_text(), nl=False)


@profile_app.command("schema")
def profile_schema() -> None:
    """Print the profile's JSON Schema, for editors."""
    import json

    from assist_bot.profile import schema

    typer.echo(json.dumps(schema(), indent=2))


@ledger_app.command("export")
def ledger_export(
    form: Annotated[Literal["csv", "json"], typer.Option("--format", help="How to print it.")] = "csv",
) -> None:
    """Print the record: one line for each submission, or all of it as JSON."""
    from assist_bot.cli import exporting

    exporting.command(form)


@schedule_app.command("install")
def schedule_install(
    until: Annotated[Literal["draft", "acr"], typer.Option(help="How far each month is prepared.")] = "draft",
    profile: ProfileFile = None,
    json: Json = False,
) -> None:
    """Have each month prepared by itself, on several days from the 16th; never pay."""
    from assist_bot.cli import scheduling

    scheduling.install(profile, until, as_json=json)


@schedule_app.command("show")
def schedule_show(profile: ProfileFile = None, json: Json = False) -> None:
    """Tell what is installed, when it runs next, and how the last run ended."""
    from assist_bot.cli import scheduling

    scheduling.show(profile, as_json=json)


@schedule_app.command("remove")
def schedule_remove(json: Json = False) -> None:
    """Remove the schedule and everything that installing it made."""
    from assist_bot.cli import scheduling

    scheduling.remove(as_json=json)


@schedule_app.command("run")
def schedule_run(
    home: Annotated[
        Path | None, typer.Option(help="The folder that ASSIST_BOT_HOME named when it was installed.")
    ] = None,
    profile: ProfileFile = None,
) -> None:
    """Prepare the month now as agreed when installing, and notify: what the timer starts."""
    from assist_bot.cli import scheduled_run

    scheduled_run.command(home, profile)


@notify_app.command("test")
def notify_test(profile: ProfileFile = None, json: Json = False) -> None:
    """Send a message that says that it is a test."""
    from assist_bot.cli import notifying

    notifying.test(profile, as_json=json)
