"""Measures of the release build against its limits, one file a measure."""
