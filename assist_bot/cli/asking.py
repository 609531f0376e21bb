"""The person at the terminal, and the persons who stand in for them where nothing binds."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assist_bot.cli.terminal import Terminal
from assist_bot.contribution import CheckedDraft
from assist_bot.errors import ContributionRefused, OutcomeUnknown, Waiting
from assist_bot.language import say
from assist_bot.money import read_ringgit, ringgit

DEFAULT_WAIT = 10.0


@dataclass(frozen=True)
class AtTheTerminal:
    """The person who types. `yes` agrees beforehand; `no_input` means that nobody can be asked."""

    terminal: Terminal
    yes: bool
    no_input: bool
    window_visible: bool
    wait: float | None

    @property
    def minutes_at_the_bank(self) -> float:
        """How long to wait at the bank."""
        return DEFAULT_WAIT if self.wait is None else self.wait

    def accepts_terms(self, terms: str) -> None:
        """Show the terms; AGREE agrees."""
        self.terminal.show(say("The portal's terms of use"), terms)
        self._typed("AGREE", say("to agree to these terms"), say("The terms of use were not agreed to."))

    def approves_registration(self, preview: str) -> None:
        """Show what is about to be submitted; SUBMIT agrees."""
        self.terminal.show(say("About to be submitted"), preview)
        self._typed("SUBMIT", say("to submit this registration"), say("The registration was not approved."))

    def approves_contribution(self, checked: CheckedDraft) -> None:
        """Show every figure; typing the total agrees."""
        self.terminal.show_contribution(checked)
        stays = say(
            "The draft of {total} for {month} stays at the portal.",
            total=ringgit(checked.total),
            month=checked.month.name,
        )
        self._types_total(checked.total, say("Nothing was submitted. {stays}", stays=stays))

    def prefers_own_draft(self, portal_total: Decimal, own: Decimal) -> None:
        """Agree that a draft with other figures is replaced."""
        stays = say("Nothing was changed; the draft stays at the portal as it is.")
        question = say(
            "The portal has a draft with wages of {portal_total}; the profile says {own}. ",
            portal_total=ringgit(portal_total),
            own=ringgit(own),
        )
        self.terminal.say(question)
        if self.yes:  # it agrees to our figures beforehand, not to the loss of somebody's own
            raise ContributionRefused(
                f"{question}{stays}", say("Run this again at a terminal, without --yes, to decide.")
            )
        self._typed("REPLACE", say("to replace the draft's wages by the profile's"), stays)

    def confirms_not_debited(self, total: Decimal, acr: str) -> None:
        """Say that the bank did not take the money of an earlier attempt."""
        self.terminal.say(
            say(
                "An earlier payment of {total} for {acr} was begun, and its end is not known.",
                total=ringgit(total),
                acr=acr,
            )
        )
        unknown = OutcomeUnknown(
            say("Whether your bank took {total} for {acr} is not known.", total=ringgit(total), acr=acr),
            say(
                "Do not pay it again. Look at your bank account, then run this again at a terminal, "
                "without --yes."
            ),
        )
        self._decided("NOT DEBITED", say("if your bank account shows that the money was not taken"), unknown)

    def confirms_nothing_sent(self, month: str) -> None:
        """Decide after two looks."""
        self.terminal.say(
            say(
                "A submission for {month} was begun earlier; the portal shows nothing of it after two looks.",
                month=month,
            )
        )
        unknown = OutcomeUnknown(
            say("Whether {month} was submitted is not known; it was not begun again.", month=month),
            say("Ask SOCSO on {help_line}, then run this again at a terminal, without --yes."),
        )
        self._decided("NOT SENT", say("to begin it anew"), unknown)

    def approves_payment(self, month: str, acr: str, total: Decimal) -> None:
        """Agree to pay an ACR of an earlier run by typing its total."""
        self.terminal.say(
            say(
                "{acr} for {month} over {total} waits for payment.",
                acr=acr,
                month=month,
                total=ringgit(total),
            )
        )
        self._types_total(total, say("{acr} was not paid and still can be.", acr=acr))

    def may_go_to_the_bank(self, total: Decimal, acr: str, hosts: Sequence[str]) -> None:
        """Go on only where the person can sign in at the bank; say where the browser may go there."""
        if self.wait is not None or (self.window_visible and not self.no_input):
            self.terminal.say(
                say(
                    "At the bank the browser may go to {hosts}, and nowhere else. If your bank's page is at "
                    "another address, stop this now with Ctrl-C, and write it under [portal] in the profile, "
                    "as bank_hosts.",
                    hosts=", ".join(host.removeprefix("*.") for host in hosts),
                )
            )
            return
        raise Waiting(
            say(
                "{acr} over {total} waits for your payment; there is no window in which you could sign "
                "in at the bank.",
                acr=acr,
                total=ringgit(total),
            ),
            say("Run this again with --headed at a computer with a screen, or with --wait-for-bank MINUTES."),
        )

    def is_at_the_bank(self, host: str, total: Decimal) -> None:
        """Tell the person that it is their turn."""
        self.terminal.say(
            say(
                "The bank's page ({host}) is open. Sign in there yourself, check the amount of {total}, "
                "and approve. I type nothing; minutes that I wait: {minutes:g}.",
                host=host,
                total=ringgit(total),
                minutes=self.minutes_at_the_bank,
            )
        )

    def is_warned_at_the_bank(self, shown: Sequence[Decimal], total: Decimal) -> None:
        """Say loudly what the bank's page shows."""
        self.terminal.alarm(
            say(
                "The bank's page shows {shown}, and not the {total} that you approved. Do NOT approve a "
                "payment over any other amount: decline it at the bank, and ask SOCSO on {help_line}.",
                shown=", ".join(map(ringgit, dict.fromkeys(shown))),
                total=ringgit(total),
            )
        )

    def is_told_of_a_host(self, host: str, *, whole_page: bool) -> None:
        """Say what was turned away, and what to write into the profile."""
        line = say('under [portal] in the profile: bank_hosts = ["{host}"]', host=host)
        if whole_page:
            self.terminal.alarm(
                say(
                    "The bank's page led to {host}, which is not let through, so nothing of it shows. If it "
                    "is your bank's, cancel this payment at the bank, write {line} (beside what stands there "
                    "already), and run this again.",
                    host=host,
                    line=line,
                )
            )
        else:
            self.terminal.say(
                say(
                    "The bank's page wanted something from {host}, which is not let through. Most often that "
                    "is not missed. If the page does not work without it, cancel there and write {line}",
                    host=host,
                    line=line,
                )
            )

    def _types_total(self, total: Decimal, otherwise: str) -> None:
        if self.yes:
            return
        answer = self._ask(say("Type the total ({total}) to approve it", total=total), otherwise)
        try:
            typed = read_ringgit(answer)
        except ValueError:
            raise ContributionRefused(
                say("The payment was not approved. {otherwise}", otherwise=otherwise),
                say("Run again to approve it."),
            ) from None
        if typed != total:
            raise ContributionRefused(
                say(
                    "You typed {typed}, but the total is {total}. {otherwise}",
                    typed=ringgit(typed),
                    total=ringgit(total),
                    otherwise=otherwise,
                ),
                say("Run again and type the total as shown."),
            )

    def _decided(self, word: str, why: str, unknown: OutcomeUnknown) -> None:
        """Go on only on the person's own word; nothing said beforehand stands for it."""
        answer = (
            None
            if self.yes or self.no_input
            else self.terminal.ask(say("Type {word} {why}", word=word, why=why))
        )
        if (answer or "").strip().upper() != word:
            raise unknown

    def _typed(self, word: str, why: str, otherwise: str) -> None:
        if (
            not self.yes
            and self._ask(say("Type {word} {why}", word=word, why=why), otherwise).strip().upper() != word
        ):
            raise ContributionRefused(otherwise, say("Nothing was sent. Run again when you want to."))

    def _ask(self, question: str, otherwise: str) -> str:
        if self.no_input:
            raise Waiting(
                say("Your approval is needed. {otherwise}", otherwise=otherwise),
                say("Run again without --no-input, or with --yes."),
            )
        answer = self.terminal.ask(question)
        if answer is None:
            raise Waiting(
                say("Your approval is needed, and nobody answered. {otherwise}", otherwise=otherwise),
                say("Run again at a terminal."),
            )
        return answer


