"""The page that checks itself, in Chromium: a genuine certificate, a tampered one, an edited one, scripts off."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from checker_browser import Browser, checker_page

import symstride
from symstride.proof.kernel.replay import Refused, replay


@pytest.fixture
def browser(need: Callable[[str], str], tmp_path: Path) -> Browser:
    return Browser(need("chromium"), tmp_path)


@cache
def certificate(axes: int = 2) -> str:
    return symstride.prove_general("phase-lemma", axes).certificate()


@cache
def steps(axes: int = 2) -> int:
    return replay(certificate(axes)).steps


def tampered(text: str) -> str:
    """One character changed: a step refers to the step before the one that it needs."""
    at = text.index('["cut",') + len('["cut",')
    return text[:at] + ("1" if text[at] != "1" else "2") + text[at + 1 :]


def place_of_refusal(text: str) -> str:
    with pytest.raises(Refused) as caught:
        replay(text)
    return caught.value.where


def test_a_genuine_certificate_is_replayed(browser: Browser) -> None:
    page = browser.open(checker_page(certificate()))
    assert page.state == "proved"
    assert f"derived all {steps()} steps again" in page.verdict
    assert page.attributes["checker"]["data-steps"] == str(steps())
    assert float(page.attributes["checker"]["data-milliseconds"] or "nan") >= 0


def test_the_claims_are_shown_as_the_checker_read_them(browser: Browser) -> None:
    claims = browser.open(checker_page(certificate(1))).texts["checker-claims"]
    assert "phase lemma by step" in claims
    assert "If 0 <= tau, 1 <= a, 1 <= dl, 1 <= s, tau < a, then" in claims
    assert "phases((v0, v1 -> conv(w, x, C, k, s, dl, p, v0, v1)), a, tau, o, m) = sum(v0 in [0, C))" in claims
    assert "phases(x[,], S, rho, c, m) := x[c, S*m + rho]" in claims


def test_steps_are_listed_and_trust_is_described(browser: Browser) -> None:
    page = browser.open(checker_page(certificate(1)))
    assert "sum_swap|- sum(v0 in [lo, hi)) sum(v1 in [lo2, hi2)) f[v0, v1] = " in page.texts["checker-rules"]
    assert page.texts["checker-steps"].startswith("unfold")
    assert int(page.texts["checker-lines"]) > 500
    assert "symstride replay certificate.json" in page.texts["checker"]


def test_a_tampered_certificate_is_refused_at_its_place(browser: Browser) -> None:
    text = tampered(certificate())
    page = browser.open(checker_page(text))
    where = place_of_refusal(text)
    assert where.startswith("steps[")
    assert page.state == "refused"
    assert page.attributes["checker"]["data-where"] == where
    assert f"Refused at {where}: cut: " in page.verdict
    assert page.texts["checker-excerpt"].startswith('["cut",')
    assert page.texts["checker-claims"] == "None of them has been proved."


def test_a_broken_text_is_refused_at_its_character(browser: Browser) -> None:
    at = certificate().index('"steps"') - 1
    page = browser.open(checker_page(certificate()[:at] + " " + certificate()[at:]))
    assert page.state == "refused"
    assert f"Refused at file: character {at}: " in page.verdict
    assert "\u27e8 \u27e9" in page.texts["checker-excerpt"]


def test_without_scripts_the_page_says_that_nothing_was_replayed(browser: Browser) -> None:
    page, seen = browser.open_without_scripts(checker_page(certificate()))
    assert page.state == "none"
    assert "The proof has not been replayed on this page." in seen
    assert "Scripts are off here, so nothing has been checked" in seen
    assert "The steps" not in seen
    assert "hidden" in page.attributes["checker-panel"]


def test_with_scripts_the_page_does_not_say_so(browser: Browser) -> None:
    page = browser.open(checker_page(certificate()))
    assert "hidden" not in page.attributes["checker-panel"]
    assert "not been replayed" not in page.verdict


# ------------------------------------------------------------------------------------------------ a reader's hands

WAIT = """
const root = document.getElementById("checker");
const part = (name) => document.getElementById("checker-" + name);
const settled = (state) => new Promise((done) => {
  const look = () => (root.dataset.verdict === state ? done() : setTimeout(look, 5));
  look();
});
const type = (text) => { part("text").value = text; part("text").dispatchEvent(new Event("input")); };
"""
"""What the scripts below have in common."""

CHANGE_ONE_CHARACTER = WAIT + 'settled("proved").then(() => type(part("text").value.replace(\'"ring"\', \'"rinq"\')));'
CHANGE_AND_RESTORE = CHANGE_ONE_CHARACTER + 'settled("refused").then(() => part("restore").click());'
SCROLL = (
    WAIT
    + """
