"""The requests that paying comes down to, without a browser: as little as the portal lets one get away with."""

import json
import re
from http.cookiejar import CookieJar
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

PREFIX = "_payment_WAR_paymentportlet_"


class Requests:
    """One session at the portal."""

    def __init__(self, origin: str, bank: str) -> None:
        self.origin, self.bank = origin, bank
        self.opener: OpenerDirector = build_opener(HTTPCookieProcessor(CookieJar()))
        self.token = ""

    def get(self, path: str) -> str:
        """Get a page, and remember its form token."""
        return self._read(self.origin + path, None)

    def post(self, path: str, **fields: str) -> str:
        """Send a form of the portal, and follow where it leads."""
        return self._read(self.origin + path, {"p_auth": self.token, **fields})

    def at_bank(self, path: str, **fields: str) -> str:
        """Send a form of the bank."""
        return self._read(self.bank + path, fields)

    def _read(self, address: str, fields: dict[str, str] | None) -> str:
        data = urlencode(fields).encode() if fields else None
        with self.opener.open(address, data) as answer:
            text = str(answer.read().decode(errors="replace"))
        token = re.search(r'name="p_auth" value="([^"]+)"', text)
        self.token = token[1] if token else self.token
        return text


def pay(portal: Requests, portal_id: str, password: str) -> None:
    """Pay October for one employee, from the log-in to the receipt's PDF."""
    portal.get("/employer/login")
    portal.post("/employer/login/next", _58_login=portal_id)
    portal.post("/employer/login", _58_login=portal_id, _58_password=password)
    number = pay_at_bank(portal, submit(portal))
    portal.get(f"/web/payment/receipt/{number}")
    portal.get(f"/web/payment/receipt/{number}/pdf")


def submit(portal: Requests) -> str:
    """Look everywhere, draft, look again, submit and look once more; give the ACR's number."""
    pages = (
        "contribution/home",
        "contribution/add",
        "contribution/drafts",
        "payment/payment",
        "payment/history",
    )
    for page in (*pages, "contribution/home", "contribution/add", "contribution/arrears"):
        portal.get(f"/web/{page}")
    rows = portal.get("/web/contribution/employees?" + urlencode({"month": "10/2026"}))
    key, passport = (taken(rows, rf'name="{name}" value="([^"]+)"') for name in ("month", "identification"))
    saved = portal.post("/web/contribution/save-draft", month=key, identification=passport, salary="1500.00")
    assert json.loads(saved)["total"] == "43.45"
    portal.get("/web/contribution/add")
    portal.get(f"/web/contribution/draft/{key}")
    portal.post("/web/contribution/complete", month=key)
    portal.get("/web/contribution/confirmation")
    acr = taken(portal.post("/web/contribution/confirm"), r"ACR No\. <b>(\w+)</b>")
    portal.get(f"/web/contribution/acr/{acr}/pdf")
    portal.get("/web/contribution/add")
    return acr


def pay_at_bank(portal: Requests, acr: str) -> str:
    """Put it into the cart and pay it; give the payment's FPX number."""
    portal.get("/web/payment/payment")
    portal.post("/web/payment/cart", payable=acr)
    portal.get("/web/payment/summary")
    portal.get("/web/payment/method")
    portal.get("/web/payment/banks?model=B2C")
    leaving = portal.post(
        "/web/payment/proceed", **{f"{PREFIX}businessModel": "B2C", f"{PREFIX}bankList": "Maybank2U"}
    )
    number = taken(leaving, r'name="fpx_sellerOrderNo" value="([^"]+)"')
    portal.at_bank("/fpx", fpx_sellerOrderNo=number)
    portal.at_bank("/decision", fpx_sellerOrderNo=number, decision="approve")
    portal.post("/web/payment/fpx-return", fpx_sellerOrderNo=number)
    return number


def taken(text: str, pattern: str) -> str:
    """Take the one thing out of a page that is needed next."""
    found = re.search(pattern, text)
    assert found, f"{pattern} is not in the page"
    return found[1]
