/* Terms of a certificate as MathML, for readers: written from what the checker has read, and from nothing else.
 *
 * Long formulas break: a formula comes as several elements, with a chance to break the line between them.
 */
"use strict";

const symstrideFormulas = (() => {
  const { freshFor } = symstrideChecker;
  const MATHML = "http://www.w3.org/1998/Math/MathML";
  const GREEK = new Map([["rho", "\u03c1"], ["tau", "\u03c4"], ["sigma", "\u03c3"], ["theta", "\u03b8"]]);
  const BREAK = Symbol("a line may end here");
  const RANGE = 12; // nodes of the limits of a sum that stand below it; longer ones become a bracket behind it
  const TIGHT = Object.freeze({ sum: 0, add: 1, product: 2, closed: 3 });

  function node(tag, parts, attributes = {}) {
    const made = document.createElementNS(MATHML, tag);
    made.append(...parts);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  }

  const row = (parts) => node("mrow", parts.filter((x) => x !== BREAK));
  const number = (n) => node("mn", [String(n)]);
  const sign = (text) => node("mo", [text], { form: "infix" });
  const left = (text) => node("mo", [text], { form: "prefix", stretchy: "false" });
  const right = (text) => node("mo", [text], { form: "postfix", stretchy: "false" });
  const word = (text) => node("mi", [text], { mathvariant: "normal" });
  const minus = () => node("mo", ["\u2212"], { form: "prefix" });

  /** A name in italics, digits at its end below it. */
  function name(text) {
    const [, letters, digits] = /^(.*?)(\d*)$/.exec(text);
    const base = node("mi", [GREEK.get(letters) ?? letters]);
    return digits === "" ? base : node("msub", [base, number(digits)]);
  }

  /** The parts of a term for a place that demands so much tightness. */
  function write(term, context, demand) {
    const [tightness, parts] = WRITING[term.tag](term.args, context);
    return tightness < demand ? [left("("), ...parts, right(")")] : parts;
  }

  const listed = (terms, context) =>
    terms.flatMap((x, k) => [...(k === 0 ? [] : [node("mo", [","]), BREAK]), ...write(x, context, TIGHT.sum)]);

  function under(context, count) {
    const added = Array.from({ length: count }, (_, j) => context.fresh(context.bound.length + j));
    return [added, { ...context, bound: [...added, ...context.bound] }];
  }

  const isMinus = (x) => x.tag === "mul" && x.args[0].tag === "num" && x.args[0].args[0] === -1;
  const isNegative = (x) => x.tag === "num" && x.args[0] < 0;
  const integer = (n) => (n < 0 ? [minus(), number(-n)] : [number(n)]);
  const closed = (...parts) => [TIGHT.closed, parts];
  const relation = (text) => ([a, b], context) =>
    [TIGHT.sum, [...write(a, context, TIGHT.sum), BREAK, sign(text), ...write(b, context, TIGHT.sum)]];

  const WRITING = {
    num: ([n]) => [n < 0 ? TIGHT.add : TIGHT.closed, integer(n)],
    nat: ([n]) => closed(number(n)),
    var: ([text]) => closed(name(text)),
    bound: ([j], { bound }) => closed(name(bound[j] ?? `#${j - bound.length}`)),
    add([a, b], context) {
      const first = write(a, context, TIGHT.add);
      const then = (text, parts) => [TIGHT.add, [...first, BREAK, sign(text), ...parts]];
      if (isMinus(b)) return then("\u2212", write(b.args[1], context, TIGHT.product));
      if (isNegative(b)) return then("\u2212", [number(-b.args[0])]);
      return then("+", write(b, context, TIGHT.product));
    },
    mul([a, b], context) {
      if (a.tag === "num" && a.args[0] === -1) return [TIGHT.add, [minus(), ...write(b, context, TIGHT.product)]];
      const first = write(a, context, isNegative(a) ? TIGHT.sum : TIGHT.product);
      const parts = [...first, BREAK, sign("\u22c5"), ...write(b, context, TIGHT.closed)];
      return [isNegative(a) ? TIGHT.add : TIGHT.product, parts];
    },
    div([a, b], context) {
      const quotient = [...write(a, context, TIGHT.product), sign("/"), ...write(b, context, TIGHT.closed)];
      return closed(left("\u230a"), ...quotient, right("\u230b"));
    },
    mod: ([a, b], context) =>
      [TIGHT.add, [...write(a, context, TIGHT.product), sign("mod"), ...write(b, context, TIGHT.closed)]],
    entry: ([text, ...at], context) => closed(name(text), left("["), ...listed(at, context), right("]")),
    apply: ([text, s], context) => closed(name(text), left("("), ...listed([s], context), right(")")),
    bracket: ([f], context) => closed(left("["), ...listed([f], context), right("]")),
    sum([lo, hi, body], context) {
      const [[v], inner] = under(context, 1);
      const from = [...write(lo, context, TIGHT.add), sign("\u2264"), name(v)];
      const range = [...from, BREAK, sign("<"), ...write(hi, context, TIGHT.add)];
      const below = lo.size + hi.size <= RANGE ? row(range) : name(v);
      const summing = node("munder", [node("mo", ["\u2211"], { movablelimits: "false" }), below]);
      const bracket = lo.size + hi.size <= RANGE ? [] : [BREAK, left("["), ...range, right("]"), sign("\u22c5")];
      return [TIGHT.sum, [summing, ...bracket, BREAK, ...write(body, inner, TIGHT.product)]];
    },
    map([n, body], context) {
      // the tensor (i, j -> x[i, j]) is x
      const [text, ...at] = body.args;
      const inOrder = (i, j) => i.tag === "bound" && i.args[0] === j;
      if (body.tag === "entry" && at.length === n && at.every(inOrder)) return closed(name(text));
      const [added, inner] = under(context, n);
      const indices = added.flatMap((v, k) => [...(k === 0 ? [] : [node("mo", [","])]), name(v)]);
      return closed(left("("), ...indices, sign("\u21a6"), BREAK, ...write(body, inner, TIGHT.sum), right(")"));
    },
    use: ([definition, ...args], context) =>
      closed(word(definition.args[0]), left("("), ...listed(args, context), right(")")),
    eq: relation("="),
    le([a, b], context) {
      const strict = a.tag === "add" && a.args[1].tag === "num" && a.args[1].args[0] === 1;
      return relation(strict ? "<" : "\u2264")([strict ? a.args[0] : a, b], context);
    },
  };

  /** Elements for the pieces between chances to break, in one span. */
  function broken(parts) {
    const made = document.createElement("span");
    made.className = "checker-formula";
    let piece = [];
    const close = () => {
      if (piece.length > 0) made.append(node("math", piece), document.createElement("wbr"));
      piece = [];
    };
    for (const part of parts) {
      if (part === BREAK) close();
      else piece.push(part);
    }
    close();
    return made;
  }

  /** Formulas that share their names for bound indices, each in a span. */
  function formulas(terms) {
    const context = { bound: [], fresh: freshFor(terms) };
    return terms.map((term) => broken(write(term, context, TIGHT.sum)));
  }

  return Object.freeze({ formulas });
})();