const listed = [];
settled("proved").then(async () => {
  part("scrolling").click();
  while (root.dataset.verdict === "running") {
    listed.push(part("steps").children.length);
    root.dataset.listed = listed.join(" ");
    part("box").scrollTop = part("box").scrollHeight;
    part("box").dispatchEvent(new Event("scroll")); // on virtual time frames are rare, and scroll events come with them
    await new Promise((done) => setTimeout(done, 5));
  }
});
"""
)
SCROLL_NOT = WAIT + 'settled("proved").then(() => part("scrolling").click());'


def test_a_character_changed_in_the_page_is_found(browser: Browser) -> None:
    page = browser.open(checker_page(certificate(), CHANGE_ONE_CHARACTER))
    where = place_of_refusal(certificate().replace('"ring"', '"rinq"', 1))
    assert page.state == "refused"
    assert f"Refused at {where}: no such rule: rinq" in page.verdict
    assert "hidden" not in page.attributes["checker-changed"]


def test_the_certificate_is_restored(browser: Browser) -> None:
    page = browser.open(checker_page(certificate(), CHANGE_AND_RESTORE))
    assert page.state == "proved"
    assert "hidden" in page.attributes["checker-changed"]


def test_steps_are_replayed_as_the_list_is_scrolled(browser: Browser) -> None:
    page = browser.open(checker_page(certificate(), SCROLL))
    listed = list(map(int, (page.attributes["checker"]["data-listed"] or "").split()))
    assert page.state == "proved"
    assert 0 < listed[0] < steps()
    assert len(listed) > 3
    assert listed == sorted(listed)


def test_steps_that_are_not_scrolled_to_are_not_replayed(browser: Browser) -> None:
    page = browser.open(checker_page(certificate(), SCROLL_NOT))
    assert page.state == "running"
    assert "Scroll on in the list of steps." in page.verdict


# ------------------------------------------------------------------------------------------------ other certificates


def test_angle_brackets_reach_the_checker_as_they_are(browser: Browser) -> None:
    text = with_claim_called("</script><script>x<!--<b>\\u003c")
    replay(text)
    page = browser.open(checker_page(text))
    assert page.state == "proved"
    assert "</script><script>x<!--<b>\\u003c" in page.texts["checker-claims"]
    assert "hidden" in page.attributes["checker-changed"]


def with_claim_called(name: str) -> str:
    from checker_draft import Draft

    draft = Draft()
    draft.step("ring", "x", "x")
    return draft.claim([], ("eq", "x", "x"), 0, name).text()


# ------------------------------------------------------------------------------------------------ identities

MOVED = symstride.Identity("sum(f[i] for i in range(n))", "sum(f[n - 1 - i] for i in range(n))", "0 <= n")


def test_the_statement_of_an_identity_is_shown_as_written(browser: Browser) -> None:
    page = browser.open(checker_page(MOVED.prove().certificate()))
    assert page.state == "proved"
    assert "they prove the statement as it is written below" in page.verdict
    assert "sum(f[i] for i in range(n)) == sum(f[n - 1 - i] for i in range(n))" in page.texts["checker-texts"]
    assert page.texts["checker-assumed"] == "The hypotheses: 0 <= n"
    assert "hidden" not in page.attributes["checker-written"]
    assert "hidden" in page.attributes["checker-by-eye"]


def test_other_texts_than_what_is_proved_are_refused(browser: Browser) -> None:
    text = MOVED.prove().certificate().replace("f[n - 1 - i]", "f[n - 1 + i]")
    page = browser.open(checker_page(text))
    assert page.state == "refused"
    assert page.attributes["checker"]["data-where"] == "claims[0]"
    assert "what is proved is not what the texts of the certificate mean" in page.verdict
    assert page.texts["checker-claims"] == "None of them has been proved."
    assert "hidden" in page.attributes["checker-written"]


def test_claims_without_texts_are_compared_by_eye(browser: Browser) -> None:
    page = browser.open(checker_page(certificate(1)))
    assert "hidden" in page.attributes["checker-written"]
    assert "hidden" not in page.attributes["checker-by-eye"]


def test_many_claims_are_folded_away(browser: Browser) -> None:
    text = symstride.prove(symstride.read("nn.Conv2d(3, 64, 7, stride=2, padding=3)")).certificate()
    count = len(replay(text).claims)
    page = browser.open(checker_page(text))
    assert f"they prove the {count} claims below" in page.verdict
    assert f"{count - 3} claims more" in page.texts["checker-claims"]


# ------------------------------------------------------------------------------------------------ formulas


def formula_of(browser: Browser, certificate_text: str) -> str:
    """The first claim as a formula, its pieces read as text."""
    show = (
        "settled('proved').then(() => { root.dataset.formula = part('claims').querySelector('p + p').textContent; });"
    )
    page = browser.open(checker_page(certificate_text, WAIT + show))
    return page.attributes["checker"]["data-formula"] or ""


@pytest.mark.parametrize(
    ("left", "right", "shown"),
    [
        ("x[(a - b)//(1 + c)]*2", "2*x[(a - b)//(1 + c)]", "x[⌊(a−b)/(1+c)⌋]⋅2=2⋅x[⌊(a−b)/(1+c)⌋]"),
        ("x[-b//c] + f[0]*g[0]", "f[0]*g[0] + x[-b//c]", "x[⌊(−b)/c⌋]+f[0]⋅g[0]=f[0]⋅g[0]+x[⌊(−b)/c⌋]"),
        ("(f[0] + g[0])*x[a % c]", "x[a % c]*(g[0] + f[0])", "(f[0]+g[0])⋅x[amodc]=x[amodc]⋅(g[0]+f[0])"),
        ("sum(x[i] for i in range(c))*2", "2*sum(x[i] for i in range(c))", "(∑0≤v0<cx[v0])⋅2=2⋅(∑0≤v0<cx[v0])"),
    ],
)
def test_a_claim_is_shown_as_a_formula_with_the_brackets_that_it_needs(
    browser: Browser, left: str, right: str, shown: str
) -> None:
    certificate_text = symstride.Identity(left, right, "1 <= c").prove().certificate()
    assert formula_of(browser, certificate_text).removeprefix("If 1≤c, then ") == shown
