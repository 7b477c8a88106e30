"""What can be said of strided layers beyond their identity: sharing, fields, and what else a researcher asks for.

Each result says how sure it is: *proved* (a theorem of the kernel says so, ``.theorem`` or the name of one in
``symstride.CATALOGUE``), *exact* (integers, fractions, expressions: nothing is rounded), or *numeric* (with a bound).
"""
