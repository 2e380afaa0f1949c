"""Feeds broken and hostile files to the readers.

seeds      good files of every layout, to be broken by the fuzzer
hostile    files made to be slow, deep or large, each near a limit
"""
