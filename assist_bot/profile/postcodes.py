"""Which state a Malaysian postcode belongs to.

Ranges by state after Pos Malaysia's numbering. A few post offices serve both sides of a state's border; their
postcodes stand under both states.
"""

STATES: dict[str, tuple[tuple[int, int], ...]] = {
    "JOHOR": ((79000, 86999),),
    "KEDAH": ((5000, 9999), (14290, 14290), (14390, 14390), (34950, 34950)),
    "KELANTAN": ((15000, 18999),),
    "MELAKA": ((75000, 78999),),
    "NEGERI SEMBILAN": ((70000, 73999),),
    "PAHANG": ((25000, 28999), (39000, 39999), (49000, 49999), (69000, 69999)),
    "PERAK": ((30000, 36999),),
    "PERLIS": ((1000, 2999),),
    "PULAU PINANG": ((10000, 14999),),
    "SABAH": ((88000, 91999),),
    "SARAWAK": ((93000, 98859),),
    "SELANGOR": ((40000, 48999), (63000, 64999), (68000, 68999)),
    "TERENGGANU": ((20000, 24999),),
    "WILAYAH PERSEKUTUAN KUALA LUMPUR": ((50000, 60999), (68100, 68100)),
    "WILAYAH PERSEKUTUAN LABUAN": ((87000, 87999),),
    "WILAYAH PERSEKUTUAN PUTRAJAYA": ((62000, 62999),),
}
_OTHER_NAMES = {
    "MALACCA": "MELAKA",
    "PENANG": "PULAU PINANG",
    "KUALA LUMPUR": "WILAYAH PERSEKUTUAN KUALA LUMPUR",
    "LABUAN": "WILAYAH PERSEKUTUAN LABUAN",
    "PUTRAJAYA": "WILAYAH PERSEKUTUAN PUTRAJAYA",
}


def state_called(name: str) -> str | None:
    """Give the state's own name for a name as people write it, or None: "Penang", "W.P. Kuala Lumpur"."""
    folded = " ".join(name.upper().replace(".", "").replace("-", " ").split())
    for shortened in ("WP ", "W P "):
        folded = folded.removeprefix(shortened)
    folded = _OTHER_NAMES.get(folded, folded)
    return folded if folded in STATES else None


def states_of(postcode: str) -> tuple[str, ...]:
    """Every state that a postcode of five digits belongs to; none if no state has it."""
    number = int(postcode)
    return tuple(
        state for state, ranges in STATES.items() if any(first <= number <= last for first, last in ranges)
    )
