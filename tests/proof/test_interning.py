"""One object for equal terms, for as long as it is in use; nothing is mistaken for something that has gone."""

from __future__ import annotations

import gc
import sys
import threading
from random import Random

from soundness import Grammar, check, lemmas, refused

from symstride.proof.certificate import certificate_text
from symstride.proof.kernel import polynomials, terms
from symstride.proof.kernel.polynomials import normal
from symstride.proof.kernel.replay import Refused, replay
from symstride.proof.kernel.rules import ring
from symstride.proof.kernel.terms import Term, make, num, substitute, var
from symstride.proof.language.syntax import entry, integer, total


def test_equal_terms_are_one_object() -> None:
    check(integer("s*tau + dl*i - p") is integer("s*tau + dl*i - p"))
    check(total("i", 0, "k", entry("f", "i")) is total("j", 0, "k", entry("f", "j")), "names of bound indices")
    check(make("nat", 1) is not make("num", 1))


def test_different_terms_are_different_objects() -> None:
    check(entry("x", "i") is not entry("x", "i", "i"))
    check(make("add", var("a"), var("b")) is not make("add", var("b"), var("a")))


def test_a_term_that_is_in_use_stays_the_same_object() -> None:
    kept = integer("a*b + 17")
    address = id(kept)
    for n in range(400):
        integer(f"b*{n}")
        if n % 100 == 0:
            gc.collect()
    check(integer("a*b + 17") is kept and id(integer("a*b + 17")) == address)


def test_terms_out_of_use_are_forgotten() -> None:
    gc.collect()
    before = len(terms._TERMS), len(polynomials._ATOMS)
    for n in range(500):
        normal(make("mul", var(f"gone{n}"), make("add", var(f"gone{n}"), num(n))))
    gc.collect()
    after = len(terms._TERMS), len(polynomials._ATOMS)
    check(after[0] <= before[0] + 10 and after[1] <= before[1] + 10, before, after)


def test_an_atom_made_again_is_not_mistaken_for_another() -> None:
    """Atoms come and go with their polynomials; a kept polynomial keeps its own."""
    kept = normal(integer("u*v + w"))
    for n in range(300):
        normal(integer(f"(x{n} + 1)*(y{n} + 2)"))
    gc.collect()
    check(normal(integer("w + v*u")) == kept)
    check(normal(integer("u*v + x")) != kept)


def test_collection_at_every_allocation_changes_nothing() -> None:
    """The garbage collector runs all the time, also in the middle of rules."""
    texts = {name: certificate_text({"claim": theorem}, {}) for name, theorem in list(lemmas().items())[:4]}
    old = gc.get_threshold()
    gc.set_threshold(1, 1, 1)
    try:
        for name, text in texts.items():
            check(replay(text).claims["claim"].concl is lemmas()[name].concl, name)
    finally:
        gc.set_threshold(*old)


def test_random_terms_are_found_again(rng: Random) -> None:
    grammar = Grammar(rng)
    for _ in range(300):
        t = grammar.scalar(4)
        check(_copied(t) is t, t)
        check(substitute(t, {}) is t)


def _copied(term: Term) -> Term:
    return make(term.tag, *(_copied(x) if type(x) is Term else x for x in term.args))


def test_numbers_truths_and_floats_do_not_meet() -> None:
    """1, True and 1.0 are one dictionary key; the exact type is tested before anything is looked up."""
    one = num(1)
    for other in (True, 1.0):
        with refused("num: wrong kind of argument"):
            make("num", other)
    check(num(1) is one and type(num(1).args[0]) is int)


def test_threads_accept_what_one_would_and_no_more() -> None:
    """Racing threads hold the same terms: each accepts what is proved, and nothing else."""
    text = certificate_text({"claim": lemmas()["pick_quotient"]}, {})
    false = text.replace('"axiom","mod_low"', '"axiom","mod_high"')
    accepted, surprises = list[str](), list[str]()

    def work() -> None:
        for _ in range(6):
            try:
                check(replay(text).claims["claim"].concl is not None)
                accepted.append("genuine")
            except Refused as why:
                surprises.append(str(why))
            try:
                replay(false)
                surprises.append("the wrong axiom was accepted")
            except Refused:
                pass

    old = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(old)
    check(surprises == [] and "mod_low" in text, surprises)
    check(len(accepted) == 24, accepted)
    check(ring(integer("a"), integer("a")).concl is make("eq", var("a"), var("a")))


def test_threads_that_make_one_term_at_once_get_one_object() -> None:
    """Two objects for one term would compare as different: replays in threads would refuse what is proved."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        for turn in range(40):
            made = [list[Term]() for _ in range(8)]
            start = threading.Barrier(len(made))

            def work(found: list[Term], start: threading.Barrier = start, turn: int = turn) -> None:
                start.wait()
                found.extend(make("add", var("threads"), num(1_000 * turn + n)) for n in range(300))

            threads = [threading.Thread(target=work, args=(found,)) for found in made]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            for same in zip(*made, strict=True):
                check(len({id(term) for term in same}) == 1)
    finally:
        sys.setswitchinterval(before)
