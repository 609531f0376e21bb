"""A fault inside any module, with everything private in its text and its locals, shows nothing of it to anybody."""

from pathlib import Path

import pytest

from tests.canaries.broken import STRUCK, breakable, modules
from tests.canaries.household import Nest
from tests.canaries.values import OLD
from tests.sampling import sample

PAY = ("pay", "--yes", "--json", "--verbose", "--wait-for-bank", "1")
REGISTER = ("register", "--yes", "--json", "--verbose")
DOCTOR = ("doctor", "--portal", "--json")
CREDENTIALS = ("credentials", "check", "--json")
FORGET = ("forget",)
SEVERAL = (*PAY, "--arrears", "--until", "draft")
STOP = (*PAY, "--until", "draft")
"""Runs into a page of the portal that has changed."""
TEACH = ("teach", "pay")
"""So does this, with a window that could be pointed at."""
DRY_RUN = ("pay", "--dry-run", "--json")
FORMS = ("prepare", "--sent", "2026-11-02", "--json")
"""Of a household whose forms are not finished yet, with a blank that can be filled in."""

PREPARE = ("prepare", "--json")
STATUS = ("status",)
SCHEDULE = ("schedule", "install", "--json")
SCHEDULED = ("schedule", "run")
"""To the ACR, as was agreed to when it was installed."""

OTHERWISE = {
    **dict.fromkeys(
        (
            *(
                name
                for name in modules()
                if name.startswith(
                    ("assist_bot.checklist.", "assist_bot.machine_readable_zone.", "assist_bot.scans.")
                )
            ),
            "assist_bot.cli.preparing",
        ),
        PREPARE,
    ),
    **dict.fromkeys(
        (
            *(name for name in modules() if name.startswith("assist_bot.standing.")),
            *("assist_bot.cli.status", "assist_bot.cli.status_showing", "assist_bot.cli.status_words"),
        ),
        STATUS,
    ),
    **dict.fromkeys(
        (
            *(name for name in modules() if name.startswith("assist_bot.scheduling.")),
            *("assist_bot.cli.scheduling", "assist_bot.notifying.sending"),
        ),
        SCHEDULE,
    ),
    **dict.fromkeys(
        (
            *("assist_bot.cli.scheduled_run", "assist_bot.cli.agreed_beforehand"),
            *("assist_bot.scheduling.leaving_behind", "assist_bot.scheduling.telling"),
        ),
        SCHEDULED,
    ),
    **dict.fromkeys(
        ("assist_bot.cli.notifying", "assist_bot.notifying.addresses"), ("notify", "test", "--json")
    ),
    **dict.fromkeys(("assist_bot.cli.calendar", "assist_bot.cli.calendar_file"), ("calendar",)),
    "assist_bot.cli.checklist_showing": ("prepare",),
    "assist_bot.cli.status_data": ("status", "--json"),
    "assist_bot.cli.status_page": ("status", "--html", "how-it-stands.html"),
    "assist_bot.scheduling.looking": ("schedule", "show"),
    **dict.fromkeys(
        (
            *(name for name in modules() if name.startswith("assist_bot.forms.")),
            "assist_bot.checklist.forms",
            "assist_bot.checklist.portal_id",
            "assist_bot.cli.e_mail_sent",
        ),
        FORMS,
    ),
    "assist_bot.forms.e_mail": ("prepare", "--json"),
    **dict.fromkeys(
        (
            "assist_bot.cli.registering",
            "flows.first_visit",
            "flows.register",
            "flows.register_employer",
            "flows.register_foreign_employee",
            "flows.submit_registration",
            "flows.upload_documents",
        ),
        REGISTER,
    ),
    **dict.fromkeys(
        (
            *(name for name in modules() if name.startswith(("assist_bot.checkup.", "flows.tour"))),
            "assist_bot.cli.doctor",
            "assist_bot.cli.portal_checks",
            "assist_bot.driver",
            "assist_bot.portal.first_answer",
            "assist_bot.portal.seen_words",
            "assist_bot.portal.surveying",
            "flows.left_alone",
        ),
        DOCTOR,
    ),
    **dict.fromkeys(("assist_bot.cli.credentials", "assist_bot.credentials.answering"), CREDENTIALS),
    **dict.fromkeys(
        (
            "assist_bot.cli.forget_words",
            "assist_bot.credentials.stored",
            "assist_bot.cli.forgetting",
            "assist_bot.forgetting.planning",
            "assist_bot.forgetting.removing",
            "assist_bot.ledger.forgetting",
            "assist_bot.profile.forgetting",
        ),
        FORGET,
    ),
    **dict.fromkeys(
        (
            "assist_bot.cli.month_plan",
            "assist_bot.cli.putting_together",
            "assist_bot.cli.several_months",
            "flows.unpaid_months",
        ),
        SEVERAL,
    ),
    **dict.fromkeys(
        (
            "assist_bot.portal.bundle",
            "assist_bot.portal.candidates",
            "assist_bot.portal.ordinary",
            "assist_bot.stop_telling",
        ),
        STOP,
    ),
    **dict.fromkeys(("assist_bot.cli.rehearsing", "assist_bot.credentials.private_store"), DRY_RUN),
    **dict.fromkeys(("assist_bot.cli.demonstrating", "assist_bot.demo_household"), ("demo", "--json")),
    **dict.fromkeys(
        ("assist_bot.cli.teaching", "assist_bot.cli.pointing", "assist_bot.portal.teaching"), TEACH
    ),
    **dict.fromkeys(
        (
            *("assist_bot.cli.interviewing", "assist_bot.cli.interview", "assist_bot.cli.interview_words"),
            *(
                f"assist_bot.interview.{name}"
                for name in ("answers", "checking", "draft", "fields", "sequence")
            ),
            *("assist_bot.interview.suggestions", "assist_bot.profile.changing"),
        ),
        ("init",),
    ),
    **dict.fromkeys(
        (
            "assist_bot.cli.proving",
            *(name for name in modules() if name.startswith("assist_bot.proof.")),
        ),
        ("proof", "--json"),
    ),
    "assist_bot.cli.doctor_showing": ("doctor",),
    "assist_bot.credentials.new_password": REGISTER,
    "assist_bot.cli.exporting": ("ledger", "export"),
    "assist_bot.cli.amounts": ("amount", "--wages", "1500", "--json"),
    "assist_bot.cli.settling": ("pay", "--month", "2026-09", "--receipt", "R1", "--json"),
    "assist_bot.credentials.managing": ("credentials", "clear"),
    "assist_bot.profile.publishing": ("profile", "schema"),
}
"""The commands that come to a module which `pay` does not come to."""

