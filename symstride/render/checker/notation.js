/* The statement of an identity, built again from the texts that its certificate carries.
 *
 *     node notation.js certificate.json      PROVED with the statement as written (exit code 0), or REFUSED (1)
 *     node notation.js --lines               one certificate per line of input, as a JSON string; one JSON answer each
 *     node notation.js --texts               the same for the subject of a certificate alone: the terms that it means
 *
 * A second reader of the notation, written from its description: Python's expressions with sums as generators,
 * brackets [P], `a if P else b`, entries, definitions at tensors, functions of one scalar.  It shares no code with the
 * first one.  Nothing of a text is ever run.  What Python means by a text is what is read, or the text is refused.
 *
 * Three stages: parse (a text to a tree), Reading (trees to terms), nonzero (may a divisor be 0?).
 */
"use strict";

const symstrideNotation = (() => {
  const checker = typeof symstrideChecker === "undefined" ? require("./checker.js") : symstrideChecker;
  const { LIMITS: KERNEL, Refusal, VARIABLE, check, isInteger, isName, read, spell, workshop } = checker;

  const CLAIM = "identity"; // the one claim of such a certificate
  const FIELDS = ["axes", "given", "identity", "letters", "where"];

  /** The largest of everything; beyond, texts are refused. */
  const LIMITS = Object.freeze({
    text: 4000, // characters of one text
    height: 60, // of the syntax tree as Python counts it
    brackets: 100, // around one place
    power: 16, // exponents
    cases: 64, // of one condition
    definitions: 64,
    hypotheses: 64, // texts of them
    axes: 9,
    facts: 12, // formulas that are looked at for one divisor
    formula: 80, // nodes of such a formula; a divisor has at most half as many
    pivots: 400, // of one linear program
  });

  /** Names that mean something to Python, or to tactics.  `sum` and `range` stand only where the notation has them. */
  const RESERVED = new Set(
    ("abs all any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex copyright " +
      "credits delattr dict dir divmod enumerate eval exec exit filter float format frozenset getattr globals " +
      "hasattr hash help hex id input int isinstance issubclass iter len license list locals map max memoryview " +
      "min next object oct open ord pow print property quit range repr reversed round set setattr slice sorted " +
      "staticmethod str sum super tuple type vars zip hole_").split(" "),
  );
  const OWN = new Set(["sum", "range"]);
  const KEYWORDS = new Set(
    ("False None True and as assert async await break class continue def del elif else except finally for from " +
      "global if import in is lambda nonlocal not or pass raise return try while with yield").split(" "),
  );

  function need(condition, why) {
    if (condition !== true) throw new Refusal(typeof why === "function" ? why() : why, "about");
  }

  // ---------------------------------------------------------------------------------------------- a text to a tree

  const COMPARISONS = new Set(["==", "!=", "<", "<=", ">", ">="]);

  /** Words, numbers and signs; signs as long as possible, as Python has it. */
  function tokens(text) {
    need(text.length > 0 && text.length <= LIMITS.text, `a text of 1 to ${LIMITS.text} characters is expected`);
    need(/^[A-Za-z0-9_ +\-*/%<>=!()[\],]*$/.test(text), () => `a sign that is not of the notation, in ${text}`);
    need(!/^ | $| {2}/.test(text), () => `blanks one by one, inside the text: ${text}`);
    need(!/(?<![A-Za-z0-9_])[0-9]+[A-Za-z_]/.test(text), () => `a number glued to a word, in ${text}`);
    return text.match(/[A-Za-z_][A-Za-z0-9_]*|[0-9]+|<<|>>|\*\*|\/\/|[=!<>]=|[^ ]/g) ?? [];
  }

  /**
   * The tree of one expression.  A node has a kind, its parts, and its height, counted as Python's own trees have it:
   * names, signs and operators are levels too.
   */
  function parse(text) {
    const words = tokens(text);
    let at = 0;
    let brackets = 0;
    let depth = 0;

    const fail = (why) => need(false, `${why}, found ${words[at] ?? "the end"}, in ${text}`);
    const sees = (...wanted) => wanted.includes(words[at]);

    function takes(word) {
      if (words[at] !== word) return false;
      at += 1;
      return true;
    }

    function expects(word) {
      if (!takes(word)) fail(`expected ${word}`);
    }

    function node(kind, facts, ...parts) {
      const height = 1 + Math.max(kind === "number" ? 0 : 1, ...parts.map((part) => part.height));
      need(height <= LIMITS.height, `more than ${LIMITS.height} levels of nesting`);
      return { kind, height, parts, ...facts };
    }

    /** What may contain itself is counted, so that no text exhausts the machine. */
    function deeper(rule) {
      depth += 1;
      need(depth <= LIMITS.height + LIMITS.brackets, "nested too deeply");
      const found = rule();
      depth -= 1;
      return found;
    }

    function expression() {
      return deeper(() => {
        const yes = either();
        if (!takes("if")) return yes;
        const test = either();
        expects("else");
        const no = expression();
        return node("choice", { yes, test, no }, yes, test, no);
      });
    }

    const either = () => joined("or", () => joined("and", negation));

    function joined(word, rule) {
      const parts = [rule()];
      while (takes(word)) parts.push(rule());
      return parts.length === 1 ? parts[0] : node(word, {}, ...parts);
    }

    function negation() {
      if (!takes("not")) return comparison();
      const part = deeper(negation);
      return node("not", { part }, part);
    }

    function comparison() {
      const operands = [sum()];
      const signs = [];
      while (COMPARISONS.has(words[at])) {
        signs.push(words[at++]);
        operands.push(sum());
      }
      return signs.length === 0 ? operands[0] : node("compare", { operands, signs }, ...operands);
    }

    const sum = () => chain(["+", "-"], product);
    const product = () => chain(["*", "//", "%"], signed);

    function chain(signs, rule) {
      let left = rule();
      while (sees(...signs)) {
        const sign = words[at++];
        const right = rule();
        left = node("operation", { sign, left, right }, left, right);
      }
      return left;
    }

    function signed() {
      if (!takes("-")) return power();
      const part = deeper(signed);
      return node("minus", { part }, part);
    }

    function power() {
      const left = primary();
      if (!takes("**")) return left;
      const right = deeper(signed);
      return node("operation", { sign: "**", left, right }, left, right);
    }

    function primary() {
      let target = atom();
      for (;;) {
        if (sees("[")) {
          const place = bracketed("[", "]", (end) => listOf(end, false));
          target = node("entry", { target, at: place }, target, place);
        } else if (sees("(")) {
          const args = bracketed("(", ")", argumentsOf);
          target = node("call", { target, args }, target, ...args);
        } else {
          return target;
        }
      }
    }

    function bracketed(open, close, rule) {
      expects(open);
      brackets += 1;
      need(brackets <= LIMITS.brackets, `more than ${LIMITS.brackets} brackets inside each other`);
      const found = rule(close);
      expects(close);
      brackets -= 1;
      return found;
    }

    function atom() {
      const word = words[at] ?? "";
      if (/^[0-9]/.test(word)) return number(word);
      if (/^[A-Za-z_]/.test(word)) return name();
      if (word === "(") return bracketed("(", ")", (end) => listOf(end, true));
      if (word === "[") return bracketed("[", "]", conditions);
      return fail("expected an expression");
    }

    function number(word) {
      need(/^(0+|[1-9][0-9]*)$/.test(word), () => `a number written otherwise: ${word}`);
      const value = Number(word);
      need(Number.isSafeInteger(value), "numbers below 2**53");
      at += 1;
      return node("number", { value });
    }

    function name() {
      const word = words[at];
      if (KEYWORDS.has(word)) fail("expected a name");
      const free = isName(word) && !RESERVED.has(word);
      need(OWN.has(word) || free, () => `a name that means something already, or is none: ${word}`);
      at += 1;
      return node("name", { name: word });
    }

    /** One expression, or several with commas, which are a tuple; in parentheses it may be a generator. */
    function listOf(end, mayGenerate) {
      if (sees(end)) return node("tuple", {});
      const first = expression();
      if (mayGenerate && sees("for")) return generator(first);
      if (!sees(",")) return first;
      const parts = [first];
      while (takes(",") && !sees(end)) parts.push(expression());
      return node("tuple", {}, ...parts);
    }

    function argumentsOf(end) {
      if (sees(end)) return [];
      const first = expression();
      if (sees("for")) return [generator(first)];
      const parts = [first];
      while (takes(",") && !sees(end)) parts.push(expression());
      return parts;
    }

    function conditions(end) {
      const part = sees(end) ? fail("expected one condition") : expression();
      takes(",");
      if (!sees(end)) fail("expected one condition");
      return node("bracket", { part }, part);
    }

    function generator(body) {
      const loops = [];
      while (takes("for")) {
        const target = variable();
        expects("in");
        const range = either();
        const tests = [];
        while (takes("if")) tests.push(either());
        loops.push(node("loop", { target, range, tests }, target, range, ...tests));
      }
      return node("generator", { body, loops }, body, ...loops);
    }

    function variable() {
      return sees("(") ? bracketed("(", ")", variable) : name();
    }

    const tree = expression();
    if (at < words.length) fail("expected the end");
    return tree;
  }

  /** The node and all inside it. */
  function* nodesOf(node) {
    yield node;
    for (const part of node.parts) yield* nodesOf(part);
  }

  const namesIn = (node) => new Set([...nodesOf(node)].filter((n) => n.kind === "name").map((n) => n.name));
  const isSign = (node, ...signs) => node.kind === "operation" && signs.includes(node.sign);
  const isCallOf = (node, name) => node.kind === "call" && node.target.kind === "name" && node.target.name === name;

  /** The names that stand in a text where scalars stand: none inside indices, bounds and conditions. */
  function* scalarNames(node) {
    if (node.kind === "name") yield node.name;
    if (node.kind === "operation") {
      yield* scalarNames(node.left);
      if (node.sign !== "**") yield* scalarNames(node.right);
    }
    if (node.kind === "choice") {
      yield* scalarNames(node.yes);
      yield* scalarNames(node.no);
    }
    const call = node.kind === "entry" ? node.target : node;
    if (call.kind !== "call") return;
    for (const part of call.args) yield* scalarNames(part.kind === "generator" && node === call ? part.body : part);
  }

  // ---------------------------------------------------------------------------------------------- trees to terms

  const INTEGER = "an integer";
  const FUNCTION = "a function of one scalar";
  const DEFINITION = "a definition";

  /** What an expression stands in: letters that are bound around it, with their variables, and what holds there. */
  class Scope {
    constructor(bound = new Map(), facts = []) {
      this.bound = bound;
      this.facts = facts;
    }

    bind(letter, variables) {
      return new Scope(new Map([...this.bound, [letter, variables]]), this.facts);
    }

    knowing(facts) {
      return new Scope(this.bound, [...this.facts, ...facts]);
    }
  }

  /** Reads the texts of one subject, which share their definitions, their hypotheses and their names. */
  class Reading {
    constructor({ left, right, given, where, letters, axes }) {
      const { store, ring } = workshop();
      this.store = store;
      this.nonzero = divisors(store, ring);
      this.axes = axes;
      this.letters = new Set(letters);
      this.roles = new Map();
      this.heads = new Map(); // of all definitions
      this.defined = new Map(); // those that have been read
      this.facts = []; // hypotheses on integers
      this.seen = new Set(); // every name of every text
      this.scalars = new Set(); // names that stand where scalars stand
      this.free = new Set(); // letters that are used freely
      this.bound = new Set(); // letters that a sum binds
      this.parameters = new Set(); // tensors of the head whose body is being read
      this.fresh = 0;
      this.one = this.make("nat", 1);
      this.nothing = this.make("nat", 0);
      this.readAll({ sides: [left, right].map((text) => this.tree(text)), where, given });
    }

    make(tag, ...args) {
      return this.store.make(tag, ...args);
    }

    tree(text) {
      const tree = parse(text);
      for (const name of namesIn(tree)) this.seen.add(name);
      return tree;
    }

    /** Names first, then hypotheses, on which divisors depend, then definitions, then both sides. */
    readAll({ sides, where, given }) {
      const definitions = where.map(([head, body]) => [this.tree(head), this.tree(body)]);
      for (const [head] of definitions) this.announce(head);
      const conditions = given.map((text) => this.tree(text));
      this.checkCopies();
      for (const letter of [...this.letters].sort()) this.use(letter, INTEGER);
      for (const tree of [...sides, ...definitions.map(([, body]) => body)]) {
        for (const name of scalarNames(tree)) this.scalars.add(name);
      }
      const links = conditions.flatMap((condition) => this.linksOf(condition));
      const formulas = this.integerHypotheses(links);
      for (const [head, body] of definitions) this.define(head, body);
      links.forEach((link, n) => formulas.has(n) || formulas.set(n, [this.equation(link)]));
      this.hyps = [...new Set([...formulas.values()].flat())];
      const [left, right] = sides.map((side) => this.scalar(side, new Scope(new Map(), this.facts)));
      const both = [...this.bound].filter((letter) => this.free.has(letter));
      need(both.length === 0, () => `a sum over ${both[0]}, which is free in the statement`);
      this.concl = this.make("eq", left, right);
    }

    // -------------------------------------------------------------------------- names

    /** Notes the use of a name; a second one as something else is refused. */
    use(name, role) {
      need(!OWN.has(name), `${name} is Python's`);
      const known = this.roles.get(name) ?? role;
      need(known === role, `${name} as ${role}, and elsewhere as ${known}`);
      this.roles.set(name, role);
    }

    useTensor(name, arity) {
      need(arity <= KERNEL.arity, `${name} with ${arity} indices`);
      this.use(name, `a tensor with ${arity} indices`);
    }

    /** What a letter is called in the kernel: one name for each axis if it stands once per axis, else one. */
    copies(name) {
      if (!this.letters.has(name) || this.axes === 1) return [name];
      return Array.from({ length: this.axes }, (_, axis) => `${name}${axis + 1}`);
    }

    /** Does the expression stand once per axis? */
    perAxis(node) {
      return [...namesIn(node)].some((name) => this.letters.has(name));
    }

    checkCopies() {
      if (this.axes === 1) return;
      for (const letter of this.letters) {
        const met = this.copies(letter).find((copy) => this.seen.has(copy) && !this.letters.has(copy));
        need(met === undefined, `${met}, which the copies of ${letter} would meet`);
      }
    }

    isScalar(node) {
      const scalar = (name) => this.scalars.has(name) || (this.roles.get(name) ?? INTEGER) !== INTEGER;
      const shown = ({ kind, name }) =>
        ["entry", "call", "bracket", "choice"].includes(kind) || (kind === "name" && scalar(name));
      return [...nodesOf(node)].some(shown);
    }

    /** Variables that no text uses; binders make them disappear again. */
    freshNames(count) {
      const names = [];
      while (names.length < count) {
        this.fresh += 1;
        if (!this.seen.has(`v${this.fresh}_`)) names.push(`v${this.fresh}_`);
      }
      return names;
    }

    variable(name) {
      return this.make("var", name);
    }

    // -------------------------------------------------------------------------- integers

    negative(t) {
      return t.tag === "num" ? this.make("num", 0 - t.args[0]) : this.make("mul", this.make("num", -1), t);
    }

    product(factors) {
      return factors.reduceRight((rest, factor) => this.make("mul", factor, rest));
    }

    toThe(base, node, one) {
      need(node.kind === "number" && node.value <= LIMITS.power, `an exponent is a number up to ${LIMITS.power}`);
      return node.value === 0 ? one : this.product(Array(node.value).fill(base));
    }

    /** The integer that an expression is, on one axis. */
    integer(node, scope, axis = 0) {
      if (node.kind === "number") return this.make("num", node.value);
      if (node.kind === "name") return this.letter(node.name, scope, axis);
      if (node.kind === "minus") return this.negative(this.integer(node.part, scope, axis));
      need(node.kind === "operation", "an integer has names, numbers and + - * // % only");
      const left = this.integer(node.left, scope, axis);
      if (node.sign === "**") return this.toThe(left, node.right, this.make("num", 1));
      const right = this.integer(node.right, scope, axis);
      switch (node.sign) {
        case "+":
          return this.make("add", left, right);
        case "-":
          return this.make("add", left, this.negative(right));
        case "*":
          return this.make("mul", left, right);
        default:
          need(this.nonzero(right, scope.facts), "a divisor that may be 0, as far as this page can see");
          return this.make(node.sign === "//" ? "div" : "mod", left, right);
      }
    }

    letter(name, scope, axis) {
      need(!this.heads.has(name), `${name} is a definition, and so a scalar`);
      this.use(name, INTEGER);
      const onAxis = (list) => list[list.length > 1 ? axis : 0];
      if (scope.bound.has(name)) return this.variable(onAxis(scope.bound.get(name)));
      this.free.add(name);
      return this.variable(onAxis(this.copies(name)));
    }

    /** The integers that an expression is: one for each axis, or one for what stands only once. */
    each(node, scope) {
      const axes = this.perAxis(node) ? this.axes : 1;
      return Array.from({ length: axes }, (_, axis) => this.integer(node, scope, axis));
    }

    // -------------------------------------------------------------------------- conditions

    /**
     * A condition is {yes, no}: the cases in which it holds, and in which it fails.  A case is a list of formulas that
     * hold together, and of all cases exactly one does.  So brackets say it in every semiring.
     */
    condition(node, scope) {
      if (node.kind === "not") return opposite(this.condition(node.part, scope));
      if (node.kind === "compare") return this.comparisons(node, scope);
      need(node.kind === "and" || node.kind === "or", "a condition has comparisons, and, or, not only");
      const [first, ...rest] = node.parts;
      let total = this.condition(first, scope);
      for (const part of rest) {
        const isAnd = node.kind === "and";
        const more = this.condition(part, scope.knowing(factsOf(isAnd ? total : opposite(total))));
        total = isAnd ? both(total, more) : opposite(both(opposite(total), opposite(more)));
      }
      return total;
    }

    /** A chain: each comparison holds, on every axis. */
    comparisons({ operands, signs }, scope) {
      let total = null;
      signs.forEach((sign, k) => {
        const here = total === null ? scope : scope.knowing(factsOf(total));
        const link = this.link(operands[k], sign, operands[k + 1], here);
        total = total === null ? link : both(total, link);
      });
      return total;
    }

    /** One comparison; != holds where == fails on some axis. */
    link(a, sign, b, scope) {
      need(!this.isScalar(a) && !this.isScalar(b), "scalars are compared in given only, by ==");
      const axes = this.perAxis(a) || this.perAxis(b) ? this.axes : 1;
      let total = null;
      for (let axis = 0; axis < axes; axis += 1) {
        const one = this.compared(this.integer(a, scope, axis), sign, this.integer(b, scope, axis));
        total = total === null ? one : both(total, one);
      }
      return sign === "!=" ? opposite(total) : total;
    }

    compared(a, sign, b) {
      const below = (x, y) => this.atMost(this.plusOne(x), y);
      switch (sign) {
        case "<=":
          return { yes: [[this.atMost(a, b)]], no: [[below(b, a)]] };
        case ">=":
          return this.compared(b, "<=", a);
        case "<":
          return this.compared(this.plusOne(a), "<=", b);
        case ">":
          return this.compared(this.plusOne(b), "<=", a);
        default:
          return { yes: [[this.make("eq", a, b)]], no: [[below(a, b)], [below(b, a)]] };
      }
    }

    atMost(a, b) {
      return this.make("le", a, b);
    }

    plusOne(a) {
      return this.make("add", a, this.make("num", 1));
    }

    /** [P]*scalar, a summand for each case. */
    times(condition, scalar) {
      const factor = scalar === this.one ? [] : [scalar];
      const summands = condition.yes.map((formulas) =>
        this.product([...formulas.map((f) => this.make("bracket", f)), ...factor]),
      );
      return summands.reduceRight((rest, summand) => this.make("add", summand, rest));
    }

    // -------------------------------------------------------------------------- hypotheses

    /** The comparisons of a conjunction, chains taken apart. */
    linksOf(node) {
      if (node.kind === "and") return node.parts.flatMap((part) => this.linksOf(part));
      need(node.kind === "compare", "hypotheses are comparisons, joined by `and`");
      return node.signs.map((sign, k) => ({ sign, a: node.operands[k], b: node.operands[k + 1] }));
    }

    /** Formulas by place.  Those without quotients are read first: divisors may need them. */
    integerHypotheses(links) {
      const formulas = new Map();
      const divides = ({ a, b }) => [...nodesOf(a), ...nodesOf(b)].some((node) => isSign(node, "//", "%"));
      for (const late of [false, true]) {
        links.forEach((link, n) => {
          if (divides(link) !== late || this.isScalar(link.a) || this.isScalar(link.b)) return;
          const { yes } = this.link(link.a, link.sign, link.b, new Scope(new Map(), this.facts));
          need(link.sign !== "!=" && yes.length === 1, "hypotheses are by == < <= > >=");
          formulas.set(n, yes[0]);
          this.facts.push(...yes[0]);
        });
      }
      return formulas;
    }

    equation({ a, sign, b }) {
      need(sign === "==", "a semiring has no order");
      const scope = new Scope(new Map(), this.facts);
      return this.make("eq", this.scalar(a, scope), this.scalar(b, scope));
    }

    // -------------------------------------------------------------------------- definitions

    /** The parts of name(tensors)[indices], each of them a name. */
    partsOfHead(head) {
      const [inner, place] = head.kind === "entry" ? [head.target, head.at] : [head, null];
      const [name, tensors] = inner.kind === "call" ? [inner.target, inner.args] : [inner, []];
      need(inner.kind !== "call" || tensors.length > 0, "a head without tensors has no parentheses");
      const indices = place === null ? [] : place.kind === "tuple" ? place.parts : [place];
      const parts = [...tensors, ...indices];
      need([name, ...parts].every((part) => part.kind === "name"), "a head is written as in conv(w, x)[o, j]");
      const names = parts.map((part) => part.name);
      need(new Set(names).size === names.length, "a head has a new name for each tensor and index");
      return { name: name.name, tensors: names.slice(0, tensors.length), letters: names.slice(tensors.length) };
    }

    announce(head) {
      const parts = this.partsOfHead(head);
      need(!this.heads.has(parts.name), `two definitions of ${parts.name}`);
      this.use(parts.name, DEFINITION);
      this.heads.set(parts.name, parts);
    }

    define(head, body) {
      const { name, tensors, letters } = this.partsOfHead(head);
      const indices = letters.flatMap((letter) => this.copies(letter));
      const own = new Set(indices.map((index) => this.store.names.key(index, VARIABLE)));
      const foreign = (f) => ![...own].some((key) => this.store.hasFree(f, key));
      let scope = new Scope(new Map(), this.facts.filter(foreign)); // of its own letters the hypotheses do not speak
      for (const letter of letters) {
        this.use(letter, INTEGER);
        scope = scope.bind(letter, this.copies(letter));
      }
      const outside = { free: this.free, bound: this.bound };
      [this.free, this.bound, this.parameters] = [new Set(), new Set(), new Set(tensors)];
      const term = this.scalar(body, scope);
      const free = this.free;
      need(![...this.bound].some((letter) => free.has(letter)), `${name} uses a letter freely and binds it in a sum`);
      [this.free, this.bound, this.parameters] = [outside.free, outside.bound, new Set()];
      const keys = this.store.names.named(term.free);
      const isVariable = ([, arity]) => arity === VARIABLE;
      const tensorKeys = new Map(keys.filter((key) => !isVariable(key)).map((key) => [key[0], key]));
      need(tensors.every((tensor) => tensorKeys.has(tensor)), `the body of ${name} does not use its tensors`);
      const explicit = tensors.map((tensor) => tensorKeys.get(tensor));
      const implicit = [...tensorKeys.values()].filter((key) => !explicit.includes(key)).sort(byName);
      const integers = keys.filter((key) => isVariable(key) && !indices.includes(key[0])).map(([each]) => each).sort();
      const asKey = (each) => [each, VARIABLE];
      const parameters = [...explicit, ...implicit, ...integers.map(asKey), ...indices.map(asKey)];
      const made = this.make("define", name, term, parameters);
      this.defined.set(name, { term: made, explicit, implicit, integers, arity: indices.length, letters: free });
    }

    /** A definition that stands in front of its use, and none of whose free names means something else there. */
    used(name, scope) {
      need(this.heads.has(name), `${name} is no definition`);
      const definition = this.defined.get(name);
      need(definition !== undefined, `${name} is used before it is defined`);
      const caught = [...definition.letters].find((letter) => scope.bound.has(letter));
      need(caught === undefined, `${name}, where ${caught} is bound, uses another ${caught}`);
      const hidden = definition.implicit.find(([tensor]) => this.parameters.has(tensor));
      need(hidden === undefined, () => `${name}, where ${hidden[0]} is a parameter, uses another ${hidden[0]}`);
      for (const letter of definition.letters) this.free.add(letter);
      return definition;
    }

    /** A definition, as `target` names it with its tensors, at some indices. */
    useOf(target, indices, scope) {
      const [name, given] = target.kind === "call" ? [target.target, target.args] : [target, []];
      need(name.kind === "name", "a definition at tensors is written as in conv(w, x)[o, j]");
      const definition = this.used(name.name, scope);
      const fits = given.length === definition.explicit.length && indices.length === definition.arity;
      need(fits, `${name.name} at another number of tensors or indices than its head says`);
      const maps = given.map((node, k) => this.map(node, definition.explicit[k], scope));
      const others = definition.implicit.map(([tensor, arity]) => this.tensor(tensor, arity));
      const integers = definition.integers.map((each) => this.variable(each));
      return this.make("use", definition.term, ...maps, ...others, ...integers, ...indices);
    }

    tensor(name, arity) {
      const indices = Array.from({ length: arity }, (_, j) => this.make("bound", j));
      return this.make("map", arity, this.make("entry", name, ...indices));
    }

    /** The argument for a tensor: the name of one, or a definition without its indices. */
    map(node, [parameter, arity], scope) {
      if (node.kind === "name" && !this.heads.has(node.name)) {
        this.useTensor(node.name, arity);
        return this.tensor(node.name, arity);
      }
      const name = node.kind === "call" ? node.target : node;
      need(name.kind === "name" && this.heads.has(name.name), "tensors stand by name in the parentheses");
      need(this.used(name.name, scope).arity === arity, `a tensor with ${arity} indices is expected for ${parameter}`);
      const fresh = this.freshNames(arity);
      const body = this.useOf(node, fresh.map((each) => this.variable(each)), scope);
      return this.make("map", arity, this.bind(body, fresh));
    }

    bind(body, names) {
      return this.store.bind(body, names.map((name) => this.store.names.key(name, VARIABLE)));
    }

    // -------------------------------------------------------------------------- scalars

    scalar(node, scope) {
      switch (node.kind) {
        case "number":
          return this.make("nat", node.value);
        case "name":
          return this.namedScalar(node, scope);
        case "operation":
          return this.operation(node, scope);
        case "bracket":
          return this.times(this.condition(node.part, scope), this.one);
        case "choice":
          return this.choice(node, scope);
        case "entry":
          return this.entry(node, scope);
        case "call":
          return isCallOf(node, "sum") ? this.sum(node, scope) : this.call(node, scope);
        default:
          throw new Refusal("a scalar has entries, sums, products, brackets and functions only", "about");
      }
    }

    operation({ sign, left, right }, scope) {
      need(["+", "*", "**"].includes(sign), "nothing is subtracted or divided in a semiring");
      const first = this.scalar(left, scope);
      if (sign === "**") return this.toThe(first, right, this.one);
      return this.make(sign === "+" ? "add" : "mul", first, this.scalar(right, scope));
    }

    /** yes if P else no; a branch that is 0 is left out. */
    choice({ test, yes, no }, scope) {
      const condition = this.condition(test, scope);
      const branches = [[condition, yes], [opposite(condition), no]].map(([where, branch]) => [
        where,
        this.scalar(branch, scope.knowing(factsOf(where))),
      ]);
      const parts = branches.filter(([, s]) => s !== this.nothing).map(([where, s]) => this.times(where, s));
      return parts.length === 2 ? this.make("add", ...parts) : (parts[0] ?? this.nothing);
    }

    namedScalar(node, scope) {
      const { name } = node;
      if (this.heads.has(name)) return this.useOf(node, [], scope);
      need(!scope.bound.has(name) && !this.letters.has(name), `${name} is an index, and no scalar`);
      this.useTensor(name, 0);
      return this.make("entry", name);
    }

    entry({ target, at }, scope) {
      const parts = at.kind === "tuple" ? at.parts : [at];
      need(parts.length > 0, "a tensor without indices is its name");
      const indices = parts.flatMap((part) => this.each(part, scope));
      if (target.kind !== "name" || this.heads.has(target.name)) {
        need(["name", "call"].includes(target.kind), "an entry is one of a tensor or of a definition");
        return this.useOf(target, indices, scope);
      }
      this.useTensor(target.name, indices.length);
      return this.make("entry", target.name, ...indices);
    }

    call(node, scope) {
      const { target, args } = node;
      need(target.kind === "name", "a function has a name");
      if (this.heads.has(target.name)) return this.useOf(node, [], scope);
      need(args.length === 1 && args[0].kind !== "generator", "functions are of one scalar");
      this.use(target.name, FUNCTION);
      return this.make("apply", target.name, this.scalar(args[0], scope));
    }

    // -------------------------------------------------------------------------- sums

    sum({ args }, scope) {
      need(args.length === 1 && args[0].kind === "generator", "a sum is written sum(... for i in range(n))");
      const { body, loops } = args[0];
      this.checkTargets(loops, scope);
      return this.sumOf(body, loops, scope);
    }

    /** Every `for` binds a new letter, which nothing in front of it in the generator speaks of. */
    checkTargets(loops, scope) {
      const spoken = new Set();
      const known = new Set(scope.bound.keys());
      for (const { target, range, tests } of loops) {
        for (const name of namesIn(range)) spoken.add(name);
        need(!known.has(target.name) && !spoken.has(target.name), `${target.name} is in use where a sum binds it`);
        known.add(target.name);
        for (const test of tests) for (const name of namesIn(test)) spoken.add(name);
      }
    }

    sumOf(body, [first, ...rest], scope) {
      if (first === undefined) return this.scalar(body, scope);
      const letter = first.target.name;
      this.use(letter, INTEGER);
      const [low, high] = this.ends(first, letter, scope);
      const variables = this.freshNames(low.length);
      this.bound.add(letter);
      const terms = variables.map((name) => this.variable(name));
      const inside = terms.flatMap((v, k) => [this.atMost(low[k], v), this.atMost(this.plusOne(v), high[k])]);
      let inner = scope.bind(letter, variables).knowing(inside);
      const conditions = [];
      for (const test of first.tests) {
        conditions.push(this.condition(test, inner));
        inner = inner.knowing(factsOf(conditions.at(-1)));
      }
      let total = this.sumOf(body, rest, inner);
      for (const condition of conditions.reverse()) total = this.times(condition, total);
      return variables.reduceRight((s, v, k) => this.make("sum", low[k], high[k], this.bind(s, [v])), total);
    }

    /** Where a range begins and ends, on each axis of its letter. */
    ends({ range }, letter, scope) {
      const fits = isCallOf(range, "range") && [1, 2].includes(range.args.length);
      need(fits, "range(b) or range(a, b) stands behind `in`");
      const axes = this.letters.has(letter) ? this.axes : 1;
      const lonely = axes === 1 && this.axes > 1 && range.args.some((end) => this.perAxis(end));
      need(!lonely, `a range for ${letter}, which stands once, has one end for each axis`);
      const onAxes = (end) => Array.from({ length: axes }, (_, axis) => this.integer(end, scope, axis));
      const ends = range.args.map(onAxes);
      return ends.length === 2 ? ends : [Array(axes).fill(this.make("num", 0)), ends[0]];
    }
  }

  const byName = ([name, arity], [other, otherArity]) =>
    name === other ? arity - otherArity : name < other ? -1 : 1;

  const opposite = ({ yes, no }) => ({ yes: no, no: yes });

  /** What is known where a condition holds; nothing when that is a matter of cases. */
  const factsOf = ({ yes }) => (yes.length === 1 ? yes[0] : []);

  /** P and Q. */
  function both(p, q) {
    const joined = (cases) => p.yes.flatMap((first) => cases.map((more) => [...new Set([...first, ...more])]));
    const cases = { yes: joined(q.yes), no: [...p.no, ...joined(q.no)] };
    const few = Math.max(cases.yes.length, cases.no.length) <= LIMITS.cases;
    need(few, `a condition of more than ${LIMITS.cases} cases`);
    return cases;
  }

  // ---------------------------------------------------------------------------------------------- divisors

  /**
   * Answers (divisor, facts): does it follow that the divisor is not 0?  The kernel reads a div 0 as 0 and Python
   * raises, so that it must not matter.  The answer is yes only where the negation of 1 <= d or of d <= -1 is refuted:
   * by a sum of products of at most two facts that is -1 (Handelman 1988), found by linear programming.
   */
  function divisors(store, ring) {
    const difference = ({ args: [a, b] }) => ring.expand(store.minus(b, a));

    function near(term, facts) {
      const isVariable = (key) => store.names.named(store.names.single(key))[0][1] === VARIABLE;
      const names = new Set([...store.names.members(term.free)].filter(isVariable));
      const chosen = new Set();
      for (;;) {
        const speaks = (f) => [...store.names.members(f.free)].some((key) => names.has(key));
        const more = facts.filter((f) => !chosen.has(f) && f.size <= LIMITS.formula && speaks(f));
        if (more.length === 0 || chosen.size >= LIMITS.facts) return [...chosen].slice(0, LIMITS.facts);
        for (const f of more) {
          chosen.add(f);
          for (const key of store.names.members(f.free)) names.add(key);
        }
      }
    }

    /** Can facts and -formula be refuted? */
    function follows(a, b, facts) {
      const otherwise = store.make("le", store.plusOne(b), a);
      const known = [...facts.filter((f) => f.tag === "le"), otherwise].map(difference);
      const pairs = known.flatMap((p, k) => known.slice(k).map((q) => ring.multiply(p, q)));
      const variables = new Set([...facts, otherwise].flatMap((f) => [...store.names.members(f.free)]));
      const names = [...variables].map((key) => store.names.named(store.names.single(key))[0]);
      const factors = names.filter(([, arity]) => arity === VARIABLE).map(([name]) => store.make("var", name));
      const equations = facts.filter((f) => f.tag === "eq").map(difference);
      const multiples = equations.flatMap((e) => [e, ...factors.map((v) => ring.multiply(ring.expand(v), e))]);
      const negated = multiples.map((p) => ring.multiply(ring.constant(-1n), p));
      return feasible([ring.constant(1n), ...known, ...pairs, ...multiples, ...negated], ring.constant(-1n));
    }

    function nonzero(divisor, facts) {
      if (divisor.tag === "mul") return divisor.args.every((factor) => nonzero(factor, facts));
      if (divisor.size > LIMITS.formula / 2) return false;
      const number = ring.valueOf(ring.expand(divisor));
      if (number !== null) return number !== 0n;
      const known = near(divisor, facts);
      const one = store.num(1);
      return follows(one, divisor, known) || follows(divisor, store.num(-1), known);
    }

    return nonzero;
  }

  /**
   * Are there x_j >= 0 with sum x_j * columns[j] = target?  Columns are Maps from a row's number to a coefficient.  The
   * first phase of the simplex method with Bland's rule, on integers over one common denominator.
   */
  function feasible(columns, target) {
    const rows = [...new Set([target, ...columns].flatMap((column) => [...column.keys()]))];
    const [width, last] = [columns.length, columns.length];
    const table = rows.map((row) => {
      const line = [...columns, target].map((column) => column.get(row) ?? 0n);
      return line[last] < 0n ? line.map((x) => -x) : line;
    });
    const cost = Array.from({ length: width + 1 }, (_, j) => table.reduce((sum, line) => sum + line[j], 0n));
    const basis = table.map((_, i) => width + i);
    let denominator = 1n;
    for (let pivots = 0; pivots < LIMITS.pivots; pivots += 1) {
      if (cost[last] === 0n) return true;
      const enter = cost.findIndex((x, j) => j < last && x > 0n);
      if (enter < 0) return false;
      const leave = leaving(table, basis, enter, last);
      const pivot = table[leave][enter];
      const [used, before] = [table[leave], denominator];
      for (const line of [...table, cost]) {
        if (line === used) continue;
        const factor = line[enter];
        for (let j = 0; j <= last; j += 1) line[j] = (line[j] * pivot - factor * used[j]) / before;
      }
      basis[leave] = enter;
      denominator = pivot;
    }
    return false;
  }

  /** The row with the smallest ratio, of equal ones that of the first variable. */
  function leaving(table, basis, enter, last) {
    let best = -1;
    table.forEach((line, i) => {
      if (line[enter] <= 0n) return;
      if (best < 0) {
        best = i;
        return;
      }
      const [mine, theirs] = [line[last] * table[best][enter], table[best][last] * line[enter]];
      if (mine < theirs || (mine === theirs && basis[i] < basis[best])) best = i;
    });
    return best;
  }

  // ---------------------------------------------------------------------------------------------- certificates

  const areTexts = (x, length = null) =>
    Array.isArray(x) && x.every((text) => typeof text === "string") && (length === null || x.length === length);

  /** The texts of a subject, by name. */
  function subjectOf(about) {
    need([...about.keys()].sort().join() === FIELDS.join(), `the fields of the subject are not ${FIELDS.join(", ")}`);
    const [axes, given, identity, letters, where] = FIELDS.map((field) => about.get(field));
    need(areTexts(identity, 2) && areTexts(given) && areTexts(letters), "sides, hypotheses and letters are texts");
    need(Array.isArray(where) && where.every((pair) => areTexts(pair, 2)), "definitions are pairs of texts");
    need(given.length <= LIMITS.hypotheses && where.length <= LIMITS.definitions, "too many texts");
    need(isInteger(axes, 1, LIMITS.axes), `1 to ${LIMITS.axes} axes`);
    need(letters.every((letter) => isName(letter) && !RESERVED.has(letter)), "a letter that is no name");
    need(new Set(letters).size === letters.length, "a letter is given twice");
    return { left: identity[0], right: identity[1], given, where, letters, axes };
  }

  /** A side of an equation: a choice goes into parentheses, since Python would take the equation for a part of it. */
  function operand(text) {
    let outside = text;
    for (let before = null; before !== outside; ) {
      before = outside;
      outside = outside.replace(/\([^()[\]]*\)|\[[^()[\]]*\]/g, " ");
    }
    return /(?<![A-Za-z0-9_])if(?![A-Za-z0-9_])/.test(outside) ? `(${text})` : text;
  }

  /** The texts, line by line: the equation, its hypotheses, its definitions, the axes. */
  function linesOf({ left, right, given, where, letters, axes }) {
    const places = axes === 1 ? "1 axis" : `${axes} axes`;
    return [
      `${operand(left)} == ${operand(right)}`,
      ...given.map((text) => `given ${text}`),
      ...where.map(([head, body]) => `where ${head} = ${body}`),
      ...(letters.length > 0 ? [`for ${places}, on each of which there is one ${letters.join(", ")}`] : []),
    ];
  }

  /** What a subject about an identity says: {hyps, concl, lines}.  Throws a Refusal. */
  function statementOf(about) {
    const subject = subjectOf(about);
    try {
      const { hyps, concl } = new Reading(subject);
      return { hyps, concl, lines: linesOf(subject) };
    } catch (error) {
      if (error instanceof Refusal) error.where = "about";
      throw error;
    }
  }

  const isIdentity = (about) => about instanceof Map && about.has("identity");

  /**
   * The statement as written, line by line, once the claims have come out as what the texts mean; null for certificates
   * about something else, whose statements are not built here.  Throws a Refusal when they are not.
   */
  function asWritten({ about, claims }) {
    if (!isIdentity(about)) return null;
    const { hyps, concl, lines } = statementOf(about);
    const [claim] = claims;
    if (claim.name !== CLAIM) throw new Refusal(`the claim of an identity is called ${CLAIM}`, "claims");
    const same = (mine, theirs) => mine.map(spell).sort().join("\n") === theirs.map(spell).sort().join("\n");
    const fits = same([concl], [claim.concl]) && same(hyps, claim.hyps);
    if (!fits) throw new Refusal("what is proved is not what the texts of the certificate mean", "claims[0]");
    if (claims.length > 1) throw new Refusal("an identity has one claim", "claims");
    return lines;
  }

  /** The verdict on a certificate: that of the checker and, for an identity, of the comparison with its texts. */
  function judge(text) {
    const answer = check(text);
    if (!answer.proved) return answer;
    try {
      return { ...answer, lines: asWritten(answer) };
    } catch (error) {
      return checker.refused(error instanceof Refusal ? error : new Refusal(`too deeply nested (${error})`, "about"));
    }
  }

  return Object.freeze({ LIMITS, RESERVED, asWritten, isIdentity, judge, read, statementOf });
})();

