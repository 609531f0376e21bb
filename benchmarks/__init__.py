"""What assist-bot costs, as ratios within one run.

household      the employer at the practice portal, and the month that everybody pays
our_side       `pay` with all its evidence, in an open browser or as a command
bare_script    the same clicks, and nothing else        bare_requests   the same requests, without a browser
help_text      how soon --help is there                 comparing       alternating pairs, medians
"""
