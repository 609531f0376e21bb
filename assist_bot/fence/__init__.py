"""Where the browser may go: to the portal, and to FPX and the bank during the hand-over.

fence       the rule, and what was turned away
banks       the hosts of FPX and of the banks
proxy       holds the rule, below whatever a page can do; `reaching` and `way_out` are its way to the internet
"""
