"""SOCSO's four forms, filled in or ready to copy, and the e-mail that asks for a portal ID.

known          what the forms ask for, from data/forms.toml          values    what goes there, from the profile
blank          a blank that the person downloaded, and its fields    placing   which value goes into which field
filling        a new PDF, read again                                 page      what to copy, or what to check
making         the files, beside the profile
e_mail         the draft to SOCSO                                    awaiting  the working days until the portal ID
"""
