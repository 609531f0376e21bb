"""The two machine-readable lines of a passport, read from a scan of it where this computer can read pictures.

zone       what the lines say, and whether they can be believed (ICAO 9303, part 4: passports, 2 lines of 44)
engine     the program that reads writing on pictures: found, started, and bounded in time
reading    from a scan to its zone
"""

from assist_bot.machine_readable_zone.engine import engine, how_to_get_one
from assist_bot.machine_readable_zone.reading import read_zone
from assist_bot.machine_readable_zone.zone import Zone, zone_in

__all__ = ["Zone", "engine", "how_to_get_one", "read_zone", "zone_in"]
