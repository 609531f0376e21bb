"""The steps of the employer's guide, one function each. A line of the guide is a line of code here."""