@dataclass(frozen=True)
class Agreeing:
    """Agrees to everything that is only shown: for dry runs, where nothing binds, and for the practice portal.

    What became of money or of a submission nobody can know in the person's place: there it ends with the doubt.
    """

    minutes_at_the_bank: float = 1.0

    def accepts_terms(self, terms: str) -> None:
        """Agree."""

    def approves_registration(self, preview: str) -> None:
        """Agree."""

    def approves_contribution(self, checked: CheckedDraft) -> None:
        """Agree."""

    def prefers_own_draft(self, portal_total: Decimal, own: Decimal) -> None:
        """Agree."""

    def confirms_not_debited(self, total: Decimal, acr: str) -> None:
        """Leave it open."""
        raise OutcomeUnknown(
            say(
                "An earlier payment of {total} for {acr} was begun, and its end is not known.",
                total=ringgit(total),
                acr=acr,
            ),
            say(
                "Look at your bank account, then run this at a terminal without --dry-run: there you can "
                "say whether the money was taken."
            ),
        )

    def confirms_nothing_sent(self, month: str) -> None:
        """Leave it open."""
        raise OutcomeUnknown(
            say(
                "A submission for {month} was begun earlier; the portal shows nothing of it after two looks.",
                month=month,
            ),
            say("Ask SOCSO on {help_line}, then run this at a terminal without --dry-run: there you decide."),
        )

    def approves_payment(self, month: str, acr: str, total: Decimal) -> None:
        """Agree."""

    def may_go_to_the_bank(self, total: Decimal, acr: str, hosts: Sequence[str]) -> None:
        """Agree."""

    def is_at_the_bank(self, host: str, total: Decimal) -> None:
        """Nothing to do: the practice bank approves by itself."""

    def is_warned_at_the_bank(self, shown: Sequence[Decimal], total: Decimal) -> None:
        """Nothing to do: nothing there is real."""

    def is_told_of_a_host(self, host: str, *, whole_page: bool) -> None:
        """Nothing to do: the practice bank stands on this computer."""
