/* The second checker of symstride's certificates, for browsers and for Node.
 *
 *     node checker.js certificate.json        PROVED with every claim (exit code 0), or REFUSED with where and why (1)
 *     node checker.js --lines                 one certificate per line of input, as a JSON string; one JSON answer each
 *
 * Written from the description of the format, of the terms and of the rules; it shares no code with the first checker.
 * No dependencies, no network, no clock.
 *
 * Everything is numbered: names, sets of names, terms, atoms, monomials and polynomials get a number when they are
 * first met, and equal things meet under one number.  What terms and rules look like stands in tables
 * (NODES, RULES, AXIOMS).
 *
 * What bites in JavaScript, and where it is dealt with: JSON numbers are doubles (read), `/` on BigInt truncates
 * (floorDivide), `-0` is a number of its own (read), inherited names such as `constructor` in tables (every table is a
 * Map), and objects order integer-like keys (read makes Maps, too).
 */
"use strict";

const symstrideChecker = (() => {
  const FORMAT = "symstride-certificate-1";
  const PARTS = ["terms", "steps", "claims"];
  const FIELDS = ["format", "about", ...PARTS];

  /** The largest of everything; beyond, a certificate is refused. */
  const LIMITS = Object.freeze({
    literal: Number.MAX_SAFE_INTEGER, // absolute value of a number that is written in a term
    size: 200000, // nodes of one term, written out as a tree
    depth: 120, // height of one term
    names: 1024, // free names of one term
    arity: 64, // indices of a tensor or of a map
    polynomial: 1000, // monomials of a polynomial, and bits of one coefficient
    factors: 50000, // factors that are written down for one product of polynomials
    hypotheses: 1000, // hypotheses of one theorem
    characters: 16 * 2 ** 20, // of the text
    work: 5000000, // that all rows together may be (meter)
    digits: 4300, // of one number, before it is looked at
    nesting: 100, // lists and objects around one value
  });
  const COEFFICIENT = 1n << BigInt(LIMITS.polynomial);
  const MESSAGE = 600; // characters

  /** Why a certificate is refused.  `where` is a row such as steps[12], or file; `place` is [from, to] in the text. */
  class Refusal extends Error {
    constructor(why, where = null, place = null) {
      super(why.slice(0, MESSAGE));
      this.where = where;
      this.place = place;
    }
  }

  function need(condition, why) {
    if (condition !== true) throw new Refusal(typeof why === "function" ? why() : why);
  }

  /** Gives things their numbers: a text that tells them apart leads to the number, the number to the thing. */
  function numbering() {
    const numbers = new Map();
    const things = [];
    return {
      things,
      of(text, makeThing) {
        const known = numbers.get(text);
        if (known !== undefined) return known;
        const thing = makeThing();
        numbers.set(text, things.push(thing) - 1);
        return things.length - 1;
      },
    };
  }

  const table = (record) => new Map(Object.entries(record));

  /**
   * Counts the work of one replay, in pieces of about a microsecond, and refuses when it is too much.  A piece is
   * charged by what it is, never by what is remembered already: both checkers count alike, and so does every replay.
   */
  function meter() {
    let work = 0;
    return {
      spend(more) {
        work += more;
        need(work <= LIMITS.work, "more work than any proof needs");
      },
      spent: () => work,
    };
  }

  // ---------------------------------------------------------------------------------------------- reading the text

  const ESCAPES = table({ '"': '"', "\\": "\\", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" });
  const WORDS = table({ true: true, false: false, null: null });

  /**
   * The data of a canonical text: no spaces, ASCII only, one spelling for each value, no key twice, integers only.
   * Lists become arrays, objects Maps; a number outside the exact doubles becomes a BigInt, which nothing accepts.
   * `places` tells where each list stands: [from, to].  There is no recursion: the text may be deeply nested.
   */
  function read(text) {
    const places = new Map();
    const open = []; // the lists and objects that are not closed yet, the innermost last
    let at = 0;

    function fail(why) {
      const found = at < text.length ? JSON.stringify(text[at]) : "the end";
      throw new Refusal(`character ${at}: ${why}, found ${found}`, "file", [at, at + 1]);
    }

    function stringPiece() {
      const special = /[^ !#-[\]-~]/g; // the quote, the backslash and all that is not printable ASCII
      special.lastIndex = at;
      const end = special.exec(text)?.index ?? text.length;
      const piece = text.slice(at, end);
      at = end;
      return piece;
    }

    function escaped() {
      const simple = ESCAPES.get(text[at + 1]);
      if (simple !== undefined) {
        at += 2;
        return simple;
      }
      const digits = /^\\u([0-9a-f]{4})$/.exec(text.slice(at, at + 6));
      if (digits === null) fail("a string is written otherwise");
      const character = String.fromCharCode(parseInt(digits[1], 16));
      if (/[ -~\b\f\n\r\t]/.test(character)) fail("this character has a shorter spelling");
      at += 6;
      return character;
    }

    function string() {
      if (text[at] !== '"') fail("expected a string");
      at += 1;
      let value = stringPiece();
      while (text[at] === "\\") value += escaped() + stringPiece();
      if (text[at] !== '"') fail("a string is written otherwise");
      at += 1;
      return value;
    }

    function number() {
      const digits = /0|-?[1-9][0-9]*/y; // no -0, no 007, no fraction, no exponent
      digits.lastIndex = at;
      const found = digits.exec(text)?.[0];
      if (found === undefined || found.replace("-", "").length > LIMITS.digits) fail("expected a value");
      at += found.length;
      return Number.isSafeInteger(Number(found)) ? Number(found) : BigInt(found);
    }

    function word() {
      const letters = /true|false|null/y;
      letters.lastIndex = at;
      const found = letters.exec(text)?.[0];
      if (found === undefined) return number();
      at += found.length;
      return WORDS.get(found);
    }

    function key(box) {
      box.key = string();
      if (box.value.has(box.key)) fail("a key is given twice");
      if (text[at] !== ":") fail("expected a colon");
      at += 1;
    }

    function enter() {
      const isList = text[at] === "[";
      open.push({ value: isList ? [] : new Map(), close: isList ? "]" : "}", key: null, from: at });
      if (open.length > LIMITS.nesting) fail("nested too deeply");
      at += 1;
    }

    /** Puts the value where it belongs and closes what ends here; answers the whole, or undefined when more comes. */
    function place(value) {
      for (;;) {
        const box = open.at(-1);
        if (box === undefined) return value;
        if (box.value instanceof Map) box.value.set(box.key, value);
        else box.value.push(value);
        if (text[at] === ",") {
          at += 1;
          if (box.value instanceof Map) key(box);
          return undefined;
        }
        if (text[at] !== box.close) fail(`expected a comma or ${box.close}`);
        value = leave();
      }
    }

    function leave() {
      const box = open.pop();
      at += 1;
      places.set(box.value, [box.from, at]);
      return box.value;
    }

    for (;;) {
      let value;
      if (text[at] === "[" || text[at] === "{") {
        enter();
        const box = open.at(-1);
        if (text[at] !== box.close) {
          if (box.value instanceof Map) key(box);
          continue;
        }
        value = leave();
      } else {
        value = text[at] === '"' ? string() : word();
      }
      const whole = place(value);
      if (whole === undefined) continue;
      if (text.slice(at) !== "" && text.slice(at) !== "\n") fail("expected the end");
      return { data: whole, places };
    }
  }

  // ---------------------------------------------------------------------------------------------- plain values

  const isInteger = (x, from, to) => typeof x === "number" && x >= from && x <= to && Number.isInteger(x);
  const isName = (x) => typeof x === "string" && /^[A-Za-z][A-Za-z0-9_]{0,63}$/.test(x);
  const isText = (x) => typeof x === "string" && /^[ -~]*$/.test(x);
  const isKey = (x) => Array.isArray(x) && x.length === 2 && isName(x[0]) && isInteger(x[1], VARIABLE, LIMITS.arity);
  const isParameters = (x) => Array.isArray(x) && x.every(isKey) && new Set(x.map(([name]) => name)).size === x.length;

  /** The arity in the key of an integer variable; a tensor with n indices has n. */
  const VARIABLE = -1;

  // ---------------------------------------------------------------------------------------------- terms

  /** What the arguments of a node may be: plain values by name, terms by the letters of their sorts. */
  const PLAIN = table({
    number: (x) => isInteger(x, -LIMITS.literal, LIMITS.literal),
    natural: (x) => isInteger(x, 0, LIMITS.literal),
    arity: (x) => isInteger(x, 0, LIMITS.arity),
    name: isName,
    parameters: isParameters,
  });

  /**
   * The nodes.  `takes` their arguments in order, `rest` any number more; `sort` I integer, S scalar, F formula, L map,
   * D definition, or how to find it; `binds` how many indices are bound in argument k; `when` a condition on arguments
   * of the right kinds; `is` in words, for readers.
   */
  const NODES = table({
    num: { takes: ["number"], sort: "I", is: "a number" },
    var: { takes: ["name"], sort: "I", is: "an integer variable" },
    bound: { takes: ["natural"], sort: "I", is: "the index of an enclosing binder" },
    add: { takes: ["IS", "IS"], sort: ([a]) => a.sort, when: alike, is: "a sum of two" },
    mul: { takes: ["IS", "IS"], sort: ([a]) => a.sort, when: alike, is: "a product of two" },
    div: { takes: ["I", "I"], sort: "I", is: "floor(a / b), and 0 when b = 0" },
    mod: { takes: ["I", "I"], sort: "I", is: "a - b * (a div b)" },
    nat: { takes: ["natural"], sort: "S", is: "1 + ... + 1 in the semiring" },
    entry: { takes: ["name"], rest: "I", sort: "S", when: fewIndices, is: "an entry of a tensor" },
    apply: { takes: ["name", "S"], sort: "S", is: "an arbitrary function at a scalar" },
    bracket: { takes: ["F"], sort: "S", when: ([f]) => f.args[0].sort === "I", is: "1 when the formula holds, else 0" },
    sum: { takes: ["I", "I", "S"], sort: "S", binds: (k) => (k === 2 ? 1 : 0), is: "the sum over lo <= v < hi" },
    map: { takes: ["arity", "S"], sort: "L", binds: (k, n) => n, is: "a tensor, given by its entries" },
    define: { takes: ["name", "S", "parameters"], sort: "D", is: "a definition: parameters and body, a scalar" },
    use: { takes: ["D"], rest: "IL", sort: "S", when: suits, is: "the body of D at arguments" },
    eq: { takes: ["IS", "IS"], sort: "F", when: alike, is: "a = b" },
    le: { takes: ["I", "I"], sort: "F", is: "a <= b, of integers" },
  });

  /** Two integers, or two scalars. */
  function alike([a, b]) {
    return a.sort === b.sort;
  }

  /** Whether an entry has no more indices than a tensor may have. */
  function fewIndices([, ...indices]) {
    return indices.length <= LIMITS.arity;
  }

  /** Whether the arguments are right for the parameters of the definition. */
  function suits([definition, ...args]) {
    const parameters = definition.args[2];
    return parameters.length === args.length && parameters.every(([, arity], k) => fits(arity, args[k]));
  }

  /** May the term stand for a name of that arity?  Integers for variables, maps of exactly n indices for tensors. */
  function fits(arity, term) {
    return arity === VARIABLE ? term.sort === "I" : term.sort === "L" && term.args[0] === arity;
  }

  /**
   * A term.  `loose` counts the enclosing binders that it needs, `free` is the number of its set of free names, `size`
   * and `depth` are those of the tree; `normal` is the number of its polynomial once that is known, and `effort` the
   * work that this was.
   */
  class Term {
    constructor({ tag, args, sort, loose, free, size, depth, number }) {
      this.tag = tag;
      this.args = args;
      this.sort = sort;
      this.loose = loose;
      this.free = free;
      this.size = size;
      this.depth = depth;
      this.number = number;
      this.normal = null;
      this.effort = 0;
    }
  }

  const joinedKey = ([name, arity]) => `${name}/${arity}`;
  const isTerm = (x, sorts) => x instanceof Term && sorts.includes(x.sort);
  const isPlainKind = (kind) => PLAIN.has(kind);

  /** Sets of free names, numbered.  A key is a name with its arity: a tensor with 2 and one with 3 indices differ. */
  function nameSets() {
    const keys = numbering();
    const sets = numbering();
    const unions = new Map();
    const setOf = (members) => sets.of(members.join(" "), () => new Set(members));
    const empty = setOf([]);

    function union(a, b) {
      if (a === b || b === empty) return a;
      if (a === empty) return b;
      const pair = `${a} ${b}`;
      if (!unions.has(pair)) {
        const members = [...new Set([...sets.things[a], ...sets.things[b]])];
        unions.set(pair, setOf(members.sort((x, y) => x - y)));
      }
      return unions.get(pair);
    }

    return {
      empty,
      union,
      key: (name, arity) => keys.of(joinedKey([name, arity]), () => [name, arity]),
      single: (key) => setOf([key]),
      members: (set) => sets.things[set],
      named: (set) => [...sets.things[set]].map((key) => keys.things[key]),
    };
  }

  /** All terms of one replay, and everything that is done to terms.  Equal terms are one object. */
  function termStore(work) {
    const names = nameSets();
    const terms = numbering();

    const make = (tag, ...args) => makeFrom(tag, args);

    /** The only maker of terms: kinds, sorts, conditions and limits are tested here. */
    function makeFrom(tag, args) {
      const node = NODES.get(tag);
      need(node !== undefined, () => `no such node: ${tag}`);
      const enough = node.rest ? args.length >= node.takes.length : args.length === node.takes.length;
      need(enough, () => `${tag} has the wrong number of arguments`);
      const wrong = args.findIndex((x, k) => !admits(node.takes[k] ?? node.rest, x));
      need(wrong < 0, () => `${tag}: argument ${wrong + 1} is of the wrong kind`);
      const text = `${tag} ${args.map(label).join(" ")}`;
      return terms.things[terms.of(text, () => build(tag, node, args))];
    }

    const admits = (kind, x) => (isPlainKind(kind) ? PLAIN.get(kind)(x) : isTerm(x, kind));

    function label(x) {
      if (x instanceof Term) return x.number;
      return Array.isArray(x) ? x.map(joinedKey).join(",") : x;
    }

    function build(tag, node, args) {
      const facts = { tag, args: Object.freeze(args), loose: 0, free: names.empty, size: 1, depth: 0 };
      args.forEach((x, k) => x instanceof Term && include(facts, x, node.binds?.(k, args[0]) ?? 0));
      facts.depth += 1;
      const small = facts.size <= LIMITS.size && facts.depth <= LIMITS.depth;
      need(small && names.members(facts.free).size <= LIMITS.names, "term too large");
      need(node.when?.(args) ?? true, () => `${tag}: the arguments do not fit each other`);
      OWN_NAMES.get(tag)?.(facts, args);
      facts.sort = typeof node.sort === "string" ? node.sort : node.sort(args);
      facts.number = terms.things.length;
      return new Term(facts);
    }

    function include(facts, kid, bound) {
      facts.loose = Math.max(facts.loose, kid.loose - bound);
      facts.free = names.union(facts.free, kid.free);
      facts.size += kid.size;
      facts.depth = Math.max(facts.depth, kid.depth);
    }

    /** What a node adds to, or takes from, the loose indices and the free names of its parts. */
    const OWN_NAMES = table({
      bound: (facts, [j]) => (facts.loose = j + 1),
      var: (facts, [name]) => (facts.free = names.single(names.key(name, VARIABLE))),
      entry: (facts, [name, ...at]) =>
        (facts.free = names.union(facts.free, names.single(names.key(name, at.length)))),
      define: (facts, [, , parameters]) => {
        const known = new Set(parameters.map(([name, arity]) => names.key(name, arity)));
        const closed = facts.loose === 0 && [...names.members(facts.free)].every((key) => known.has(key));
        need(closed, "a definition has no loose index, and no free name but its parameters");
        facts.free = names.empty;
      },
    });

    const num = (n) => make("num", n);
    const plusOne = (a) => make("add", a, num(1));
    const minus = (a, b) => make("add", a, make("mul", num(-1), b));

    // -------------------------------------------------------------------------- binders and substitution

    /** The term with some nodes changed.  `change` gets a node and the number of indices bound above it, and answers
     * the new node, or undefined to have the node's parts looked at.  Each node that is made is charged by its
     * arguments and its free names. */
    function walk(term, change, depth = 0) {
      const changed = change(term, depth);
      if (changed !== undefined) return changed;
      if (term.tag === "define") return term;
      const binds = NODES.get(term.tag).binds ?? (() => 0);
      const part = (x, k) => (x instanceof Term ? walk(x, change, depth + binds(k, term.args[0])) : x);
      const made = makeFrom(term.tag, term.args.map(part));
      work.spend(5 + term.args.length + countFree(made));
      return made;
    }

    /** The term, for a place under `by` more binders. */
    function raise(term, by) {
      if (by === 0) return term;
      return walk(term, (node, depth) => {
        if (node.loose <= depth) return node;
        return node.tag === "bound" ? make("bound", node.args[0] + by) : undefined;
      });
    }

    /** The body of a binder at values: index j becomes values[j], the indices beyond move down. */
    function fill(body, values) {
      return walk(body, (node, depth) => {
        if (node.loose <= depth) return node;
        if (node.tag !== "bound") return undefined;
        const j = node.args[0] - depth;
        return j < values.length ? raise(values[j], depth) : make("bound", node.args[0] - values.length);
      });
    }

    /** A term without loose indices as the body of a binder: the variables become the indices 0, 1, ... */
    function bind(term, keys) {
      need(term.loose === 0, "only a term without loose indices can be bound");
      return walk(term, (node, depth) => {
        const bound = keys.findIndex((key) => names.members(node.free).has(key));
        if (bound < 0) return node;
        return node.tag === "var" ? make("bound", depth + bound) : undefined;
      });
    }

    /** Free names replaced, all at once.  `values` leads from keys to terms. */
    function substitute(term, values) {
      work.spend(countFree(term));
      const wanted = [...names.members(term.free)].filter((key) => values.has(key));
      const change = (node, depth) => {
        const free = names.members(node.free);
        if (!wanted.some((key) => free.has(key))) return node;
        const [name, ...at] = node.args;
        if (node.tag === "var") return raise(values.get(names.key(name, VARIABLE)), depth);
        if (node.tag !== "entry") return undefined;
        const value = values.get(names.key(name, at.length));
        if (value === undefined) return undefined;
        const indices = at.map((x) => walk(x, change, depth));
        return fill(raise(value, depth).args[1], indices);
      };
      return walk(term, change);
    }

    /** Every use of the definition replaced by its body, in arguments of uses too. */
    function unfold(term, definition) {
      const [, body, parameters] = definition.args;
      const change = (node, depth) => {
        if (node.tag !== "use" || node.args[0] !== definition) return undefined;
        work.spend(node.args.length);
        const value = (k) => walk(node.args[k + 1], change, depth);
        return substitute(body, new Map(parameters.map(([name, arity], k) => [names.key(name, arity), value(k)])));
      };
      return walk(term, change);
    }

    const hasFree = (term, key) => names.members(term.free).has(key);
    const countFree = (term) => names.members(term.free).size;
    return { names, make, makeFrom, num, plusOne, minus, bind, substitute, unfold, hasFree, countFree };
  }

  // ---------------------------------------------------------------------------------------------- normal forms

  /** floor(x / y), and 0 when y is 0.  BigInt division alone would truncate. */
  function floorDivide(x, y) {
    if (y === 0n) return 0n;
    const quotient = x / y;
    return x % y !== 0n && x < 0n !== y < 0n ? quotient - 1n : quotient;
  }

  /**
   * Polynomials with BigInt coefficients: Maps from the number of a monomial to its coefficient, zeros left out.
   * A monomial is a list of [atom, exponent], sorted by atom.  An atom is a number, too: that of a node over the
   * numbers of its parts' polynomials.
   */
  function algebra(work) {
    const atoms = numbering();
    const monomials = numbering();
    const polynomials = numbering();
    const monomial = (powers) => monomials.of(powers.map(([atom, n]) => `${atom}^${n}`).join(" "), () => powers);
    const one = monomial([]);
    const zero = new Map();

    const constant = (n) => (n === 0n ? zero : new Map([[one, n]]));
    const atom = (...form) => new Map([[monomial([[atoms.of(form.join(" "), () => null), 1]]), 1n]]);

    /** The number that a polynomial is, or null. */
    function valueOf(p) {
      if (p.size === 0) return 0n;
      return p.size === 1 && p.has(one) ? p.get(one) : null;
    }

    /** Tests the limits, zeros included, then drops the zeros. */
    function tidy(sums) {
      work.spend(sums.size + factorsIn(sums));
      need(sums.size <= LIMITS.polynomial, "polynomial too large");
      for (const [m, c] of sums) {
        need(-COEFFICIENT < c && c < COEFFICIENT, "coefficient too large");
        if (c === 0n) sums.delete(m);
      }
      return sums;
    }

    /** p + factor * q. */
    function add(p, q, factor = 1n) {
      const sums = new Map(p);
      for (const [m, c] of q) sums.set(m, (sums.get(m) ?? 0n) + factor * c);
      return tidy(sums);
    }

    const negated = (p) => new Map([...p].map(([m, c]) => [m, -c]));

    function multiply(p, q) {
      need(p.size * q.size <= LIMITS.polynomial, "polynomial too large");
      const factors = q.size * factorsIn(p) + p.size * factorsIn(q);
      need(factors <= LIMITS.factors, "polynomial too large");
      work.spend(p.size * q.size + factors);
      const sums = new Map();
      for (const [m, c] of p) {
        for (const [n, d] of q) {
          const product = m === one ? n : n === one ? m : monomial(merged(monomials.things[m], monomials.things[n]));
          sums.set(product, (sums.get(product) ?? 0n) + c * d);
        }
      }
      return tidy(sums);
    }

    function factorsIn(p) {
      let count = 0;
      for (const m of p.keys()) count += monomials.things[m].length;
      return count;
    }

    function merged(left, right) {
      const powers = new Map(left);
      for (const [x, n] of right) powers.set(x, (powers.get(x) ?? 0) + n);
      return [...powers].sort(([x], [y]) => x - y);
    }

    const ascending = (p) => [...p].sort(([m], [n]) => m - n);
    const numberOf = (p) => polynomials.of(ascending(p).map(([m, c]) => `${c}*${m}`).join("+"), () => p);

    // -------------------------------------------------------------------------- the normal form of a term

    /** The number of the term's polynomial: equal numbers, equal values.  The work, parts included, is charged every
     * time, though it is done only once. */
    function normal(term) {
      if (term.normal === null) {
        const before = work.spent();
        work.spend(1);
        term.normal = numberOf(FORMS.get(term.tag)?.(...term.args) ?? opaque(term));
        term.effort = work.spent() - before;
      } else {
        work.spend(term.effort);
      }
      return term.normal;
    }

    const expand = (term) => polynomials.things[normal(term)];

    /** What is computed; every other node is an atom.  Only numbers are folded: a div a is not 1 when a is 0. */
    const FORMS = table({
      num: (n) => constant(BigInt(n)),
      nat: (n) => constant(BigInt(n)),
      add: (a, b) => add(expand(a), expand(b)),
      mul: (a, b) => multiply(expand(a), expand(b)),
      div: (a, b) => quotient("div", a, b, floorDivide),
      mod: (a, b) => quotient("mod", a, b, (x, y) => x - y * floorDivide(x, y)),
      bracket: (formula) => truth(formula.tag, ...formula.args),
    });

    function opaque({ tag, args }) {
      const part = (x) => (!(x instanceof Term) ? x : x.sort === "D" ? `D${x.number}` : `p${normal(x)}`);
      return atom(tag, ...args.map(part));
    }

    function quotient(tag, a, b, compute) {
      const [p, q] = [normal(a), normal(b)];
      const [x, y] = [valueOf(polynomials.things[p]), valueOf(polynomials.things[q])];
      return x === null || y === null ? atom(tag, `p${p}`, `p${q}`) : constant(compute(x, y));
    }

    /** A bracket is known by right side minus left side; the sign is open for =, and fixed for <=. */
    function truth(relation, a, b) {
      const difference = add(expand(b), expand(a), -1n);
      const n = valueOf(difference);
      if (n !== null) return constant((relation === "eq" ? n === 0n : n >= 0n) ? 1n : 0n);
      const turn = relation === "eq" && ascending(difference)[0][1] < 0n;
      return atom("bracket", relation, `p${numberOf(turn ? negated(difference) : difference)}`);
    }

    return { zero, constant, add, multiply, expand, normal, valueOf, same: (p, q) => numberOf(p) === numberOf(q) };
  }

  // ---------------------------------------------------------------------------------------------- axioms

  /** Fixed sequents, [hypotheses, conclusion], in prefix form: a string is a variable, and #j a bound index. */
  const AXIOMS = table({
    antisymmetry: [[["le", "a", "b"], ["le", "b", "a"]], ["eq", "a", "b"]],
    division: [[], ["eq", "a", ["add", ["mul", "b", ["div", "a", "b"]], ["mod", "a", "b"]]]],
    mod_low: [[["le", 1, "b"]], ["le", 0, ["mod", "a", "b"]]],
    mod_high: [[["le", 1, "b"]], ["le", ["add", ["mod", "a", "b"], 1], "b"]],
    bracket_le: [[["le", "a", "b"]], ["eq", ["bracket", ["le", "a", "b"]], ["nat", 1]]],
    bracket_not_le: [[["le", ["add", "b", 1], "a"]], ["eq", ["bracket", ["le", "a", "b"]], ["nat", 0]]],
    bracket_not_eq: [[["le", ["add", "a", 1], "b"]], ["eq", ["bracket", ["eq", "a", "b"]], ["nat", 0]]],
    sum_delta: [
      [["le", "lo", "e"], ["le", ["add", "e", 1], "hi"]],
      ["eq", ["sum", "lo", "hi", ["mul", ["bracket", ["eq", "#0", "e"]], ["entry", "f", "#0"]]], ["entry", "f", "e"]],
    ],
    sum_swap: [
      [],
      [
        "eq",
        ["sum", "lo", "hi", ["sum", "lo2", "hi2", ["entry", "f", "#1", "#0"]]],
        ["sum", "lo2", "hi2", ["sum", "lo", "hi", ["entry", "f", "#0", "#1"]]],
      ],
    ],
    sum_factor: [
      [],
      [
        "eq",
        ["sum", "lo", "hi", ["mul", ["entry", "c"], ["entry", "f", "#0"]]],
        ["mul", ["entry", "c"], ["sum", "lo", "hi", ["entry", "f", "#0"]]],
      ],
    ],
    sum_add: [
      [],
      [
        "eq",
        ["sum", "lo", "hi", ["add", ["entry", "f", "#0"], ["entry", "g", "#0"]]],
        ["add", ["sum", "lo", "hi", ["entry", "f", "#0"]], ["sum", "lo", "hi", ["entry", "g", "#0"]]],
      ],
    ],
  });

  /** A term from its prefix form. */
  function fromPrefix(store, form) {
    if (typeof form === "number") return store.num(form);
    if (typeof form === "string") {
      return form.startsWith("#") ? store.make("bound", Number(form.slice(1))) : store.make("var", form);
    }
    const [tag, ...parts] = form;
    const plain = (k) => isPlainKind(NODES.get(tag).takes[k] ?? "");
    return store.makeFrom(tag, parts.map((x, k) => (plain(k) ? x : fromPrefix(store, x))));
  }

  // ---------------------------------------------------------------------------------------------- rules

  const without = (set, ...gone) => new Set([...set].filter((x) => !gone.includes(x)));
  const unionOf = (sets) => new Set(sets.flatMap((set) => [...set]));
  const joined = (...sets) => unionOf(sets);

  /**
   * The rules.  `takes` the kinds of their arguments (see ARGUMENTS below), `figure` premises / theorem for readers;
   * `infer` gets the workshop {store, ring, axioms} and the arguments and answers [hypotheses, conclusion].
   * A theorem is {hyps, concl}, with hyps a Set of formulas.
   */
  const RULES = table({
    assume: {
      takes: ["formula"],
      figure: "/ f |- f",
      infer: (_, f) => [[f], f],
    },
    cut: {
      takes: ["theorem", "theorem"],
      figure: "H |- f;  G, f |- g / H, G |- g",
      infer(_, fact, theorem) {
        need(theorem.hyps.has(fact.concl), "cut: the first conclusion is no hypothesis of the second theorem");
        return [joined(fact.hyps, without(theorem.hyps, fact.concl)), theorem.concl];
      },
    },
    cases: {
      takes: ["formula", "theorem", "theorem"],
      figure: "H, a <= b |- g;  G, b + 1 <= a |- g / H, G |- g",
      infer({ store }, f, yes, no) {
        need(f.tag === "le", "cases: the formula is not a <= b");
        need(yes.concl === no.concl, "cases: the two conclusions differ");
        const [a, b] = f.args;
        const other = store.make("le", store.plusOne(b), a);
        return [joined(without(yes.hyps, f), without(no.hyps, other)), yes.concl];
      },
    },
    instantiate: {
      takes: ["theorem", "substitution"],
      figure: "H |- g / H[s] |- g[s]   closed integers for variables, closed maps for tensors of as many indices",
      infer({ store }, theorem, pairs) {
        const values = new Map();
        for (const [[name, arity], value] of pairs) {
          const key = store.names.key(name, arity);
          need(!values.has(key), () => `instantiate: ${name} is given twice`);
          need(fits(arity, value) && value.loose === 0, () => `instantiate: the value for ${name} does not fit`);
          values.set(key, value);
        }
        return [[...theorem.hyps].map((f) => store.substitute(f, values)), store.substitute(theorem.concl, values)];
      },
    },
    ring: {
      takes: ["term", "term"],
      figure: "/ |- s = t   equal as polynomials, numbers folded, at every depth",
      infer({ store, ring }, s, t) {
        need(s.sort === t.sort, "ring: an integer and a scalar");
        need(ring.normal(s) === ring.normal(t), () => `ring: different polynomials: ${show(s)} and ${show(t)}`);
        return [[], store.make("eq", s, t)];
      },
    },
    rewrite: {
      takes: ["theorem", "theorem", "formula", "key"],
      figure: "H |- a = b;  G |- f[z := a] / H, G |- f[z := b]   template f and hole z are given",
      infer({ store }, equation, theorem, template, [name, arity]) {
        need(equation.concl.tag === "eq", "rewrite: the first theorem is not an equation");
        const [a, b] = equation.concl.args;
        need(arity === (a.sort === "I" ? VARIABLE : 0), "rewrite: the hole has another sort");
        const key = store.names.key(name, arity);
        const asValue = (t) => (t.sort === "I" ? t : store.make("map", 0, t));
        const filled = (t) => store.substitute(template, new Map([[key, asValue(t)]]));
        need(filled(a) === theorem.concl, "rewrite: the template does not give the second conclusion");
        return [joined(equation.hyps, theorem.hyps), filled(b)];
      },
    },
    cone: {
      takes: ["formula", "products", "equations"],
      figure:
        "H_j |- a_j <= b_j;  G_i |- c_i = d_i / H.., G.. |- a <= b" +
        "   b - a is, as a polynomial, sum n * prod (b_j - a_j) + sum p * (c_i - d_i), with n >= 1",
      infer({ store, ring }, f, products, equations) {
        need(f.tag === "le", "cone: the goal is not a <= b");
        const rightMinusLeft = (formula) => ring.expand(store.minus(formula.args[1], formula.args[0]));
        let total = ring.zero;
        for (const [n, factors] of products) {
          let product = ring.constant(BigInt(n));
          for (const { concl } of factors) {
            need(concl.tag === "le", "cone: a factor is not an inequality");
            product = ring.multiply(product, rightMinusLeft(concl));
          }
          total = ring.add(total, product);
        }
        for (const [p, { concl }] of equations) {
          need(concl.tag === "eq" && concl.args[0].sort === "I", "cone: not an equation of integers");
          total = ring.add(total, ring.multiply(ring.expand(p), rightMinusLeft(concl)), -1n);
        }
        need(ring.same(rightMinusLeft(f), total), () => `cone: the combination is not the goal ${show(f)}`);
        const used = [...products.flatMap(([, factors]) => factors), ...equations.map(([, equation]) => equation)];
        return [unionOf(used.map((theorem) => theorem.hyps)), f];
      },
    },
    under_sum: {
      takes: ["theorem", "key", "integer", "integer"],
      figure: "H, lo <= v, v + 1 <= hi |- f = g / H |- sum(v) f = sum(v) g   v not free in H, lo, hi; f, g scalars",
      infer({ store }, theorem, [name, arity], lo, hi) {
        const { tag, args } = theorem.concl;
        need(tag === "eq" && args[0].sort === "S", "under_sum: not an equation of scalars");
        need(arity === VARIABLE, "under_sum: not a variable");
        const v = store.make("var", name);
        const key = store.names.key(name, VARIABLE);
        const range = [store.make("le", lo, v), store.make("le", store.plusOne(v), hi)];
        const hyps = without(theorem.hyps, ...range);
        need(![lo, hi, ...hyps].some((t) => store.hasFree(t, key)), () => `under_sum: ${name} occurs outside the sum`);
        return [hyps, store.make("eq", ...args.map((t) => store.make("sum", lo, hi, store.bind(t, [key]))))];
      },
    },
    unfold: {
      takes: ["term", "definition"],
      figure: "/ |- t = t'   every D(args) in t replaced by the body of D",
      infer: ({ store }, t, definition) => [[], store.make("eq", t, store.unfold(t, definition))],
    },
    axiom: {
      takes: ["name"],
      figure: "/ H |- g   one of the axioms",
      infer({ axioms }, name) {
        need(axioms.has(name), () => `no axiom is called ${name}`);
        return axioms.get(name);
      },
    },
  });

  // ---------------------------------------------------------------------------------------------- the certificate

  const list = (x, length = null) => {
    need(Array.isArray(x) && (length === null || x.length === length), "malformed list");
    return x;
  };
  const rowsOf = (x, width) => list(x).map((row) => list(row, width));

  /** How the arguments of rules are read, by kind.  `file` finds earlier terms and steps. */
  const ARGUMENTS = table({
    theorem: (x, file) => file.step(x),
    formula: (x, file) => file.term(x, "F"),
    integer: (x, file) => file.term(x, "I"),
    term: (x, file) => file.term(x, "IS"),
    definition: (x, file) => file.term(x, "D"),
    key: readKey,
    name: (x) => (need(typeof x === "string", "not a name"), x),
    substitution: (x, file) =>
      rowsOf(x, 3).map(([name, arity, value]) => [readKey([name, arity]), file.term(value, "IL")]),
    products: (x, file) =>
      rowsOf(x, 2).map(([n, factors]) => {
        need(isInteger(n, 1, LIMITS.literal), "not a positive integer");
        return [n, list(factors).map((position) => file.step(position))];
      }),
    equations: (x, file) => rowsOf(x, 2).map(([p, position]) => [file.term(p, "I"), file.step(position)]),
  });

  function readKey(x) {
    need(isKey(x), "not a name with its arity");
    return x;
  }

  /** Rows made so far, and which of them something refers to. */
  function shelf() {
    const made = [];
    const used = new Set();
    return {
      made,
      used,
      at(position) {
        need(isInteger(position, 0, made.length - 1), "a reference to something that is not made yet");
        used.add(position);
        return made[position];
      },
      allUsed: () => used.size === made.length,
    };
  }

  /** One certificate being checked, row by row. */
  class File {
    constructor({ data, places }) {
      need(data instanceof Map && [...data.keys()].join() === FIELDS.join(), `the fields are not ${FIELDS.join(", ")}`);
      need(data.get("format") === FORMAT, `the format is not ${FORMAT}`);
      checkAbout(data.get("about"));
      for (const part of PARTS) need(Array.isArray(data.get(part)), `${part} is not a list`);
      this.data = data;
      this.places = places;
      this.terms = shelf();
      this.steps = shelf();
      this.claims = new Map();
      this.premises = [];
      this.meter = meter();
      this.store = termStore(this.meter);
      this.ring = algebra(this.meter);
      const axiom = ([hyps, concl]) => [hyps.map((f) => fromPrefix(this.store, f)), fromPrefix(this.store, concl)];
      this.axioms = new Map([...AXIOMS].map(([name, sequent]) => [name, axiom(sequent)]));
    }

    rows(part) {
      return this.data.get(part);
    }

    /** Checks the next row of a part, and answers what it makes. */
    add(part, row) {
      if (part === "terms") return this.addTerm(row);
      return part === "steps" ? this.addStep(row) : this.addClaim(row);
    }

    term(position, sorts) {
      const term = this.mentioned(position);
      need(isTerm(term, sorts), "a term of another sort");
      return term;
    }

    mentioned(position) {
      const term = this.terms.at(position);
      this.meter.spend(1 + this.store.countFree(term));
      return term;
    }

    step(position) {
      this.premises.push(position);
      return this.theorem(position);
    }

    theorem(position) {
      const theorem = this.steps.at(position);
      this.meter.spend(1 + theorem.hyps.size);
      return theorem;
    }

    addTerm(row) {
      const [tag, ...args] = named(row);
      const node = NODES.get(tag);
      need(node !== undefined, () => `no such node: ${tag}`);
      const read = (x, k) => (isPlainKind(node.takes[k] ?? node.rest) ? x : this.mentioned(x));
      const fewer = args.length <= node.takes.length || node.rest !== undefined;
      need(fewer, () => `${tag} has the wrong number of arguments`);
      const term = this.store.makeFrom(tag, args.map(read));
      this.terms.made.push(term);
      this.meter.spend(1 + this.store.countFree(term));
      return term;
    }

    addStep(row) {
      const [name, ...args] = named(row);
      const rule = RULES.get(name);
      need(rule !== undefined, () => `no such rule: ${name}`);
      need(args.length === rule.takes.length, () => `${name} has the wrong number of arguments`);
      this.premises = []; // the positions of the steps that this one refers to
      const values = args.map((x, k) => ARGUMENTS.get(rule.takes[k])(x, this));
      const [hyps, concl] = rule.infer(this, ...values);
      const theorem = { hyps: new Set(hyps), concl, rule: name, premises: this.premises };
      if (name === "axiom") theorem.axiom = args[0];
      checkSequent(theorem);
      this.steps.made.push(theorem);
      this.meter.spend(1 + theorem.hyps.size);
      return theorem;
    }

    addClaim(row) {
      const [name, hyps, concl, position] = list(row, 4);
      need(isText(name) && !this.claims.has(name), "a claim has a name of its own");
      const formulas = list(hyps).map((x) => this.mentioned(x));
      const theorem = this.theorem(position);
      const given = new Set(formulas);
      need(given.size === formulas.length, "a hypothesis is given twice");
      const same = given.size === theorem.hyps.size && formulas.every((f) => theorem.hyps.has(f));
      const proved = this.mentioned(concl) === theorem.concl && same;
      need(proved, () => `the step proves another statement: ${showSequent(theorem)}`);
      this.meter.spend([...formulas, theorem.concl].reduce((total, f) => total + f.size, 0));
      needOneMeaning(this.store, formulas, theorem.concl);
      const claim = { name, hyps: formulas, concl: theorem.concl, step: position };
      this.claims.set(name, claim);
      return claim;
    }

    finish() {
      need(this.claims.size > 0, "no claim is made");
      need(this.terms.allUsed(), "a term serves nothing");
      need(this.steps.allUsed(), "a step serves nothing");
      const rules = new Map();
      for (const { rule } of this.steps.made) rules.set(rule, (rules.get(rule) ?? 0) + 1);
      const axioms = new Set(this.steps.made.flatMap((theorem) => theorem.axiom ?? []));
      return {
        about: this.data.get("about"),
        claims: [...this.claims.values()],
        steps: this.steps.made.length,
        terms: this.terms.made.length,
        work: this.meter.spent(),
        rules: Object.fromEntries([...rules].sort()),
        axioms: [...axioms].sort(),
      };
    }
  }

  function named(row) {
    need(list(row).length > 0 && typeof row[0] === "string", "a row begins with a name");
    return row;
  }

  function checkSequent({ hyps, concl }) {
    need(hyps.size <= LIMITS.hypotheses, "too many hypotheses");
    for (const f of [...hyps, concl]) need(isTerm(f, "F") && f.loose === 0, "not a closed formula");
  }

  /** The subject is an object of plain data: printable ASCII, exact integers, names as keys. */
  function checkAbout(about) {
    need(about instanceof Map, "about is not an object");
    const waiting = [about];
    while (waiting.length > 0) {
      const x = waiting.pop();
      if (x instanceof Map) need([...x.keys()].every(isName), "about: a key is not a name");
      if (x instanceof Map || Array.isArray(x)) for (const item of x.values()) waiting.push(item);
      else need(x === null || typeof x === "boolean" || typeof x === "number" || isText(x), "about: not plain data");
    }
  }

  /** For the reader: in one statement a name means one variable, one tensor, one function or one definition. */
  function needOneMeaning(store, hyps, concl) {
    const { definitions, functions } = vocabulary([...hyps, concl]);
    const free = [...hyps, concl].reduce((set, f) => store.names.union(set, f.free), store.names.empty);
    const named = (pairs) => pairs.map(([name]) => name);
    const all = [...named([...definitions].map((d) => d.args)), ...functions, ...named(store.names.named(free))];
    need(new Set(all).size === all.length, "one name means two things");
  }

  /** The definitions and functions that the terms speak of, in the order in which they are met. */
  function vocabulary(terms) {
    const [seen, definitions, functions] = [new Set(), new Set(), new Set()];
    const visit = (term) => {
      if (seen.has(term)) return;
      seen.add(term);
      if (term.tag === "define") definitions.add(term);
      if (term.tag === "apply") functions.add(term.args[0]);
      for (const x of term.args) if (x instanceof Term) visit(x);
    };
    terms.forEach(visit);
    return { definitions, functions };
  }

  /**
   * Checks a certificate row by row.  Yields {part: "start", rows: how many} and, after every row of terms, steps and
   * claims, {part, position, made}; returns what was proved.  Throws a Refusal.
   */
  function* replaying(text) {
    const file = guarded("file", null, () => {
      need(typeof text === "string", "a certificate is a text");
      need(text.length <= LIMITS.characters, `longer than ${LIMITS.characters} characters`);
      return new File(read(text));
    });
    yield { part: "start", rows: PARTS.reduce((count, part) => count + file.rows(part).length, 0) };
    for (const part of PARTS) {
      for (const [position, row] of file.rows(part).entries()) {
        const made = guarded(`${part}[${position}]`, file.places.get(row) ?? null, () => file.add(part, row));
        yield { part, position, made };
      }
    }
    return guarded("file", null, () => file.finish());
  }

  /** Runs the action; what it throws becomes a Refusal that knows its place. */
  function guarded(where, place, action) {
    try {
      return action();
    } catch (error) {
      if (error instanceof Refusal) {
        error.where ??= where;
        error.place ??= place;
        throw error;
      }
      // The machine's limits: recursion, size of a table, memory.  Anything else is a bug; it is no proof either.
      const machine = error instanceof RangeError || error?.name === "InternalError";
      const why = machine ? "too deeply nested or too large" : "the checker itself failed";
      throw Object.assign(new Refusal(`${why} (${error})`, where, place), { crash: !machine });
    }
  }

  /** The verdict on a certificate: {proved: true, claims, steps, ...} or {proved: false, where, why, place, crash}. */
  function check(text) {
    try {
      const run = replaying(text);
      for (;;) {
        const { done, value } = run.next();
        if (done) return { proved: true, ...value };
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return refused(error);
    }
  }

  const refused = ({ where, message, place, crash = false }) => ({ proved: false, where, why: message, place, crash });

  // ---------------------------------------------------------------------------------------------- plain text

  const STUB = 2000; // nodes: a larger term is named by its size
  const STUB_IN_CLAIMS = 50000;

  /** How tightly each notation holds together; what binds less than its place demands goes into parentheses. */
  const TIGHT = Object.freeze({ sum: 0, quotient: 1, add: 2, product: 3, closed: 4 });

  /** A term in plain text.  `fresh` names the n-th binder. */
  function show(term, fresh = freshFor([term]), stub = STUB) {
    return write(term, { bound: [], fresh, stub }, TIGHT.sum);
  }

  /** Names for bound indices that no free name of the terms resembles. */
  function freshFor(terms) {
    const taken = new Set();
    const seen = new Set();
    const visit = (term) => {
      if (seen.has(term)) return;
      seen.add(term);
      for (const x of term.args) {
        if (x instanceof Term) visit(x);
        else if (typeof x === "string") taken.add(x);
      }
    };
    terms.forEach(visit);
    let letter = "v";
    const clashes = (name) => name.startsWith(letter) && /^[0-9]+$/.test(name.slice(letter.length));
    while ([...taken].some(clashes)) letter += "v";
    return (n) => `${letter}${n}`;
  }

  /** A term for a place that demands so much tightness; `context.bound` names the binders above, innermost first. */
  function write(term, context, demand) {
    if (term.size > context.stub) return `<${term.tag} of ${term.size} nodes>`;
    const [tightness, text] = WRITING.get(term.tag)(term.args, context);
    return tightness < demand ? `(${text})` : text;
  }

  const commas = (terms, context) => terms.map((x) => write(x, context, TIGHT.sum)).join(", ");

  function under(context, count) {
    const added = Array.from({ length: count }, (_, j) => context.fresh(context.bound.length + j));
    return [added, { ...context, bound: [...added, ...context.bound] }];
  }

  const isMinus = (x) => x.tag === "mul" && x.args[0].tag === "num" && x.args[0].args[0] === -1;
  const isNegative = (x) => x.tag === "num" && x.args[0] < 0;
  const plain = (text) => [TIGHT.closed, String(text)];

  const WRITING = table({
    num: ([n]) => [n < 0 ? TIGHT.add : TIGHT.closed, String(n)],
    nat: ([n]) => plain(n),
    var: ([name]) => plain(name),
    bound: ([j], { bound }) => plain(bound[j] ?? `#${j - bound.length}`),
    add([a, b], context) {
      const left = write(a, context, isNegative(a) ? TIGHT.sum : TIGHT.add);
      if (isMinus(b)) return [TIGHT.add, `${left} - ${write(b.args[1], context, TIGHT.product)}`];
      if (isNegative(b)) return [TIGHT.add, `${left} - ${-b.args[0]}`];
      return [TIGHT.add, `${left} + ${write(b, context, TIGHT.product)}`];
    },
    mul([a, b], context) {
      const left = write(a, context, isNegative(a) ? TIGHT.sum : TIGHT.product);
      return [isNegative(a) ? TIGHT.add : TIGHT.product, `${left}*${write(b, context, TIGHT.closed)}`];
    },
    div: (args, context) => [TIGHT.quotient, args.map((x) => write(x, context, TIGHT.closed)).join(" div ")],
    mod: (args, context) => [TIGHT.quotient, args.map((x) => write(x, context, TIGHT.closed)).join(" mod ")],
    entry: ([name, ...at], context) => plain(`${name}[${commas(at, context)}]`),
    apply: ([name, s], context) => plain(`${name}(${commas([s], context)})`),
    bracket: ([f], context) => plain(`[${commas([f], context)}]`),
    sum([lo, hi, body], context) {
      const [[v], inner] = under(context, 1);
      return [TIGHT.sum, `sum(${v} in [${commas([lo, hi], context)})) ${write(body, inner, TIGHT.sum)}`];
    },
    map([n, body], context) {
      // the tensor (i, j -> x[i, j]) is x
      const [name, ...at] = body.args;
      const inOrder = (i, j) => i.tag === "bound" && i.args[0] === j;
      if (body.tag === "entry" && at.length === n && at.every(inOrder)) return plain(name);
      const [added, inner] = under(context, n);
      return plain(`(${added.join(", ")} -> ${write(body, inner, TIGHT.sum)})`);
    },
    use: ([definition, ...args], context) => plain(`${definition.args[0]}(${commas(args, context)})`),
    define: ([name]) => plain(name),
    eq: (args, context) => [TIGHT.sum, args.map((x) => write(x, context, TIGHT.sum)).join(" = ")],
    le([a, b], context) {
      const right = write(b, context, TIGHT.sum);
      const strict = a.tag === "add" && a.args[1].tag === "num" && a.args[1].args[0] === 1;
      const left = write(strict ? a.args[0] : a, context, TIGHT.sum);
      return [TIGHT.sum, `${left} ${strict ? "<" : "<="} ${right}`];
    },
  });

  /** Hypotheses |- conclusion. */
  function showSequent({ hyps, concl }) {
    const fresh = freshFor([...hyps, concl]);
    return `${[...hyps].map((f) => show(f, fresh)).join(", ")} |- ${show(concl, fresh)}`.trimStart();
  }

  /** A definition with its body: bank(w[,,], k, ...) := ... */
  function showDefinition(definition) {
    const [name, body, parameters] = definition.args;
    const parameter = ([each, arity]) => (arity === VARIABLE ? each : `${each}[${",".repeat(Math.max(0, arity - 1))}]`);
    return `${name}(${parameters.map(parameter).join(", ")}) := ${show(body, freshFor([definition]), STUB_IN_CLAIMS)}`;
  }

  /** What a claim says, in words: {name, hypotheses, conclusion, definitions, step}. */
  function describe({ name, hyps, concl, step }) {
    const fresh = freshFor([...hyps, concl]);
    return {
      name,
      hypotheses: hyps.map((f) => show(f, fresh, STUB_IN_CLAIMS)),
      conclusion: show(concl, fresh, STUB_IN_CLAIMS),
      definitions: [...vocabulary([...hyps, concl]).definitions].map(showDefinition),
      step,
    };
  }

  /** A term without notation, for programs that compare two checkers' readings: its distinct parts, one after the
   * other, each a tag and its arguments; @n is the n-th part, counted from 0.  Parts come before what they are in. */
  function spell(term) {
    const parts = new Map();
    const visit = (x) => {
      if (Array.isArray(x)) return `(${x.map(joinedKey).join(" ")})`;
      if (!(x instanceof Term)) return String(x);
      if (!parts.has(x)) {
        const text = [x.tag, ...x.args.map(visit)].join(" ");
        parts.set(x, [`@${parts.size}`, text]);
      }
      return parts.get(x)[0];
    };
    visit(term);
    return [...parts.values()].map(([, text]) => text).join("; ");
  }

  const nodes = () => [...NODES].map(([name, { is }]) => ({ name, figure: is }));
  const rules = () => [...RULES].map(([name, { figure }]) => ({ name, figure }));

  /** The axioms in plain text. */
  function axioms() {
    const store = termStore(meter());
    const written = ([hyps, concl]) =>
      showSequent({ hyps: hyps.map((f) => fromPrefix(store, f)), concl: fromPrefix(store, concl) });
    return [...AXIOMS].map(([name, sequent]) => ({ name, figure: written(sequent) }));
  }

  /** A store of terms and its algebra, with a meter of their own: for whoever builds statements beside a replay. */
  function workshop() {
    const work = meter();
    return { store: termStore(work), ring: algebra(work) };
  }

  const forReaders = { axioms, describe, freshFor, nodes, rules, showSequent, spell };
  const forStatements = { VARIABLE, isInteger, isName, read, workshop };
  return Object.freeze({ LIMITS, Refusal, check, refused, replaying, ...forReaders, ...forStatements });
})();

// ------------------------------------------------------------------------------------------------ under Node

if (typeof module === "object" && typeof require === "function") {
  module.exports = symstrideChecker;
  if (require.main === module) commandLine(process.argv.slice(2));
}

function commandLine(words) {
  const { check, describe, spell } = symstrideChecker;
  const usage = "usage: node checker.js certificate.json | node checker.js --lines";

  function checkFile(path) {
    try {
      const bytes = require("fs").readFileSync(path);
      return check(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
    } catch (error) {
      return { proved: false, where: "file", why: `cannot be read (${error.message})` };
    }
  }

  function report({ claims, steps, axioms }) {
    const counts = `PROVED: claims ${claims.length}, steps ${steps}, axioms used ${axioms.length}`;
    const advice = "This is what the certificate says; `symstride replay` compares it with its own statements.";
    return [counts, ...claims.flatMap(inWords), "", advice].join("\n");
  }

  function inWords(claim) {
    const { name, hypotheses, conclusion, definitions } = describe(claim);
    const assumed = `    if   ${hypotheses.join(", ") || "(no hypotheses)"}`;
    return ["", `claim ${name}`, assumed, `    then ${conclusion}`, ...definitions.map((text) => `    with ${text}`)];
  }

  /** For tests: the verdict as one line of JSON, claims spelled out as [name, hypotheses, conclusion]. */
  function answer(text) {
    const { about, claims, ...rest } = check(text);
    const spelled = claims?.map(({ name, hyps, concl }) => [name, hyps.map(spell).sort(), spell(concl)]);
    return JSON.stringify({ ...rest, claims: spelled });
  }

  if (words.length === 1 && words[0] === "--lines") {
    const lines = require("readline").createInterface({ input: process.stdin, crlfDelay: Infinity });
    lines.on("line", (line) => console.log(answer(JSON.parse(line))));
  } else if (words.length === 1 && !words[0].startsWith("-")) {
    const verdict = checkFile(words[0]);
    console.log(verdict.proved ? report(verdict) : `REFUSED at ${verdict.where}: ${verdict.why}`);
    process.exitCode = verdict.proved ? 0 : 1;
  } else {
    console.error(usage);
    process.exitCode = 2;
  }
}
