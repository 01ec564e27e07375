"""Graph components for Rasa. Importing them loads Rasa; the grammar beside them does not."""
