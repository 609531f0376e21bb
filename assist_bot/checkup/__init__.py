"""What `doctor` looks at on this computer. Nothing is changed, and no check ends in an error.

checking        how a check is written down, and how what went wrong becomes one
programs        the browser and what drives it       folders   the folders, who may read them, and the disk
moment          the clock and the time zone          secrets   the credential store and the password
household       the profile and the papers           record    the ledger
network         from the portal's name to its certificate
"""
