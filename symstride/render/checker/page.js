/* The page around the checker: it replays the certificate that stands in the page, in short slices, and shows the
 * verdict, the claims and the steps.  Text goes into the page as text only.
 */
"use strict";

(() => {
  const { Refusal, axioms, describe, refused, replaying, rules, showSequent } = symstrideChecker;
  const SLICE = 10; // milliseconds of checking before the page may breathe
  const CHUNK = 25; // steps that are listed at a time
  const AHEAD = 400; // pixels of the list that are filled below the visible part
  const PAUSE = 250; // milliseconds without a key before an edited certificate is replayed
  const CLAIMS_SHOWN = 3; // the others open on demand

  const root = document.getElementById("checker");
  const part = (name) => document.getElementById(`checker-${name}`);
  const area = part("text");
  const box = part("box");
  const original = embedded(document.getElementById("certificate").textContent);
  let current = null; // the replay that is under way, or the last one

  /** In the page every < of the certificate is written \u003c, which no canonical text contains. */
  function embedded(text) {
    return text.replace(/\\(u003c|[^])/g, (all, escape) => (escape === "u003c" ? "<" : all));
  }

  function element(tag, text, className = "") {
    const made = document.createElement(tag);
    made.textContent = text;
    if (className !== "") made.className = className;
    return made;
  }

  const plural = (n, noun) => `${n} ${noun}${n === 1 ? "" : "s"}`;

  // ------------------------------------------------------------------------------------------ replaying

  /** Begins anew with the text in the text area: at once, or only as far as the list of steps is scrolled. */
  function begin(atOnce) {
    const began = performance.now();
    const text = area.value;
    current = { text, atOnce, began, rows: replaying(text), steps: [], claims: [], listed: 0, done: 0, total: 0, answer: null };
    part("claims").replaceChildren();
    part("steps").replaceChildren();
    part("failure").hidden = true;
    part("changed").hidden = text === original;
    verdict("running", "Replaying the certificate.");
    box.scrollTop = 0;
    if (atOnce) slice(current);
    else fill();
  }

  function slice(replay) {
    if (replay !== current || replay.answer !== null) return;
    const until = performance.now() + SLICE;
    advance(replay, () => performance.now() >= until);
    fill();
    setTimeout(slice, 0, replay);
  }

  /** Checks rows until there is an answer, or enough for now. */
  function advance(replay, enough) {
    while (replay.answer === null && !enough()) {
      try {
        const { done, value } = replay.rows.next();
        if (done) replay.answer = { proved: true, ...value };
        else note(replay, value);
      } catch (error) {
        replay.answer = refused(error instanceof Refusal ? error : new Refusal(String(error), "file"));
      }
    }
    part("progress").max = Math.max(1, replay.total);
    part("progress").value = replay.done;
    if (replay.answer !== null) conclude(replay);
    else verdict("running", `Replaying: ${plural(replay.steps.length, "step")} so far. ${replay.atOnce ? "" : "Scroll on in the list of steps."}`);
  }

  function note(replay, row) {
    if (row.part === "start") {
      replay.total = row.terms + row.steps + row.claims;
      return;
    }
    replay.done += 1;
    if (row.part === "steps") replay.steps.push(row.made);
    if (row.part === "claims") replay.claims.push(row.made);
  }

  // ------------------------------------------------------------------------------------------ the verdict

  function verdict(state, text) {
    root.dataset.verdict = state;
    part("verdict").textContent = text;
  }

  function conclude({ text, began, steps, claims, answer }) {
    const milliseconds = performance.now() - began;
    Object.assign(root.dataset, { milliseconds: milliseconds.toFixed(1), steps: steps.length, where: answer.where ?? "" });
    const time = `It took ${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms.`;
    if (!answer.proved) return breakOff(answer, steps.length, text);
    const whose = text === original ? "" : " This is the certificate as it stands in the text area now, not the one that the page came with.";
    verdict("proved", `✓ Replayed: your browser has derived all ${plural(steps.length, "step")} again, and they prove the ${plural(claims.length, "claim")} below. ${time}${whose}`);
    showClaims(claims);
    return undefined;
  }

  function breakOff({ where, why, place }, steps, text) {
    verdict("refused", `✗ Refused at ${where}: ${why}. Nothing is proved; ${plural(steps, "step")} had been derived before.`);
    part("failure").hidden = place === null;
    if (place === null) return;
    const [from, to] = place;
    const before = text.slice(Math.max(0, from - 30), from);
    part("excerpt").textContent = to - from > 1 ? text.slice(from, Math.min(to, from + 300)) : `${before}⟨${text.slice(from, to)}⟩${text.slice(to, to + 30)}`;
    part("find").onclick = () => {
      area.focus();
      area.setSelectionRange(from, to);
    };
  }

  // ------------------------------------------------------------------------------------------ claims and steps

  function showClaims(claims) {
    const holder = part("claims");
    holder.replaceChildren(...claims.slice(0, CLAIMS_SHOWN).map((claim, k) => claimElement(claim, k === 0)));
    const others = claims.slice(CLAIMS_SHOWN);
    if (others.length === 0) return;
    const more = element("details", "");
    more.append(element("summary", `${plural(others.length, "claim")} more`));
    more.addEventListener("toggle", () => more.append(...others.map((claim) => claimElement(claim, false))), { once: true });
    holder.append(more);
  }

  function claimElement(claim, open) {
    const { name, hypotheses, conclusion, definitions, step } = describe(claim);
    const made = element("div", "", "checker-claim");
    made.append(element("p", `${name} (step ${step})`));
    if (hypotheses.length > 0) made.append(element("p", "If"), listOf(hypotheses), element("p", "then"));
    const says = element("p", "");
    says.append(element("code", conclusion));
    made.append(says);
    if (definitions.length > 0) {
      const where = element("details", "");
      where.open = open;
      where.append(element("summary", "with the definitions that the certificate gives"), listOf(definitions));
      made.append(where);
    }
    return made;
  }

  function listOf(texts) {
    const made = element("ul", "");
    for (const text of texts) {
      const item = element("li", "");
      item.append(element("code", text));
      made.append(item);
    }
    return made;
  }

  /** Lists steps as far as the list is scrolled; a replay that goes by scrolling derives them at this moment. */
  function fill() {
    const replay = current;
    while (box.scrollTop + box.clientHeight + AHEAD > box.scrollHeight) {
      const wanted = replay.listed + CHUNK;
      if (!replay.atOnce) advance(replay, () => replay.steps.length >= wanted);
      const fresh = replay.steps.slice(replay.listed, wanted);
      part("steps").append(...fresh.map((theorem, k) => stepElement(theorem, replay.listed + k)));
      replay.listed += fresh.length;
      if (replay.answer !== null && replay.listed === replay.steps.length) closeList(replay);
      if (fresh.length === 0) break;
    }
  }

  function stepElement({ rule, axiom, premises, hyps, concl }, position) {
    const made = element("li", "");
    made.value = position;
    const from = premises.length > 0 ? ` of ${premises.join(", ")}` : axiom === undefined ? "" : ` ${axiom}`;
    made.append(element("b", rule), element("span", `${from}:  `), document.createTextNode(showSequent({ hyps, concl })));
    return made;
  }

  /** The end of the list: where the proof breaks, once. */
  function closeList(replay) {
    if (replay.answer.proved || replay.closed) return;
    replay.closed = true;
    const made = element("li", "", "checker-broken");
    made.value = replay.listed;
    made.append(element("b", `✗ ${replay.answer.where}`), document.createTextNode(`: ${replay.answer.why}`));
    part("steps").append(made);
  }

  // ------------------------------------------------------------------------------------------ what is trusted

  function describeTrust() {
    const source = document.getElementById("checker-source").textContent;
    part("lines").textContent = String(source.trim().split("\n").length);
    for (const { name, figure } of [...rules(), ...axioms()]) {
      const meaning = element("dd", "");
      meaning.append(element("code", figure));
      part("rules").append(element("dt", name), meaning);
    }
    part("code").addEventListener("toggle", () => (part("code").querySelector("pre").textContent = source), { once: true });
  }

  // ------------------------------------------------------------------------------------------ the controls

  let waiting = null;
  function edited() {
    clearTimeout(waiting);
    waiting = setTimeout(begin, PAUSE, true);
  }

  function restore() {
    area.value = original;
    begin(true);
  }

  area.value = original;
  area.addEventListener("input", edited);
  box.addEventListener("scroll", fill, { passive: true });
  part("at-once").addEventListener("click", () => begin(true));
  part("scrolling").addEventListener("click", () => begin(false));
  part("restore").addEventListener("click", restore);
  part("panel").hidden = false;
  describeTrust();
  begin(true);
})();
