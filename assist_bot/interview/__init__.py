"""A profile asked for in plain words: which question comes next, what an answer means, and whether it is right.

questions    the table of questions and of where to look on the papers; what is not asked, and why
fields       what the profile's own model says about a place: its kind, whether it may stay empty, an example
sequence     which questions there are for this household, in their order
answers      what was typed as a value of the profile, and a value as the person reads it
checking     whether an answer is right, by the profile's own rules
suggestions  what can be offered: the e-mail address, the postcode's state, the passport's machine-readable zone
draft        the answers so far, kept at once, so that it can be left and resumed
"""
