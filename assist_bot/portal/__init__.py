"""The ASSIST portal as a person sees it."""
