/* What a page does for its reader: copies formulas as TeX, folds what is looked up, and opens the lines of a proof.
 *
 * The page is whole without it.  Text goes into the page as text only.
 */
"use strict";

(() => {
  const FOLDED = new Set(["Setting", "Notation"]); // sections of what is looked up more than read
  const SMALLEST = 0.5; // of its size, to which a formula that cannot break is set smaller
  const SAID = 1200; // milliseconds for which a button says that it has copied

  function element(tag, text = "", className = "") {
    const made = document.createElement(tag);
    made.textContent = text;
    if (className !== "") made.className = className;
    return made;
  }

  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const plural = (n, noun) => `${n} ${noun}${n === 1 ? "" : "s"}`;

  // ------------------------------------------------------------------------------------------ formulas as TeX

  /** The TeX of one formula, whose pieces stand in one element. */
  const tex = (formula) => all("math", formula).map((piece) => piece.getAttribute("alttext")).join(" ");

  async function copy(button, text) {
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = "copied";
    } catch {
      button.textContent = "not copied"; // a browser may forbid it
    }
    setTimeout(() => { button.textContent = "TeX"; }, SAID);
  }

  function addCopying() {
    for (const formula of all("main .formula")) {
      if (formula.closest(".shorts, p") !== null) continue; // in running text a selection copies them
      const button = element("button", "TeX", "tex");
      button.type = "button";
      button.title = "Copy this formula as TeX";
      button.addEventListener("click", () => copy(button, tex(formula)));
      formula.append(button);
    }
  }

  /** A selection that is copied has TeX between dollars in place of its formulas. */
  function copySelection(event) {
    const selection = document.getSelection();
    if (selection.rangeCount === 0 || document.activeElement?.matches("textarea") === true) return;
    const part = selection.getRangeAt(0).cloneContents();
    const formulas = all("math[alttext]", part);
    if (formulas.length === 0) return;
    for (const formula of formulas) formula.replaceWith(`$${formula.getAttribute("alttext")}$`);
    all("button", part).forEach((button) => button.remove());
    event.clipboardData.setData("text/plain", part.textContent);
    event.preventDefault();
  }

  // ------------------------------------------------------------------------------------------ narrow pages

  /** The conditions of cases below their values, or beside them. */
  function stack(formula, isBelow) {
    for (const row of all("mtr.condition", formula)) {
      row.previousElementSibling.append(...row.children);
      row.remove();
    }
    for (const value of isBelow ? all("mtd[columnalign='left']:first-child:nth-last-child(2)", formula) : []) {
      const row = document.createElementNS(value.namespaceURI, "mtr");
      row.setAttribute("class", "condition");
      row.append(value.nextElementSibling);
      value.parentElement.after(row);
    }
  }

  /** Sets the condition of a case below its value where both are too wide, and what is too wide still, smaller. */
  function fit() {
    for (const formula of all("main .formula")) {
      formula.style.fontSize = "";
      stack(formula, false);
      if (formula.scrollWidth > formula.clientWidth) stack(formula, true);
      for (let size = 1; formula.scrollWidth > formula.clientWidth && size > SMALLEST; ) {
        size *= Math.min(0.97, formula.clientWidth / formula.scrollWidth);
        formula.style.fontSize = `${Math.max(SMALLEST, size)}em`;
      }
    }
  }

  // ------------------------------------------------------------------------------------------ folding

  /** What stands below a heading, up to the next one of its rank. */
  function below(heading) {
    const found = [];
    for (let next = heading.nextElementSibling; next !== null && next.tagName !== heading.tagName; ) {
      found.push(next);
      next = next.nextElementSibling;
    }
    return found;
  }

  /** Folds definitions and letters; sentences in front of them stay. */
  function addFolding() {
    for (const heading of all("main > h2").filter((each) => FOLDED.has(each.textContent))) {
      const parts = below(heading);
      while (parts.length > 0 && parts[0].tagName === "P") parts.shift();
      if (parts.length === 0) continue;
      const made = element("details", "", "folded");
      parts[0].before(made);
      made.append(element("summary", "Definitions and letters"), ...parts);
    }
    const open = () => all("details.folded").forEach((each) => { each.open = true; });
    window.addEventListener("beforeprint", open);
  }

  // ------------------------------------------------------------------------------------------ lines of a proof

  /** A copy of a formula, without its button. */
  function again(formula) {
    const made = formula.cloneNode(true);
    all("button", made).forEach((button) => button.remove());
    return made;
  }

  /** What a line says by itself: the first term equals this one, under these conditions. */
  function lineTheorem(line) {
    const first = line.parentElement.firstElementChild.querySelector(".formula");
    const made = element("div", "", "says");
    const given = line.querySelector(".given");
    const under = element("p", given === null ? "For all values of its letters," : "Let ");
    if (given !== null) under.append(...[...given.cloneNode(true).childNodes], ". Then,");
    const equation = again(first);
    equation.append(element("span", "=", "equals"), ...again(line.querySelector(".formula")).childNodes);
    made.append(under, equation);
    return made;
  }

  function stepOf(position, checker) {
    const made = element("div", "", "kernel");
    const derived = checker.replayed?.derivedAt(position) ?? null;
    const link = element("button", `step ${position}`, "link");
    link.type = "button";
    link.addEventListener("click", () => checker.replayed?.showStep(position));
    if (derived === null) {
      made.append(element("p", `Step ${position} has not been derived on this page.`));
      return made;
    }
    const { rule, premises, steps, sequent, formula } = derived;
    const words = element("p", "\u2713 This page has derived ");
    const before = premises.length > 0 ? ` from ${premises.join(", ")}` : "";
    words.append(link, ` by ${rule}${before}; ${plural(steps, "step")} in all are behind it. It says:`);
    made.append(words, ...(formula === null ? [] : [formula]), element("code", sequent));
    return made;
  }

  function opened(line, checker) {
    const made = element("div", "", "opened");
    const isIt = line.dataset.is !== undefined;
    const positions = (line.dataset.is ?? line.dataset.from ?? "").split(" ").filter((text) => text !== "").map(Number);
    made.append(lineTheorem(line));
    if (positions.length === 0 || checker === null) return made;
    const how = isIt ? "It is a theorem of the kernel." : "It is made, at the numbers and letters of this page, from";
    made.append(element("p", how, "how"), ...positions.map((position) => stepOf(position, checker)));
    return made;
  }

  function addOpening() {
    const checker = document.getElementById("checker");
    for (const line of all(".chain > li:not(.start)")) {
      const button = element("button", "", "open");
      button.type = "button";
      button.title = "What this line says, and the steps behind it";
      button.setAttribute("aria-label", button.title);
      button.setAttribute("aria-expanded", "false");
      const toggle = () => {
        const shown = line.querySelector(":scope > .opened");
        if (shown === null) line.append(opened(line, checker));
        else shown.remove();
        fit();
        button.setAttribute("aria-expanded", String(shown === null));
        line.classList.toggle("is-open", shown === null);
      };
      button.addEventListener("click", toggle);
      line.addEventListener("click", ({ target }) => {
        const isOwn = target.closest("a, button, .opened") === null;
        if (isOwn && document.getSelection().isCollapsed) toggle();
      });
      line.classList.add("can-open");
      line.querySelector(".reason").append(button);
    }
  }

  // ------------------------------------------------------------------------------------------ what rests on what

  const SVG = "http://www.w3.org/2000/svg";
  const [WIDTH, STEP, HALF, BOX] = [340, 34, 12, 130];

  function shape(tag, attributes, ...children) {
    const made = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
    made.append(...children);
    return made;
  }

  /** Each proved statement with the lemmas that the lines of its chain cite. */
  function citations() {
    const found = new Map();
    for (const chain of all("ol.chain")) {
      const heading = document.getElementById(chain.dataset.of);
      if (heading === null) continue;
      const cited = all(".reason a[href^='#']", chain).map((link) => link.getAttribute("href").slice(1));
      const known = new Set(cited.filter((id) => document.getElementById(id) !== null));
      if (known.size > 0) found.set(heading.id, known);
    }
    return found;
  }

  function box(id, x, y) {
    const heading = document.getElementById(id);
    const link = shape("a", { href: `#${id}` }, shape("title", {}, heading.textContent));
    link.append(shape("rect", { x, y: y - HALF, width: BOX, height: 2 * HALF, rx: 4 }));
    link.append(shape("text", { x: x + BOX / 2, y }, heading.querySelector("a.here").textContent));
    return link;
  }

  /** Statements at the left, the lemmas that they cite at the right, a line for each citation. */
  function addGraph() {
    const cited = citations();
    const lemmas = [...new Set([...cited.values()].flatMap((ids) => [...ids]))];
    if (lemmas.length < 2) return;
    const height = STEP * Math.max(cited.size, lemmas.length);
    const spread = (ids, k) => (height * (k + 0.5)) / ids.length;
    const left = [...cited.keys()];
    const drawn = shape("svg", { viewBox: `-1 -1 ${WIDTH + 2} ${height + 2}`, class: "rests", role: "img" });
    drawn.setAttribute("aria-label", "Which theorem rests on which lemma");
    left.forEach((id, k) => {
      for (const lemma of cited.get(id)) {
        const [from, to] = [spread(left, k), spread(lemmas, lemmas.indexOf(lemma))];
        const [start, end] = [BOX + 1, WIDTH - BOX - 1];
        drawn.append(shape("path", { d: `M ${start} ${from} C ${start + 40} ${from} ${end - 40} ${to} ${end} ${to}` }));
      }
    });
    left.forEach((id, k) => drawn.append(box(id, 0, spread(left, k))));
    lemmas.forEach((id, k) => drawn.append(box(id, WIDTH - BOX, spread(lemmas, k))));
    const made = element("figure");
    made.append(drawn, element("figcaption", "Which statement rests on which lemma."));
    document.getElementById(lemmas[0]).before(made);
  }

  addFolding();
  addGraph();
  addCopying();
  addOpening();
  fit();
  window.addEventListener("resize", fit);
  document.addEventListener("toggle", fit, { capture: true }); // what was folded had no width
  document.addEventListener("copy", copySelection);
})();