NOT_CALLED = {
    "assist_bot.browser_installing": "the browser of the tests is there",
    "assist_bot.cli.app": "typer keeps the commands themselves",
    "assist_bot.cli.command_line": "it has the last handler of all; what fails there is told by Python",
    "assist_bot.contribution.employment": "she has been here for long",
    "assist_bot.credentials.command": "the store has the password",
    "assist_bot.ledger.looks": "no answer was lost",
    "assist_bot.ledger.reconciling": "no answer was lost",
    "assist_bot.person": "it only says what a person is asked",
    "assist_bot.profile.commented": "the profile is there",
    "assist_bot.portal.lookalikes": "no word of the portal is in strange letters",
    "assist_bot.profile.model": "no month's wages differ",
    "assist_bot.interview.questions": "it only says what a person is asked",
    "assist_bot.scans.shrinking": "no scan is too large",
    "flows.pay_again": "nothing was submitted before",
}
TABLE = [name for name in breakable() if name not in NOT_CALLED]
SAMPLE = ("assist_bot.ledger.file", "assist_bot.portal.finding", "assist_bot.cli.exporting")


@pytest.mark.parametrize("module", sample(TABLE, *SAMPLE))
def test_a_fault_in_a_module_shows_nothing_private(nest: Nest, module: str, tmp_path: Path) -> None:
    """Neither on the terminal nor in a file."""
    command = OTHERWISE.get(module, PAY)
    if command is not REGISTER:
        nest.register()
    else:
        nest.home.keep(OLD.value)  # so that a new one is made
    if command in (STOP, TEACH):
        nest.home.practice.faults.replace(["label-renamed"])
    if command is FORGET:
        nest.run(*STOP)
    if command is SCHEDULED:
        nest.run("schedule", "install", "--until", "acr", stdin="52.55\n")
    if "prepare" in command:
        nest.begin_with_the_forms()
    nest.home.program = ("-m", "tests.canaries.broken", module)
    nest.home.settings[STRUCK] = str(tmp_path / "struck")
    screen = {"DISPLAY": ":0"} if command is TEACH else {}
    nest.run(*command, stdin="SITI AMINAH\nSEVEN YEARS\n", ASSIST_BOT_PATIENCE="3", **screen)
    assert (tmp_path / "struck").exists(), nest.ran
    assert not nest.leaks
