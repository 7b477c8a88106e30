"""A finished proof in print: LaTeX, a web page and, where a TeX is found, a PDF.

    proof -> paper.paper_of -> Paper (plain data) -> latex.render_tex -> engine.compile_pdf
                                                  -> page.render_html

``notation`` prints kernel terms, ``glossary`` explains what was printed, ``tables`` show the bank.
"""
