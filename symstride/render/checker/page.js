/* The page around the checker: it replays the certificate that stands in the page, in short slices, and shows the
 * verdict, the claims and the steps.  Text goes into the page as text only.
 */
"use strict";

(() => {
  const { Refusal, axioms, describe, nodes, refused, replaying, rules, showSequent } = symstrideChecker;
  const { formulas } = symstrideFormulas;
  const reader = typeof symstrideNotation === "undefined" ? null : symstrideNotation; // where there are texts to read
  const SLICE = 15; // milliseconds of checking before the page may breathe
  const CHUNK = 25; // steps that are listed at a time
  const AHEAD = 400; // pixels of the list that are filled below the visible part
  const PAUSE = 250; // milliseconds without a key before an edited certificate is replayed
  const CLAIMS_SHOWN = 3; // the others open on demand
  const EXCERPT = 300; // characters of a row that fails
  const FORMULA = 2000; // nodes of a term that is shown as a formula
  const AROUND = 30; // characters shown before and after a single one that fails

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

  function paragraph(...parts) {
    const made = element("p", "");
    made.append(...parts);
    return made;
  }

  const code = (text) => element("code", text);
  const commas = (texts) => texts.flatMap((text, k) => (k === 0 ? [code(text)] : [", ", code(text)]));
  const plural = (n, noun) => `${n} ${noun}${n === 1 ? "" : "s"}`;

  // ------------------------------------------------------------------------------------------ replaying

  /** Begins anew with the text in the text area: at once, or only as far as the list of steps is scrolled. */
  function begin(atOnce) {
    const text = area.value;
    current = {
      text,
      atOnce,
      began: performance.now(),
      rows: replaying(text),
      total: 0, // rows of the certificate
      done: 0, // those that have been checked
      steps: [], // theorems
      listed: 0, // how many of them stand in the list
      claims: [],
      answer: null, // the verdict, once there is one
      closed: false, // whether the list shows where the proof breaks
    };
    part("claims").replaceChildren();
    part("steps").replaceChildren();
    part("failure").hidden = true;
    showWritten(null);
    part("changed").hidden = text === original;
    box.scrollTop = 0;
    verdict("running", "Replaying the certificate.");
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
        if (done) replay.answer = { proved: true, ...value, lines: reader?.asWritten(value) ?? null };
        else note(replay, value);
      } catch (error) {
        replay.answer = refused(error instanceof Refusal ? error : new Refusal(String(error), "file"));
      }
    }
    part("progress").max = Math.max(1, replay.total);
    part("progress").value = replay.done;
    const more = replay.atOnce ? "" : " Scroll on in the list of steps.";
    if (replay.answer !== null) conclude(replay);
    else verdict("running", `Replaying: ${plural(replay.steps.length, "step")} so far.${more}`);
  }

  function note(replay, { part: kind, rows, made }) {
    if (kind === "start") {
      replay.total = rows;
      return;
    }
    replay.done += 1;
    if (kind === "steps") replay.steps.push(made);
    if (kind === "claims") replay.claims.push(made);
  }

  // ------------------------------------------------------------------------------------------ the verdict

  function verdict(state, text) {
    root.dataset.verdict = state;
    part("verdict").textContent = text;
  }

  function conclude(replay) {
    const { began, steps, answer } = replay;
    const milliseconds = performance.now() - began;
    root.dataset.milliseconds = milliseconds.toFixed(1);
    root.dataset.steps = steps.length;
    root.dataset.where = answer.where ?? "";
    if (answer.proved) praise(replay, Math.ceil(milliseconds));
    else breakOff(replay);
  }

  function praise({ text, steps, claims, answer }, milliseconds) {
    const derived = `\u2713 Replayed: your browser has derived all ${plural(steps.length, "step")} again`;
    const below = claims.length === 1 ? "the claim below" : `the ${claims.length} claims below`;
    const proves = `they prove ${answer.lines === null ? below : "the statement as it is written below"}`;
    const edited = text === original ? "" : " This is your edited certificate, not the one that the page came with.";
    verdict("proved", `${derived}, and ${proves}. It took ${milliseconds} ms.${edited}`);
    showWritten(answer.lines, claims);
    showClaims(claims);
  }

  /** The texts that the statement was built from, and its hypotheses; nothing for certificates without texts. */
  function showWritten(lines, claims) {
    part("written").hidden = lines === null;
    part("by-eye").hidden = lines !== null;
    if (lines === null) return;
    part("texts").replaceChildren(...listOf(lines).children);
    const { hypotheses } = describe(claims[0]);
    part("assumed").textContent = hypotheses.length === 0 ? "There are no hypotheses." : "The hypotheses: ";
    part("assumed").append(...commas(hypotheses));
  }

  function breakOff({ text, steps, answer: { where, why, place } }) {
    const before = `${plural(steps.length, "step")} had been derived before`;
    verdict("refused", `\u2717 Refused at ${where}: ${why}. Nothing is proved; ${before}.`);
    part("claims").replaceChildren(paragraph("None of them has been proved."));
    part("failure").hidden = place === null;
    if (place === null) return;
    const [from, to] = place;
    const row = text.slice(from, Math.min(to, from + EXCERPT));
    part("excerpt").textContent = to - from > 1 ? row : around(text, from);
    part("find").onclick = () => {
      area.focus();
      area.setSelectionRange(from, to);
    };
  }

  /** One character, marked, with its neighbours. */
  function around(text, at) {
    const marked = `\u27e8${text.slice(at, at + 1)}\u27e9`;
    return text.slice(Math.max(0, at - AROUND), at) + marked + text.slice(at + 1, at + AROUND);
  }

  // ------------------------------------------------------------------------------------------ claims and steps

  function showClaims(claims) {
    const made = claims.slice(0, CLAIMS_SHOWN).map((claim, k) => claimElement(claim, k === 0));
    part("claims").replaceChildren(...made);
    const others = claims.slice(CLAIMS_SHOWN);
    if (others.length === 0) return;
    const build = () => others.map((claim) => claimElement(claim, false));
    part("claims").append(foldedAway(`${plural(others.length, "claim")} more`, build));
  }

  /** A closed box whose contents are made when it is opened for the first time. */
  function foldedAway(title, build) {
    const made = element("details", "");
    made.append(element("summary", title));
    const open = () => build().forEach((child) => made.append(child));
    made.addEventListener("toggle", open, { once: true });
    return made;
  }

  function claimElement(claim, open) {
    const { name, hypotheses, conclusion, definitions, step } = describe(claim);
    const made = element("div", "", "checker-claim");
    made.append(paragraph(element("strong", name || "(no name)"), ` by step ${step}`));
    if (isSmall(claim)) made.append(mathematics(claim));
    if (hypotheses.length > 0) made.append(paragraph("If ", ...commas(hypotheses), ", then"));
    made.append(paragraph(code(conclusion)));
    if (definitions.length === 0) return made;
    const where = element("details", "");
    where.open = open;
    where.append(element("summary", "with the definitions that the certificate gives"), listOf(definitions));
    made.append(where);
    return made;
  }

  const isSmall = ({ hyps, concl }) => [...hyps, concl].every((term) => term.size <= FORMULA);

  /** Hypotheses and conclusion as formulas. */
  function mathematics({ hyps, concl }) {
    const made = formulas([...hyps, concl]);
    const last = made.pop();
    const given = made.flatMap((formula, k) => [k === 0 ? "If " : ", ", formula]);
    return paragraph(...given, ...(given.length > 0 ? [", then "] : []), last);
  }

  function listOf(texts) {
    const made = element("ul", "");
    for (const text of texts) {
      const item = element("li", "");
      item.append(code(text));
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
    const basis = axiom ?? (premises.length > 0 ? `of ${premises.join(", ")}` : "");
    made.append(element("b", rule), " ", element("span", basis), " ", showSequent({ hyps, concl }));
    return made;
  }

  /** The end of the list: where the proof breaks, once. */
  function closeList(replay) {
    if (replay.answer.proved || replay.closed) return;
    replay.closed = true;
    const made = element("li", "", "checker-broken");
    made.value = replay.listed;
    made.append(element("b", `\u2717 ${replay.answer.where}`), ` ${replay.answer.why}`);
    part("steps").append(made);
  }

  /** What this page has derived at a step: its rule, its sequent, and how many steps it rests on; null for nothing. */
  function derivedAt(position) {
    const step = current.answer?.proved === true ? current.steps[position] : undefined;
    if (step === undefined) return null;
    const behind = new Set([position]);
    for (const each of behind) current.steps[each].premises.forEach((premise) => behind.add(premise));
    return {
      rule: step.rule,
      premises: step.premises,
      steps: behind.size,
      sequent: showSequent(step),
      formula: isSmall(step) ? mathematics({ hyps: step.hyps, concl: step.concl }) : null,
    };
  }

  /** Shows a step in the list. */
  function showStep(position) {
    while (current.listed <= position && current.listed < current.steps.length) {
      const fresh = current.steps.slice(current.listed, current.listed + CHUNK);
      part("steps").append(...fresh.map((theorem, k) => stepElement(theorem, current.listed + k)));
      current.listed += fresh.length;
    }
    const row = part("steps").children[position];
    row.scrollIntoView({ block: "center" });
    row.tabIndex = -1;
    row.focus({ preventScroll: true });
  }

  // ------------------------------------------------------------------------------------------ what is trusted

  function describeTrust() {
    const linesIn = (script) => String(script.textContent.trim().split("\n").length);
    const shown = (title, script) => foldedAway(title, () => [element("pre", script.textContent)]);
    part("lines").textContent = linesIn(part("source"));
    part("code").append(shown("The checker, as it runs here", part("source")));
    if (reader !== null) {
      part("reader").hidden = false;
      part("reader-lines").textContent = linesIn(part("notation"));
      part("code").append(shown("The reader of texts, as it runs here", part("notation")));
    }
    const parts = { "The rules": rules(), "The axioms": axioms(), "The terms": nodes() };
    const made = Object.entries(parts).flatMap(([title, rows]) => [element("h4", title), tableOf(rows)]);
    part("rules").append(...made);
  }

  function tableOf(rows) {
    const made = element("dl", "");
    for (const { name, figure } of rows) {
      const meaning = element("dd", "");
      meaning.append(code(figure));
      made.append(element("dt", name), meaning);
    }
    return made;
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
  root.replayed = Object.freeze({ derivedAt, showStep }); // for the page around
  describeTrust();
  begin(true);
})();
