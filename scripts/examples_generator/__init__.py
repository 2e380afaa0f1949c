"""Makes the example reports of this project and works out what is true of them.

The figures and sentences stand in ``examples/figures.json``. Nothing here calls the program
itself: labels, layouts and sums are written a second time, so that an error of the program
cannot hide in what it is held against.

figures     reads the data file; says what each printed figure means
labels      wording of the two national forms
grids       the three tables of a form as grids with real spans
page        the parts of a page around its tables
html_pages, text_pages, pipe_pages   the layouts
truth       the cells that stand on the pages, tidy
rules, queries   independent recomputation from those cells
readback    reads the finished pages again and holds their shape against the figures
"""
