"""Where FPX and the banks take people to sign in. Assumed: nobody could look; [portal] bank_hosts adds to it."""

from assist_bot.profile import PortalAccess

FPX = ("*.mepsfpx.com.my", "*.paynet.my")
BANKS = {
    "maybank": ("*.maybank2u.com.my",),
    "cimb": ("*.cimbclicks.com.my", "*.cimb.com.my"),
    "public": ("*.pbebank.com",),
    "rhb": ("*.rhbgroup.com",),
    "hong leong": ("*.hongleongconnect.my", "*.hongleongonline.com.my"),
    "ambank": ("*.ambank.com.my",),
    "islam": ("*.bankislam.biz", "*.bankislam.com.my"),
    "rakyat": ("*.bankrakyat.com.my", "*.irakyat.com.my"),
    "bsn": ("*.mybsn.com.my",),
    "affin": ("*.affinonline.com", "*.affingroup.com"),
    "alliance": ("*.allianceonline.com.my",),
    "agro": ("*.agronet.com.my",),
    "muamalat": ("*.muamalat.com.my",),
    "kfh": ("*.kfh.com.my",),
    "hsbc": ("*.hsbc.com.my",),
    "ocbc": ("*.ocbc.com.my",),
    "uob": ("*.uob.com.my",),
    "standard": ("*.sc.com",),
}
"""By what the portal's list of banks calls them, or a part of it."""
THIS_COMPUTER = ("127.0.0.1", "localhost", "::1")


def bank_hosts(bank: str, access: PortalAccess) -> tuple[str, ...]:
    """List the hosts to let through for a bank of the portal's list; of one that is not known here, those of all.

    The practice bank stands on this computer.
    """
    if access.is_loopback:
        return (*THIS_COMPUTER, *access.bank_hosts)
    called = bank.lower()
    own = [host for name, hosts in BANKS.items() if name in called for host in hosts]
    every = [host for hosts in BANKS.values() for host in hosts]
    return tuple(dict.fromkeys((*FPX, *(own or every), *access.bank_hosts)))
