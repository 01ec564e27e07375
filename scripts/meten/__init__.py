"""Measures the assistant on conversations that were written beforehand: play, judge, count, set beside what was recorded."""
