"""The moves of the conversation: read what is known, call the core, choose a response."""
