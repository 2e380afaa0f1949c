"""Makes report pages of invented bodies by the thousand, with the truth of what stands on them.

The same options always make the same bytes. Like the examples, nothing here calls the program.

bodies, invention, printing, prose   who reports what, and how it is printed
wording, sheets     how labels and tables differ from those of the form
furniture, web_pages, word_pages, text_pages   layouts of HTML, Word, text and Markdown
typesetting, pdf_file, printed_pages           layouts with places on paper
figure_tables       tables of figures that other tools make
layouts             the list of all of them
making              writes a folder of pages and its truth
comparison          holds what the program read against the truth
"""
