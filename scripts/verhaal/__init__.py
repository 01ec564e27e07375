"""Conversations as tests: stories in YAML that staff write, played against the real assistant."""
