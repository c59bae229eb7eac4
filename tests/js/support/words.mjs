// Follows the sentences of the core through TypeScript: where their text goes, and what is done with it.
//
// Sources are declared properties such as `Diagnostic.message`. From them the text spreads, over and over until nothing
// new is found: to variables, parameters, properties, what functions return, templates and lists. A string method, a
// regular expression, an index or a comparison with words on such a text is a finding.
import ts from "typescript";

/** Methods of a string that look for their argument: with a sentence in it they match, too. */
const LOOK_FOR = ["includes", "indexOf", "lastIndexOf", "startsWith", "endsWith", "localeCompare", "split", "match"];
/** Methods of lists and maps that hand on what is inside. */
const HAND_ON = [
  ...[
    "join",
    "filter",
    "concat",
    "slice",
    "reverse",
    "sort",
    "toSorted",
    "at",
    "find",
    "findLast",
    "flat",
    "pop",
    "shift",
  ],
  ...["values", "entries", "get", "splice"],
];
/** Methods of lists and maps that put something inside. */
const PUT_IN = ["push", "unshift", "add", "set", "fill"];
/** Methods of lists that make something of each part. */
const MAKE = ["map", "flatMap", "from", "reduce"];
/** Methods of lists and maps that call a function with each part. */
const CALL_WITH = [...MAKE, "forEach", "filter", "find", "findLast", "some", "every", "sort", "findIndex"];

/**
 * Every place where a text of a source is taken apart, as `file:line: what`. `sources` gives the names of properties by
 * interface, `isOurs` the files that are looked at, `isAllowed` those of them that may do it.
 */
