"""Two households that have nothing in common but the length of each word that tells who they are."""

ONE = {
    "employer": "TAN MEI LING",
    "employee": "SITI AMINAH",
    "kin": "DEWI LESTARI",
    "mykad": "850101-14-5566",
    "passport": "C1234567",
    "permit": "PE1234567",
    "phone": "+60 12-345 6789",
    "email": "meiling@example.com",
    "address": "12 JALAN MERANTI",
    "state": "SELANGOR",
    "bank": "2611220098765432",
    "salary": "1500.00",
    "phrase": "turquoise kite",
}
OTHER = {
    "employer": "LIM HOK SENG",
    "employee": "RINI WULANI",
    "kin": "BUDI SANTOSO",
    "mykad": "770707-08-1122",
    "passport": "B7654321",
    "permit": "QF7654321",
    "phone": "+60 19-876 5432",
    "email": "ahkowxx@sampleo.org",
    "address": "98 WISMA CEMPAKA",
    "state": "SARAWAKS",
    "bank": "9988776655443322",
    "salary": "1720.50",
    "phrase": "vermilion fish",
}

_PAGE = """
<style>
  * {{ font: 14px monospace; }} td, th {{ border: 1px solid #999; }}
  .later::after {{ content: attr(data-kin); }} .loud {{ color: red !important; text-shadow: 1px 1px blue; }}
  .painted {{ background: linear-gradient(red, blue); -webkit-background-clip: text; }}
  .painted {{ -webkit-text-fill-color: transparent; }}
</style>
<p><a href="javascript:void(0)">My Sites</a> <a href="#">{employer}</a></p>
<h2>Employer Contribution of {employer}</h2>
<p class="loud">Welcome, {employer}! Your secure phrase: {phrase}</p>
<p class="painted">Next of kin: {kin}, phone {phone}, {email}</p>
<p class="later" data-kin="{kin}">Bank reference {bank}</p>
<h4>Employee Contributions</h4>
<table>
  <tr><th>Identification No.</th><th>Name</th><th>Salary (RM)</th><th>Action</th></tr>
  <tr><td>{passport}</td><td>{employee}</td><td><input size="12" value="{salary}"></td>
    <td><a href="#x">{kin}</a></td></tr>
</table>
<p style="color: red !important; -webkit-text-fill-color: red !important">{kin}</p>
<label>Next of Kin</label> <label>{kin}</label>
<label for="address">Postal Address</label> <input id="address" size="30" value="{address}">
<input size="30" placeholder="{email}"> <textarea cols="30">{kin} {permit}</textarea>
<select style="width: 200px"><option>{state}</option><option>Female</option></select>
<button title="{mykad}">{kin}</button> <span role="combobox">{state}</span> <div contenteditable>{address}</div>
<svg width="300" height="30"><text x="5" y="20">{kin}</text></svg>
<canvas id="board" width="300" height="30"></canvas>
<iframe srcdoc="<p>{kin} {passport}</p>" width="300" height="60"></iframe>
<dialog id="notice">{kin}, permit {permit}, wages</dialog>
<p>{split}</p>
<a class="btn" href="javascript:void(0)">SAVE AS DRAFT</a>
<script>
  document.getElementById("board").getContext("2d").fillText("{kin}", 5, 20);
  document.getElementById("notice").showModal();
  const host = document.createElement("div");
  host.attachShadow({{mode: "open"}}).innerHTML = "<p style='color: green'>{kin}</p>";
  document.body.append(host);
</script>
"""


def page_of(household: dict[str, str]) -> str:
    """Write a page that shows everything of a household, in every way in which a page can show something."""
    split = "".join(f"<span>{sign}</span>" for sign in household["passport"])
    return _PAGE.format(**household, split=split)


def people(household: dict[str, str]) -> tuple[str, ...]:
    """List what the journal is told of the people of a household; of the next of kin it knows nothing."""
    return tuple(household[name] for name in ("employer", "employee", "email", "address", "phrase"))
