"""What the long tables of evidence share: trying their cells, keeping the results, writing a table of them."""
