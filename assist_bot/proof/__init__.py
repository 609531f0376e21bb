"""One PDF that proves registration and contributions, from the record and the papers alone.

months         how each month stands          papers     its receipt, held against the record
cover          the first pages                joining    cover and papers as one file
"""

from assist_bot.proof.joining import joined
from assist_bot.proof.months import Month, Proof, Standing, proof_for

__all__ = ["Month", "Proof", "Standing", "joined", "proof_for"]
