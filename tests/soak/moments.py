"""Being told what arrives at the practice portal, at the two places where a fault could bite."""

from collections.abc import Callable, Iterable

from fixtures.mock_portal.faults import Aim, Fault, Faults
from fixtures.mock_portal.steps import Step
from tests.soak.points import AFTER, BEFORE


class Moments(Faults):
    """Faults that note which of them struck, and that tell of every request before and after its work.

    The gate asks for SLOW when a request arrives, and for DROP_AFTER once its work is done.
    """

    def __init__(self, aims: Iterable[str | Aim | Fault] = ()) -> None:
        super().__init__(aims)
        self.struck: list[str] = []
        self.arrived: list[str] = []
        self.told: Callable[[str], None] = lambda _moment: None

    def strike(self, fault: Fault, step: Step | None) -> bool:
        """Say whether the fault strikes, and tell of the moment."""
        if step is not None and fault is Fault.SLOW:
            self.arrived.append(str(step))
            self.told(f"{step} {self.arrived.count(step)} {BEFORE}")
        if step is not None and fault is Fault.DROP_AFTER:
            self.told(f"{step} {self.arrived.count(step)} {AFTER}")
        strikes = super().strike(fault, step)
        if strikes:
            self.struck.append(f"{fault}@{step}")
        return strikes
