"""Report pages: what every generator of pages has in common.

figures     a report's figures as printed, and what each of them means
labels      wording of the two national forms
grids       the three tables of a form as grids with real spans
csv_files   numbers and CSV in the project's way
page        the parts of a page around its tables
html_tables, pipe_tables, text_cells   the tables in the ways in which pages print them
"""
