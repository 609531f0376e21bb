"""Registers a foreign domestic worker with SOCSO (PERKESO) and pays her contribution on the ASSIST portal.

cli            the commands: parse, wire, print, exit code
(flows)        the guide's steps, one function each, in the portal's own words
portal         the portal as a person sees it: labels, sections, rows
browser        finds, opens and closes a browser on a private data folder
fence          where that browser may go, and a proxy that holds it to that
standing       where the household stands: each month's state, and the one next action
checklist      what the guide asks for before the portal, and how it stands
interview      the profile asked for in plain words, answer by answer
checkup        what `doctor` looks at on this computer
ledger         the lasting record of contributions; refuses to begin one twice
journal        one run's record; review makes a page of it, as page makes any
scheduling     the monthly run without a person; notifying tells how it went
proof          registration and contributions of an employee as one PDF
filing         where receipts, slips and letters are kept, and what they are called
contribution   months, categories, the schedule: what is owed, and the check on what the portal says
credentials    the password and the security answer
scans          the person's papers as pictures; machine_readable_zone reads a passport's two lines
forms          SOCSO's four forms and the e-mail that asks for a portal ID
profile        the household's own facts, in one file
errors         everything that can end a run, grouped by what the person does next
language       the language in which all of them speak to the person: English, or Malay from locale/
"""

__version__ = "0.1.0"
