"""Certificates just inside and just outside of what is allowed: the text, its rows, terms and their normal forms."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from checker_draft import BIG, Case, Draft, Form, canonical, ring, same

from symstride.proof.kernel.terms import ARGUMENTS

MARK = "\u0007"
"""Stands for a piece of text that JSON libraries would not write."""


def cases() -> Iterator[Case]:
    yield from text_cases()
    yield from row_cases()
    yield from term_cases()
    yield from arithmetic_cases()


# ------------------------------------------------------------------------------------------------ the text


def with_about(about: Any) -> str:
    draft = Draft()
    draft.step("ring", "x", "x")
    return draft.claim([], ("eq", "x", "x")).text(about)


def spelled_about(spelling: str) -> str:
    """An about with a value that is spelled out by hand."""
    return with_about({"v": MARK}).replace(json.dumps(MARK), spelling)


def text_cases() -> Iterator[Case]:
    plain = same("x")
    line = plain.rstrip("\n")
    printable = "".join(map(chr, range(0x20, 0x7F)))
    yield Case("one line end", plain, True)
    yield Case("no line end", line, True)
    for name, text in {
        "two line ends": plain + "\n", "carriage return": line + "\r\n", "space before": " " + plain, "empty": "",
        "space after": line + " ", "byte order mark": "\ufeff" + plain, "space inside": plain.replace(",", ", ", 1),
        "word": "null", "list": "[]", "number": "1", "string": '"x"', "object": "{}", "open": line[:-1],
        "closed twice": line + "}", "comma at the end": line[:-1] + ",}", "comma at the end of a list": "[1,]",
        "no comma": line.replace(",", "", 1), "wrong bracket": line[:-1] + "]",
        "key without value": line[:-1] + ',"a"}',
        "number as key": line[:-1] + ",1:1}", "single quotes": line.replace('"', "'"), "cut in a string": line[:5],
        "fields in another order": canonical(dict(reversed(json.loads(plain).items()))),
        "one field more": canonical({**json.loads(plain), "more": []}),
        "one field less": canonical({k: v for k, v in json.loads(plain).items() if k != "about"}),
        "field twice": line[:-1] + ',"claims":[]}', "prototype as field": line[:-1] + ',"__proto__":{}}',
        "another format": plain.replace("certificate-1", "certificate-2"),
        "format with an escape": plain.replace("symstride", "\\u0073ymstride"),
        "format in a list": plain.replace('"symstride-certificate-1"', '["symstride-certificate-1"]'),
        "terms in an object": canonical({**json.loads(plain), "terms": {}}),
        "steps in an object": canonical({**json.loads(plain), "steps": {}}),
        "claims in an object": canonical({**json.loads(plain), "claims": {}}),
        "letters of another alphabet": plain.replace("x", "\u0445"),
        "the same, escaped": plain.replace("x", "\\u0445"),
        "a lone surrogate": plain.replace("x", "\\ud800"),
        "a pair of surrogates": plain.replace("x", "\\ud83d\\ude00"),
        "a line separator": plain.replace("x", "\\u2028"),
        "a null character": plain.replace("x", "\\u0000"),
    }.items():  # fmt: skip
        yield Case(name, text, False)
    yield Case("all of printable ASCII", with_about({"v": printable}), True)
    yield Case("delete", with_about({"v": "\x7f"}), False)
    for character in "\n\t\b\f\r\x00\x1f\xa0\u00e9":
        yield Case(f"about with {character!a}", with_about({"v": character}), False)
    for spelling in (
        r'"\/"',
        r'"\u0041"',
        r'"\u005C"',
        r'"\x41"',
        r'"\U00000041"',
        r'"\""x',
        '"\\',
        r'"\u00e"',
        r'"\u00E9"',
    ):
        yield Case(f"spelled {spelling}", spelled_about(spelling), False)
    for spelling in (r'"\\"', r'"\""', r'"\\u0041"', '"</script><!--"', "0", "-1", "true", "false", "null", "[]", "{}",
                     f"{BIG}", f"{-BIG}", '{"constructor":1,"toString":2,"hasOwnProperty":3}',
                     '"__proto__"'):  # fmt: skip
        yield Case(f"spelled {spelling}", spelled_about(spelling), True)
    for spelling in ("-0", "00", "01", "1.0", "1e3", "1E3", "+1", "-", "NaN", "Infinity", "-Infinity", "0x1", "True",
                     "nul", "undefined", f"{BIG + 1}", f"{-BIG - 1}", f"{BIG + 2}", "1" + "0" * 400,
                     "9" * 5000, "-" + "9" * 4300,
                     "9" * 4301, '{"a":1,"a":1}', '{"a":1,"b":2,"a":1}', '{"1":1}',
                     '{"":1}', '{"__proto__":1}', '{"a b":1}'):  # fmt: skip
        yield Case(f"spelled {spelling[:30]} ({len(spelling)})", spelled_about(spelling), False)
    yield Case("about in a list", with_about([1]), False)
    for depth, accepted in ((98, True), (99, False), (1100, False), (200_000, False)):  # two objects around it
        yield Case(f"about {depth} deep", spelled_about(nested(depth)), accepted)
    for depth in (97, 98, 5000, 200_000):  # two lists and an object around it
        yield Case(f"a row {depth} deep", plain.replace('["var","x"]', f'["var",{nested(depth)}]'), False)
    for text in ("[", "]", '"[', '\\"['):
        yield Case(f"brackets in a string, {text}", with_about({"v": text * 200}), True)
    yield Case("a key as long as a name", with_about({"k" * 64: 1}), True)
    yield Case("a key longer than a name", with_about({"k" * 65: 1}), False)
    yield Case("claim without a name", _draft_with_claims([""]).text(), True)
    yield Case("claim called __proto__", _draft_with_claims(["__proto__", "constructor"]).text(), True)
    yield Case("two claims of one name", _draft_with_claims(["c", "c"]).text(), False)
    yield Case("claim with a line end", _draft_with_claims(["c\n"]).text(), False)
    for name in (1, None, ["c"]):
        yield Case(f"claim called {name}", _draft_with_claims([name]).text(), False)


def nested(depth: int) -> str:
    return "[" * depth + "1" + "]" * depth


def _draft_with_claims(names: list[Any]) -> Draft:
    draft = Draft()
    draft.step("ring", "x", "x")
    for name in names:
        draft.claim([], ("eq", "x", "x"), 0, name)
    return draft


# ------------------------------------------------------------------------------------------------ rows


def edited(change: Callable[[dict[str, Any]], object], text: str | None = None) -> str:
    data = json.loads(text or same(("add", "x", 1)))
    change(data)
    return canonical(data)


def put(part: str, position: int, *path_and_value: Any) -> Callable[[dict[str, Any]], None]:
    *path, value = path_and_value

    def change(data: dict[str, Any]) -> None:
        holder = data[part]
        for at in (position, *path)[:-1]:
            holder = holder[at]
        holder[(position, *path)[-1]] = value

    return change


def row_cases() -> Iterator[Case]:
    for value in ([], {}, None, "x", 1, True, [1], [None, 1], [[]], [["num"], 1]):
        for part in ("terms", "steps", "claims"):
            yield Case(f"{part} with the row {value}", edited(put(part, 0, value)), False)
    for tag in ("constructor", "__proto__", "toString", "hasOwnProperty", "", "Num", "num ", "xor"):
        yield Case(f"node {tag}", edited(put("terms", 0, [tag, 0])), False)
        yield Case(f"rule {tag}", edited(put("steps", 0, [tag, 2, 2])), False)
        yield Case(f"axiom {tag}", edited(put("steps", 0, ["axiom", tag])), False)
    for reference in (-1, 2, 3, 10**6, True, False, None, "0", [0], BIG, BIG + 1, -BIG, {}):
        yield Case(f"term of term {reference}", edited(put("terms", 2, ["add", 0, reference])), False)
        yield Case(f"step on {reference}", edited(put("steps", 0, ["cut", reference, 0])), False)
        yield Case(f"claim of step {reference}", edited(put("claims", 0, 3, reference)), False)
    for reference in (4, True, "3", None, 3.5):
        yield Case(f"conclusion {reference}", edited(put("claims", 0, 2, reference)), False)
        yield Case(f"hypothesis {reference}", edited(put("claims", 0, 1, [reference])), False)
    for claim in (["c", [], 3], ["c", [], 3, 0, 0], ["c", 3, 3, 0], ["c", {}, 3, 0], ["c", [3], 3, 0], ["c", [], 2, 0]):
        yield Case(f"claim {claim}", edited(put("claims", 0, claim)), False)
    yield Case("no claims", edited(lambda data: data.update(claims=[])), False)
    yield Case("no rows", canonical({**json.loads(same("x")), "terms": [], "steps": [], "claims": []}), False)
    yield Case("a term too many", edited(lambda data: data["terms"].append(["num", 7])), False)
    yield Case("a step too many", edited(lambda data: data["steps"].append(["ring", 2, 2])), False)
    yield Case("a term twice, both used", edited(_second_copy), True)
    for tag in ARGUMENTS:
        yield Case(f"{tag} without arguments", edited(put("terms", 0, [tag])), False)
        yield Case(f"{tag} with the argument 0", edited(put("terms", 2, [tag, 0])), False)
    yield Case("a long number in a term", same(7).replace("7", "9" * 4301), False)
    yield Case("a number not quite so long in a term", same(7).replace("7", "9" * 4300), False)
    yield Case("a name with an escape in capitals", same("x").replace("x", r"\u00E9"), False)
    yield Case("a name with an escape", same("x").replace("x", r"\u00e9"), False)
    yield Case("rows too long", edited(put("terms", 1, ["num", 1, 1])), False)
    yield Case("steps too long", edited(put("steps", 0, ["ring", 2, 2, 2])), False)
    yield Case("steps too short", edited(put("steps", 0, ["ring", 2])), False)


def _second_copy(data: dict[str, Any]) -> None:
    data["terms"][3:] = [["add", 0, 1], ["eq", 2, 3]]
    data["steps"][0] = ["ring", 2, 3]
    data["claims"][0][2] = 4


# ------------------------------------------------------------------------------------------------ terms


def raw(*rows: list[Any]) -> str:
    """The certificate of t = t for the last of these rows."""
    n = len(rows)
    step, claim = ["ring", n - 1, n - 1], ["c", [], n, 0]
    data = {"format": "symstride-certificate-1", "about": {}, "terms": [*rows, ["eq", n - 1, n - 1]]}
    return canonical({**data, "steps": [step], "claims": [claim]})


def defined(parameters: Any, body: Form = "x", *args: Form) -> str:
    """The certificate of t = t for a use of a definition; an integer as its body stands for the bracket [0 = body]."""
    scalar = body if isinstance(body, tuple) else ("bracket", ("eq", 0, body))
    return same(("use", ("define", "D", scalar, parameters), *args))


def term_cases() -> Iterator[Case]:
    yield Case("a name of 64 characters", same("x" * 64), True)
    for name in ("x" * 65, "", "1x", "_x", "x y", "x\n", "x.y", "x-", "\u00e9", "x\u0301"):
        yield Case(f"variable {name!a}", raw(["var", name]), False)
        yield Case(f"tensor {name!a}", raw(["entry", name]), False)
    for number in (BIG, -BIG, 0):
        yield Case(f"number {number}", same(number), True)
    for value in (BIG + 1, -BIG - 1, True, None, "1", [1], 2**64, 10**30):
        yield Case(f"number {value}", raw(["num", value]), False)
        yield Case(f"natural number {value}", raw(["nat", value]), False)
    yield Case("natural number 0", same(("nat", 0)), True)
    yield Case("natural number -1", raw(["nat", -1]), False)
    yield Case("bound index alone", same("#0"), False)
    yield Case("negative bound index", raw(["bound", -1], ["sum", 0, 0, 0]), False)
    yield Case("largest bound index", raw(["bound", BIG]), False)
    draft = ("map", 64, ("entry", "w", *[f"#{j}" for j in range(64)]))
    yield Case("map of 64 indices", use_of_map(64, draft), True)
    yield Case("map of 65 indices", use_of_map(65, ("map", 65, ("nat", 1))), False)
    yield Case("map of no index", use_of_map(0, ("map", 0, ("nat", 1))), True)
    yield Case("map of -1 indices", use_of_map(0, ("map", -1, ("nat", 1))), False)
    yield Case("entry with 64 indices", same(("entry", "w", *["i"] * 64)), True)
    yield Case("entry with 65 indices", same(("entry", "w", *["i"] * 65)), False)
    scalar, formula = ("nat", 1), ("le", "x", "y")
    for name, form in {
        "integer and scalar added": ("add", "x", scalar), "integer and scalar multiplied": ("mul", scalar, "x"),
        "quotient of scalars": ("div", scalar, scalar), "remainder of a scalar": ("mod", scalar, "x"),
        "scalar as index": ("entry", "w", scalar), "function of an integer": ("apply", "f", "x"),
        "bracket of an integer": ("bracket", "x"), "bracket of scalars": ("bracket", ("eq", scalar, scalar)),
        "sum of integers": ("sum", 0, 1, "x"), "sum with a scalar range": ("sum", scalar, 1, scalar),
        "map of an integer": ("map", 1, "x"), "formula of formulas": ("add", formula, formula),
        "use of a number": ("use", 1), "entry at a map": ("entry", "w", ("map", 0, scalar)),
        "a map": ("map", 0, scalar),
        "a formula": formula, "sum of formulas": ("sum", 0, 1, formula),
    }.items():  # fmt: skip
        yield Case(name, same(form), False)
    for name, form in {
        "bracket of integers": ("bracket", ("eq", "x", "y")), "function of a scalar": ("apply", "f", scalar),
        "sum of scalars": ("sum", "x", "y", ("entry", "w", "#0")), "quotient of integers": ("div", "x", "y"),
    }.items():  # fmt: skip
        yield Case(name, same(form), True)
    yield Case("formula of two sorts", raw(["num", 1], ["nat", 1], ["eq", 0, 1]), False)
    yield Case("index in the bounds of its sum", same(("sum", 0, "#0", scalar)), False)
    yield from definition_cases()


def use_of_map(arity: int, form: Form) -> str:
    return defined([["T", arity]], ("nat", 1), form)


def definition_cases() -> Iterator[Case]:
    one = ("map", 1, ("entry", "w", "#0"))
    yield Case("definition", defined([["x", -1]], "x", 3), True)
    yield Case("definition that ignores a parameter", defined([["x", -1], ["y", -1]], "x", 3, 4), True)
    yield Case("definition without parameters", defined([], 7), True)
    for name, body in (("an integer", ["num", 7]), ("a formula", ["eq", 0, 0]), ("a map", ["map", 0, 0])):
        rows = [["num", 1], body, ["define", "D", 1, []], ["use", 2]]
        yield Case(f"definition of {name}", raw(*rows), False)
    yield Case("definition of a scalar", defined([["w", 1]], ("entry", "w", 2), one), True)
    yield Case("definition with a free name", defined([["y", -1]], "x", 3), False)
    yield Case("definition with a free tensor", defined([["w", 2]], ("entry", "w", 0), ("map", 2, ("nat", 0))), False)
    yield Case("definition with a loose index", defined([], "#0"), False)
    yield Case("parameter given twice", defined([["x", -1], ["x", -1]], "x", 3, 3), False)
    yield Case("parameter with two arities", defined([["x", -1], ["x", 1]], "x", 3, one), False)
    yield Case("parameter of arity 64", defined([["w", 64]], 1, ("map", 64, ("nat", 0))), True)
    for key in (
        ["x", -2],
        ["x", 65],
        ["x", True],
        ["x", "1"],
        ["x"],
        ["x", -1, 0],
        [1, -1],
        "x",
        ["x y", -1],
        None,
        ["x", None],
    ):
        yield Case(f"parameter {key}", defined([key], 1, 3), False)
    yield Case("parameters in an object", defined({}, 1), False)
    yield Case("too few arguments", defined([["x", -1]], "x"), False)
    yield Case("too many arguments", defined([["x", -1]], "x", 1, 2), False)
    yield Case("map for a variable", defined([["x", -1]], "x", one), False)
    yield Case("integer for a tensor", defined([["w", 1]], ("entry", "w", 2), 3), False)
    yield Case("map of another arity", defined([["w", 2]], ("entry", "w", 2, 3), one), False)
    yield Case("map of no index for a tensor", defined([["w", 1]], ("entry", "w", 2), ("map", 0, ("nat", 1))), False)
    yield Case("scalar for a parameter", defined([["x", -1]], "x", ("nat", 1)), False)


# ------------------------------------------------------------------------------------------------ normal forms


def arithmetic_cases() -> Iterator[Case]:
    for a, b in (
        (7, 2),
        (-7, 2),
        (7, -2),
        (-7, -2),
        (6, 3),
        (-6, 3),
        (6, -3),
        (0, 5),
        (0, -5),
        (BIG, -2),
        (-BIG, 10),
        (-1, BIG),
    ):
        for tag, value in (("div", a // b), ("mod", a % b)):
            yield Case(f"{a} {tag} {b}", ring((tag, a, b), value), True)
            yield Case(f"{a} {tag} {b}, one more", ring((tag, a, b), value + 1), False)
            yield Case(f"{a} {tag} {b}, one less", ring((tag, a, b), value - 1), False)
    for a in (5, 0, -5):
        yield Case(f"{a} div 0", ring(("div", a, 0), 0), True)
        yield Case(f"{a} mod 0", ring(("mod", a, 0), a), True)
    yield Case("x div 0 is not computed", ring(("div", "x", 0), 0), False)
    yield Case("x div x is not 1", ring(("div", "x", "x"), 1), False)
    yield Case("x mod 1 is not computed", ring(("mod", "x", 1), 0), False)
    square = ("mul", BIG, BIG)
    yield Case("a large square modulo 10", ring(("mod", square, 10), BIG**2 % 10), True)
    yield Case("a large square modulo 10, as doubles", ring(("mod", square, 10), int(float(BIG) ** 2) % 10), False)
    yield Case("a large square divided", ring(("div", ("add", square, -1), BIG), BIG - 1), True)
    yield Case("2**53 + 1 is not 2**53", ring(("add", BIG, 2), ("add", BIG, 1)), False)
    for name, s, t, accepted in (
        ("commutes", ("mul", "x", "y"), ("mul", "y", "x"), True),
        ("distributes", ("mul", "x", ("add", "y", 1)), ("add", ("mul", "x", "y"), "x"), True),
        ("cancels", ("add", "x", ("mul", -1, "x")), 0, True),
        ("square", ("mul", ("add", "x", "y"), ("add", "x", "y")),
         ("add", ("add", ("mul", "x", "x"), ("mul", 2, ("mul", "x", "y"))), ("mul", "y", "y")), True),
        ("not a square", ("mul", "x", "x"), "x", False),
        ("not the other variable", "x", "y", False),
        ("scalars", ("add", ("nat", 1), ("nat", 1)), ("nat", 2), True),
        ("integer and scalar", 1, ("nat", 1), False),
        ("arity tells tensors apart", ("entry", "w", 1), ("entry", "w", 1, 1), False),
        ("entry and function", ("entry", "f", 1), ("apply", "f", ("nat", 1)), False),
        ("indices in order", ("entry", "w", "x", "y"), ("entry", "w", "y", "x"), False),
        ("inside indices", ("entry", "w", ("add", "x", 1)), ("entry", "w", ("add", 1, "x")), True),
        ("names of functions", ("apply", "f", ("nat", 1)), ("apply", "g", ("nat", 1)), False),
        ("inside functions", ("apply", "f", ("add", ("nat", 1), ("nat", 1))), ("apply", "f", ("nat", 2)), True),
        ("inside sums", ("sum", 0, "n", ("entry", "w", ("add", "#0", 1))),
         ("sum", 0, "n", ("entry", "w", ("add", 1, "#0"))), True),
        ("bounds of sums", ("sum", 0, "n", ("nat", 1)), ("sum", 1, "n", ("nat", 1)), False),
        ("the empty sum is left alone", ("sum", 1, 0, ("nat", 1)), ("nat", 0), False),
        ("sums are not swapped", ("sum", 0, "n", ("sum", 0, "m", ("entry", "w", "#0", "#1"))),
         ("sum", 0, "m", ("sum", 0, "n", ("entry", "w", "#1", "#0"))), False),
        ("a bracket is not idempotent", ("mul", bracket("eq"), bracket("eq")), bracket("eq"), False),
        ("an equation turned round", bracket("eq"), bracket("eq", "y", "x"), True),
        ("an inequality turned round", bracket("le"), bracket("le", "y", "x"), False),
        ("equation and inequality", bracket("eq"), bracket("le"), False),
        ("an inequality moved", bracket("le", ("add", "x", 1), "y"), bracket("le", "x", ("add", "y", -1)), True),
        ("a true inequality", bracket("le", 1, 2), ("nat", 1), True),
        ("a false inequality", bracket("le", 2, 1), ("nat", 0), True),
        ("an inequality that holds just so", bracket("le", 2, 2), ("nat", 1), True),
        ("a false inequality called true", bracket("le", 2, 1), ("nat", 1), False),
        ("a true equation", bracket("eq", ("add", "x", 1), ("add", 1, "x")), ("nat", 1), True),
        ("a false equation", bracket("eq", "x", ("add", "x", 1)), ("nat", 0), True),
        ("a false equation called true", bracket("eq", 1, 2), ("nat", 1), False),
        ("an equation of two unknowns, turned round", bracket("eq", ("mul", 2, "x"), ("add", "y", "z")),
         bracket("eq", ("add", "z", "y"), ("mul", "x", 2)), True),
    ):  # fmt: skip
        yield Case(f"ring: {name}", ring(s, t), accepted)


def bracket(tag: str, a: Form = "x", b: Form = "y") -> Form:
    return ("bracket", (tag, a, b))