// ------------------------------------------------------------------------------------------------ under Node

if (typeof module === "object" && typeof require === "function") {
  module.exports = symstrideNotation;
  if (require.main === module) readerCommandLine(process.argv.slice(2));
}

function readerCommandLine(words) {
  const { describe, spell } = require("./checker.js");
  const { judge, read, statementOf } = symstrideNotation;
  const usage = "usage: node notation.js certificate.json | node notation.js --lines | node notation.js --texts";

  function report({ claims, steps, lines }) {
    if (lines === null) return `PROVED: claims ${claims.length}, steps ${steps}; no statement is built again for them`;
    const { hypotheses, conclusion } = describe(claims[0]);
    const assumed = hypotheses.map((text) => `    if   ${text}`);
    const said = [`PROVED in ${steps} steps: the statement as written`, ...lines, "", "as the checker has read it"];
    return [...said, ...assumed, `    then ${conclusion}`].join("\n");
  }

  /** For tests: the verdict on a certificate as one line of JSON. */
  function answer(text) {
    const { about, claims, ...rest } = judge(text);
    return JSON.stringify(rest);
  }

  /** For tests: the statement that a subject means. */
  function meaning(text) {
    try {
      const { hyps, concl, lines } = statementOf(read(text).data);
      return JSON.stringify({ hyps: hyps.map(spell).sort(), concl: spell(concl), lines });
    } catch (error) {
      return JSON.stringify({ where: error.where ?? null, why: error.message });
    }
  }

  const [word] = words;
  if (words.length === 1 && (word === "--lines" || word === "--texts")) {
    const lines = require("readline").createInterface({ input: process.stdin, crlfDelay: Infinity });
    const reply = word === "--lines" ? answer : meaning;
    lines.on("line", (line) => console.log(reply(JSON.parse(line))));
  } else if (words.length === 1 && !word.startsWith("-")) {
    let verdict;
    try {
      const bytes = require("fs").readFileSync(word);
      verdict = judge(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
    } catch (error) {
      verdict = { proved: false, where: "file", why: `cannot be read (${error.message})` };
    }
    console.log(verdict.proved ? report(verdict) : `REFUSED at ${verdict.where}: ${verdict.why}`);
    process.exitCode = verdict.proved ? 0 : 1;
  } else {
    console.error(usage);
    process.exitCode = 2;
  }
}
