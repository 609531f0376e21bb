"""The guide's checklist: what is to be there before the portal, item by item.

items          how an item is written down
preparation    what is known when the list is made, however much of the profile is there
whole          the whole list: each part is one function that gives sections
profile, scans, forms, portal_id, log_in, documents    the parts
papers         whether each paper can be handed in, and something is to be seen on it
holding        passports and work permits: valid, and those of the profile
"""
