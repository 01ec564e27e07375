"""Where messages come in: our own forms of Rasa's channels, with checks and limits."""
