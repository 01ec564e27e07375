"""The ledger shown: as a table, as chat text and as a chart, all from the same steps."""