export function takenApart(program, { sources, isOurs, isAllowed }) {
  const checker = program.getTypeChecker();
  const files = program.getSourceFiles().filter((file) => !file.isDeclarationFile && isOurs(file.fileName));
  /** Symbols of variables, parameters and properties, and declarations of functions, that have such a text. */
  const tainted = new Set();
  let hasChanged = true;

  const add = (thing) => {
    if (thing === undefined || tainted.has(thing)) return;
    tainted.add(thing);
    hasChanged = true;
  };
  const isText = (type) =>
    (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0 ||
    (type.isUnion() ? type.types.some(isText) : (type.flags & ts.TypeFlags.StringLike) !== 0);
  /** Text, or a list or map with texts inside. */
  const mayHoldText = (type, depth = 3) => {
    if (isText(type)) return true;
    if (depth === 0) return false;
    if (type.isUnionOrIntersection()) return type.types.some((part) => mayHoldText(part, depth - 1));
    if ((type.flags & ts.TypeFlags.TypeParameter) !== 0) return true;
    return (checker.getTypeArguments?.(type) ?? []).some((part) => mayHoldText(part, depth - 1));
  };
  const isString = (node) => {
    const type = checker.getNonNullableType(checker.getTypeAtLocation(node));
    return (type.flags & ts.TypeFlags.Any) === 0 && (type.flags & ts.TypeFlags.Unknown) === 0 && isText(type);
  };
  const isSource = (symbol) =>
    (symbol?.declarations ?? []).some(
      (declaration) =>
        declaration.parent?.name !== undefined && sources[declaration.parent.name.text]?.includes(symbol.name),
    );
  /** The symbol of a name, through imports and shorthand properties. */
  const symbolOf = (node) => {
    let symbol = ts.isShorthandPropertyAssignment(node.parent)
      ? checker.getShorthandAssignmentValueSymbol(node.parent)
      : checker.getSymbolAtLocation(node);
    if (symbol !== undefined && (symbol.flags & ts.SymbolFlags.Alias) !== 0) symbol = checker.getAliasedSymbol(symbol);
    return symbol;
  };
  const has = (symbol) => symbol !== undefined && (tainted.has(symbol) || isSource(symbol) || viaDeclaration(symbol));
  /** A property of an instantiated type is another symbol with the same declaration. */
  const viaDeclaration = (symbol) => (symbol.declarations ?? []).some((declaration) => tainted.has(declaration));
  const addSymbol = (symbol) => {
    if (symbol === undefined) return;
    const ours = (symbol.declarations ?? []).filter((declaration) => isOurs(declaration.getSourceFile().fileName));
    // Not the properties of the language itself, such as those of every list.
    if ((symbol.declarations ?? []).length > 0 && ours.length === 0) return;
    add(symbol);
    for (const declaration of ours) add(declaration);
  };

  /** The message of an error is declared by the language, whatever the class of the error. */
  const isInherited = (node, name) => {
    const type = checker.getNonNullableType(checker.getTypeAtLocation(node));
    return (type.isUnion() ? type.types : [type]).some(({ symbol }) => {
      const own = symbol === undefined ? undefined : Object.entries(sources).find(([known]) => known === symbol.name);
      return own?.[1].includes(name) === true;
    });
  };
  /** What a value has in its properties goes to those of the type that it is used as. */
  const flow = (from, to, depth = 3) => {
    if (depth === 0 || from === to) return;
    const [source, target] = [from, to].map((type) => checker.getNonNullableType(type));
    if (target.isUnion()) return target.types.forEach((part) => flow(source, part, depth));
    if (source.isUnion()) return source.types.forEach((part) => flow(part, target, depth));
    if ((source.flags & target.flags & ts.TypeFlags.Object) === 0) return;
    const [items, wanted] = [source, target].map((type) =>
      type.symbol?.name.endsWith("Array") ? checker.getTypeArguments(type)[0] : undefined,
    );
    if (items !== undefined && wanted !== undefined) return flow(items, wanted, depth - 1);
    for (const property of target.getProperties()) {
      const same = source.getProperty(property.name);
      if (
        same === undefined ||
        same === property ||
        !(property.declarations ?? []).some(({ parent }) => isOurs(parent.getSourceFile().fileName))
      )
        continue;
      if (has(same)) addSymbol(property);
      else flow(checker.getTypeOfSymbol(same), checker.getTypeOfSymbol(property), depth - 1);
    }
  };
  /** Whether the value of an expression has such a text. */
  const isTainted = (node) => {
    if (node === undefined) return false;
    if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isNonNullExpression(node))
      return isTainted(node.expression);
    if (ts.isSatisfiesExpression(node) || ts.isAwaitExpression(node) || ts.isSpreadElement(node))
      return isTainted(node.expression);
    if (ts.isIdentifier(node)) return has(symbolOf(node));
    if (ts.isPropertyAccessExpression(node))
      return has(checker.getSymbolAtLocation(node.name)) || isInherited(node.expression, node.name.text);
    if (ts.isElementAccessExpression(node)) {
      if (isTainted(node.expression)) return true;
      const { argumentExpression: key } = node;
      return ts.isStringLiteral(key) && has(checker.getTypeAtLocation(node.expression).getProperty(key.text));
    }
    if (ts.isTemplateExpression(node)) return node.templateSpans.some(({ expression }) => isTainted(expression));
    if (ts.isConditionalExpression(node)) return isTainted(node.whenTrue) || isTainted(node.whenFalse);
    if (ts.isArrayLiteralExpression(node)) return node.elements.some(isTainted);
    if (ts.isBinaryExpression(node)) {
      switch (node.operatorToken.kind) {
        case ts.SyntaxKind.PlusToken:
        case ts.SyntaxKind.PlusEqualsToken:
        case ts.SyntaxKind.QuestionQuestionToken:
        case ts.SyntaxKind.BarBarToken:
        case ts.SyntaxKind.QuestionQuestionEqualsToken:
          return isTainted(node.left) || isTainted(node.right);
        case ts.SyntaxKind.AmpersandAmpersandToken:
        case ts.SyntaxKind.CommaToken:
        case ts.SyntaxKind.EqualsToken:
          return isTainted(node.right);
      }
      return false;
    }
    if (ts.isCallExpression(node)) return gives(node);
    return false;
  };
  /** Such a text, or an object literal with one in it. */
  const holds = (node) => {
    if (ts.isObjectLiteralExpression(node))
      return node.properties.some(
        (property) =>
          (ts.isPropertyAssignment(property) && holds(property.initializer)) ||
          (ts.isShorthandPropertyAssignment(property) && isTainted(property.name)),
      );
    if (ts.isArrayLiteralExpression(node)) return node.elements.some(holds);
    return isTainted(node);
  };

  const bodyOf = (node) => (node !== undefined && ts.isFunctionLike(node) && "body" in node ? node.body : undefined);
  const declarationOf = (call) => checker.getResolvedSignature(call)?.declaration;
  const isOurOwn = (declaration) =>
    declaration !== undefined && isOurs(declaration.getSourceFile().fileName) && !ts.isJSDocSignature(declaration);
  /** A function that stands in an argument, or that is named there. */
  const functionOf = (node) => {
    if (node === undefined) return undefined;
    if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return node;
    const [signature] = checker.getTypeAtLocation(node).getCallSignatures();
    return signature?.declaration;
  };

  /** Whether a call gives such a text. */
  const gives = (call) => {
    const declaration = declarationOf(call);
    if (declaration !== undefined && tainted.has(declaration)) return true;
    const { expression: callee } = call;
    if (ts.isPropertyAccessExpression(callee)) {
      const name = callee.name.text;
      const inside = isTainted(callee.expression);
      if (MAKE.includes(name)) {
        const work = call.arguments.map(functionOf).find((found) => found !== undefined);
        if (work !== undefined && tainted.has(work)) return true;
        if (work === undefined && (inside || call.arguments.some(holds))) return true;
      } else if (HAND_ON.includes(name) && (inside || (name === "concat" && call.arguments.some(isTainted))))
        return true;
      // What a method makes of a sentence is still that sentence.
      else if (inside && isString(callee.expression) && mayHoldText(checker.getTypeAtLocation(call))) return true;
      if (name === "replace" || name === "replaceAll") if (call.arguments.slice(1).some(isTainted)) return true;
    }
    if (isOurOwn(declaration) && bodyOf(declaration) !== undefined) return false;
    // A function that is not ours, or of which only the type is known: what goes in may come out.
    const isMethodOfText = ts.isPropertyAccessExpression(callee) && isString(callee.expression);
    return (
      !isMethodOfText && mayHoldText(checker.getTypeAtLocation(call)) && call.arguments.some(holds) && !isLookUp(callee)
    );
  };
  const isLookUp = (callee) =>
    ts.isPropertyAccessExpression(callee) &&
    ["get", "find", "filter", "map", "flatMap", "at"].includes(callee.name.text);

  const returnsTainted = (work) => {
    const body = bodyOf(work);
    if (body === undefined) return false;
    if (!ts.isBlock(body)) return isTainted(body);
    let found = false;
    const look = (node) => {
      if (found || ts.isFunctionLike(node)) return;
      if (ts.isReturnStatement(node) || ts.isYieldExpression(node)) found ||= isTainted(node.expression);
      ts.forEachChild(node, look);
    };
    look(body);
    return found;
  };

  /** Gives a text to a name, or to the parts of a list. The parts of an object have properties that are followed. */
  const bind = (name) => {
    if (ts.isIdentifier(name)) {
      if (mayHoldText(checker.getTypeAtLocation(name))) addSymbol(symbolOf(name));
    } else if (ts.isArrayBindingPattern(name)) {
      for (const element of name.elements) if (ts.isBindingElement(element)) bind(element.name);
    }
  };
  /** The function that a function literal is used as: `(text) => ...` where a `Paint` is wanted. */
  const wantedSignature = (work) => {
    if (!ts.isArrowFunction(work) && !ts.isFunctionExpression(work)) return undefined;
    const type = checker.getContextualType(work);
    return type === undefined ? undefined : checker.getNonNullableType(type).getCallSignatures()[0]?.declaration;
  };
  /** Both ways between a function and the type that it is used as. */
  const link = (work, wanted) => {
    if (wanted === undefined || !isOurOwn(wanted)) return;
    work.parameters.forEach((parameter, at) => {
      const other = wanted.parameters[at];
      if (other !== undefined && has(checker.getSymbolAtLocation(other.name))) bind(parameter.name);
    });
    if (tainted.has(work)) add(wanted);
  };

  const visit = (node) => {
    if (ts.isVariableDeclaration(node) && node.initializer !== undefined) {
      if (isTainted(node.initializer)) bind(node.name);
      if (node.type !== undefined)
        flow(checker.getTypeAtLocation(node.initializer), checker.getTypeAtLocation(node.type));
    }
    if (ts.isParameter(node) && node.initializer !== undefined && isTainted(node.initializer)) bind(node.name);
    if (ts.isPropertyDeclaration(node) && isTainted(node.initializer))
      addSymbol(checker.getSymbolAtLocation(node.name));
    if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent) && node.dotDotDotToken === undefined) {
      const name = node.propertyName ?? node.name;
      const key = ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : undefined;
      const property = key && checker.getNonNullableType(checker.getTypeAtLocation(node.parent)).getProperty(key);
      const { initializer } = node.parent.parent;
      if ((property && has(property)) || (key && initializer && isInherited(initializer, key))) bind(node.name);
    }
    if (ts.isBinaryExpression(node) && isAssignment(node) && isTainted(node.right)) assign(node.left);
    if (ts.isForOfStatement(node) && isTainted(node.expression) && ts.isVariableDeclarationList(node.initializer))
      for (const { name } of node.initializer.declarations) bind(name);
    if (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) {
      const value = ts.isPropertyAssignment(node) ? node.initializer : node.name;
      if (isTainted(value) && mayHoldText(checker.getTypeAtLocation(value))) property(node);
    }
    if (ts.isFunctionLike(node)) {
      if (returnsTainted(node)) add(node);
      const body = bodyOf(node);
      if (body !== undefined && !ts.isBlock(body) && node.type !== undefined)
        flow(checker.getTypeAtLocation(body), checker.getTypeAtLocation(node.type));
      link(node, wantedSignature(node));
    }
    if (ts.isReturnStatement(node) && node.expression !== undefined) {
      const { type } = ts.findAncestor(node, ts.isFunctionLike) ?? {};
      if (type !== undefined) flow(checker.getTypeAtLocation(node.expression), checker.getTypeAtLocation(type));
    }
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) call(node);
    ts.forEachChild(node, visit);
  };
  const isAssignment = ({ operatorToken: { kind } }) =>
    kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
  const assign = (target) => {
    if (ts.isIdentifier(target)) addSymbol(symbolOf(target));
    else if (ts.isPropertyAccessExpression(target)) addSymbol(checker.getSymbolAtLocation(target.name));
    else if (ts.isElementAccessExpression(target)) assign(target.expression);
    else if (ts.isArrayLiteralExpression(target)) target.elements.forEach(assign);
    else if (ts.isParenthesizedExpression(target) || ts.isNonNullExpression(target)) assign(target.expression);
  };
  /** A property of an object literal, and the one that is wanted there. */
  const property = (node) => {
    addSymbol(ts.isShorthandPropertyAssignment(node) ? node.symbol : checker.getSymbolAtLocation(node.name));
    const wanted = checker.getContextualType(node.parent);
    if (wanted === undefined) return;
    for (const type of wanted.isUnion() ? wanted.types : [wanted])
      if (ts.isIdentifier(node.name) || ts.isStringLiteral(node.name)) addSymbol(type.getProperty(node.name.text));
  };
  const call = (node) => {
    const args = node.arguments ?? [];
    const declaration = declarationOf(node);
    const { expression: callee } = node;
    if (isOurOwn(declaration))
      args.forEach((argument, at) => {
        const last = declaration.parameters.at(-1);
        const parameter = declaration.parameters[at] ?? (last?.dotDotDotToken === undefined ? undefined : last);
        if (parameter === undefined) return;
        if (isTainted(argument)) bind(parameter.name);
        if (parameter.type !== undefined)
          flow(checker.getTypeAtLocation(argument), checker.getTypeAtLocation(parameter.type));
      });
    if (!ts.isPropertyAccessExpression(callee)) return;
    const name = callee.name.text;
    if (PUT_IN.includes(name) && args.some(isTainted)) assign(callee.expression);
    if (CALL_WITH.includes(name) && isTainted(callee.expression)) {
      const work = functionOf(args[0]);
      if (work !== undefined && isOurOwn(work)) {
        const parameters = name === "reduce" ? work.parameters : work.parameters.slice(0, name === "sort" ? 2 : 1);
        for (const parameter of parameters) bind(parameter.name);
      }
    }
    if (name === "from" && args.length > 1 && isTainted(args[0])) {
      const [parameter] = functionOf(args[1])?.parameters ?? [];
      if (parameter !== undefined) bind(parameter.name);
    }
    // A bound method, and one that is called for another object, get what they are given.
    if (["bind", "call"].includes(name) && args.slice(1).some(isTainted)) {
      const work = functionOf(callee.expression);
      if (isOurOwn(work))
        args.slice(1).forEach((argument, at) => isTainted(argument) && bind(work.parameters[at].name));
    }
  };

  while (hasChanged) {
    hasChanged = false;
    for (const file of files) visit(file);
  }

  const findings = [];
  const report = (node, what) => {
    const file = node.getSourceFile();
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    findings.push(`${file.fileName}:${line + 1}: ${what}: ${node.getText().replace(/\s+/g, " ").slice(0, 120)}`);
  };
  const isRegExp = (node) => checker.getTypeAtLocation(node).symbol?.name === "RegExp";
  const isWords = (node) => ts.isStringLiteralLike(node) && node.text !== "";
  const judge = (node) => {
    if (ts.isPropertyAccessExpression(node) && isTainted(node.expression) && isString(node.expression)) {
      const name = node.name.text;
      if (!["length", "toString", "valueOf"].includes(name)) report(node.parent, `the method ${name} of a text`);
    }
    if (ts.isElementAccessExpression(node) && isTainted(node.expression) && isString(node.expression))
      report(node, "a part of a text");
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { expression: object, name } = node.expression;
      const given = name.text === "replace" || name.text === "replaceAll" ? node.arguments.slice(0, 1) : node.arguments;
      if (isRegExp(object) && ["test", "exec"].includes(name.text) && node.arguments.some(isTainted))
        report(node, "a regular expression");
      else if ([...LOOK_FOR, "replace", "replaceAll"].includes(name.text) && isString(object) && given.some(isTainted))
        report(node, `the method ${name.text} with a text`);
    }
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === "RegExp")
      if (node.arguments?.some(isTainted)) report(node, "a regular expression of a text");
    if (ts.isBinaryExpression(node)) {
      const { EqualsEqualsEqualsToken, ExclamationEqualsEqualsToken, EqualsEqualsToken, ExclamationEqualsToken } =
        ts.SyntaxKind;
      const equality = [
        EqualsEqualsEqualsToken,
        ExclamationEqualsEqualsToken,
        EqualsEqualsToken,
        ExclamationEqualsToken,
      ];
      const [left, right] = [node.left, node.right];
      if (equality.includes(node.operatorToken.kind))
        if ((isWords(left) && isTainted(right)) || (isWords(right) && isTainted(left))) report(node, "a comparison");
    }
    if (ts.isSwitchStatement(node) && isTainted(node.expression) && isString(node.expression))
      report(node, "a comparison");
    if ((ts.isSpreadElement(node) || ts.isForOfStatement(node)) && isTainted(node.expression))
      if (isString(node.expression)) report(node, "the characters of a text");
    if (ts.isVariableDeclaration(node) && ts.isArrayBindingPattern(node.name) && node.initializer !== undefined)
      if (isTainted(node.initializer) && isString(node.initializer)) report(node, "the characters of a text");
    ts.forEachChild(node, judge);
  };
  for (const file of files) if (!isAllowed(file.fileName)) judge(file);
  return findings;
}
