"""The commands: parse, wire, print, exit code."""
