"""A finished proof in print: LaTeX, a web page and, where a TeX is found, a PDF.

    proof -> paper.paper_of -> Paper (facts) -> composition.document_of -> Document (blocks in order)
                            -> latex.render_tex -> engine.compile_pdf
                            -> page.render_html

``notation`` prints kernel terms, ``glossary`` explains what was printed, ``tables`` show the bank.
The templates know the blocks of a document and nothing else, whatever the paper is about.
"""
