"""Makes the example reports of this project and works out what is true of them.

The figures and sentences stand in ``examples/figures.json``. Nothing here or in
``report_pages`` calls the program itself: labels, layouts and sums are written a second time, so
that an error of the program cannot hide in what it is held against.

data        reads the data file
html_pages, text_pages, pipe_pages   the layouts
truth       the cells that stand on the pages, tidy
rules, queries   independent recomputation from those cells
readback    reads the finished pages again and holds their shape against the figures
"""
