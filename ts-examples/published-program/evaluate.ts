/**
 * What a TypeScript expression is worth without running the program.
 *
 * Only what is certain counts. Known are literals, arrays and objects of them,
 * `const` variables bound to text, numbers, booleans or null, and the `id` of a
 * resource bound to a `const`. Everything else is `{ unknown: true }`: calls,
 * parameters, `let`, and objects or arrays behind a variable, because the
 * program may change their content.
 */
import ts from "typescript";
import { positionOf, propertyPath, type Position } from "./locations.js";

/** A value as a document holds it. */
export type Value = null | boolean | number | string | Value[] | { [key: string]: Value };

/** The value of what only a run of the program can tell. */
export const UNKNOWN: Value = Object.freeze({ unknown: true });

/** Properties of an object literal: what is written, and whether a spread or a computed name hides more of them. */
export interface Properties {
  values: Map<string, Value>;
  complete: boolean;
}

/** What is needed to evaluate the expressions of one program. */
export interface Scope {
  source: ts.SourceFile;
  checker: ts.TypeChecker;
  /** The name of the resource that a `new` expression makes; undefined when it makes none. */
  resourceName(node: ts.Expression): string | undefined;
  /** Takes down the place of a part of the document. */
  record(path: string, position: Position): void;
}

/** The expression inside parentheses, type assertions, `satisfies` and `!`. */
export function unwrap(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isTypeAssertionExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isNonNullExpression(node)
    ? unwrap(node.expression)
    : node;
}

/** The value of an expression; undefined for a written `undefined`, which counts as not written. */
export function evaluate(scope: Scope, expression: ts.Expression, path: string): Value | undefined {
  const node = unwrap(expression);
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isPrefixUnaryExpression(node)) return signed(node);
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
  if (node.kind === ts.SyntaxKind.NullKeyword) return null;
  if (ts.isArrayLiteralExpression(node)) return arrayOf(scope, node, path);
  if (ts.isObjectLiteralExpression(node)) return objectOf(scope, node, path);
  if (ts.isPropertyAccessExpression(node)) return reference(scope, node);
  if (ts.isIdentifier(node)) return variable(scope, node, path);
  return UNKNOWN;
}

/** A value that must stand for something, where a written `undefined` cannot be left out. */
function orUnknown(value: Value | undefined): Value {
  return value === undefined ? UNKNOWN : value;
}

/** `-3` and `+3`. */
function signed({ operator, operand }: ts.PrefixUnaryExpression): Value {
  if (!ts.isNumericLiteral(operand)) return UNKNOWN;
  if (operator === ts.SyntaxKind.MinusToken) return -Number(operand.text);
  return operator === ts.SyntaxKind.PlusToken ? Number(operand.text) : UNKNOWN;
}

/** An array; unknown as a whole when a spread or a hole hides its length. */
function arrayOf(scope: Scope, node: ts.ArrayLiteralExpression, path: string): Value {
  const values: Value[] = [];
  for (const [index, element] of node.elements.entries()) {
    if (ts.isSpreadElement(element) || ts.isOmittedExpression(element)) return UNKNOWN;
    const elementPath = `${path}[${index}]`;
    scope.record(elementPath, positionOf(element, scope.source));
    values.push(orUnknown(evaluate(scope, element, elementPath)));
  }
  return values;
}

/** A nested object; unknown as a whole when it is not complete, or could be taken for a document's own marks. */
function objectOf(scope: Scope, node: ts.ObjectLiteralExpression, path: string): Value {
  const { values, complete } = propertiesOf(scope, node, path);
  const mark = values.size === 1 && ["ref", "unknown", "secret"].some((key) => values.has(key));
  return complete && !mark ? Object.fromEntries(values) : UNKNOWN;
}

/**
 * The properties of an object literal. What stands before a spread is unknown,
 * because the spread may replace it; what stands after it is certain.
 */
export function propertiesOf(scope: Scope, node: ts.ObjectLiteralExpression, path: string): Properties {
  const values = new Map<string, Value>();
  let complete = true;
  for (const property of node.properties) {
    const key = ts.isSpreadAssignment(property) ? undefined : keyOf(property.name);
    if (key === undefined) {
      complete = false;
      for (const earlier of values.keys()) values.set(earlier, UNKNOWN);
      continue;
    }
    const valuePath = propertyPath(path, key);
    const value = propertyValue(scope, property, valuePath);
    if (value === undefined && complete) {
      values.delete(key);
    } else {
      values.set(key, orUnknown(value));
      scope.record(valuePath, positionOf(property, scope.source));
    }
  }
  return { values, complete };
}

/** The name of a property; undefined when it is computed. */
function keyOf(name: ts.PropertyName | undefined): string | undefined {
  if (name === undefined) return undefined;
  if (ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name)) return name.text;
  return ts.isComputedPropertyName(name) && ts.isStringLiteralLike(name.expression) ? name.expression.text : undefined;
}

/** What a property is set to; methods and accessors are unknown. */
function propertyValue(scope: Scope, property: ts.ObjectLiteralElementLike, path: string): Value | undefined {
  if (ts.isPropertyAssignment(property)) return evaluate(scope, property.initializer, path);
  if (ts.isShorthandPropertyAssignment(property)) return variable(scope, property.name, path);
  return UNKNOWN;
}

/** `network.id` of a resource that a `const` holds. */
function reference(scope: Scope, node: ts.PropertyAccessExpression): Value {
  const owner = unwrap(node.expression);
  if (node.name.text !== "id" || node.questionDotToken !== undefined || !ts.isIdentifier(owner)) return UNKNOWN;
  const made = constantOf(scope, owner);
  const name = made && scope.resourceName(made);
  return name === undefined ? UNKNOWN : { ref: name };
}

/** The value of a variable; only of a `const` whose content cannot change. */
function variable(scope: Scope, node: ts.Identifier, path: string): Value | undefined {
  const symbol = symbolOf(scope, node);
  if (node.text === "undefined" && symbol?.valueDeclaration === undefined) return undefined;
  const bound = constantOf(scope, node);
  if (bound === undefined || ts.isIdentifier(bound)) return UNKNOWN;
  if (ts.isArrayLiteralExpression(bound) || ts.isObjectLiteralExpression(bound)) return UNKNOWN;
  return evaluate(scope, bound, path);
}

/** What a `const` variable is bound to; undefined for anything else. */
function constantOf(scope: Scope, node: ts.Identifier): ts.Expression | undefined {
  const declaration = symbolOf(scope, node)?.valueDeclaration;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name))
    return undefined;
  const isConst = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.BlockScoped) === ts.NodeFlags.Const;
  return isConst && declaration.initializer !== undefined ? unwrap(declaration.initializer) : undefined;
}

/** What a name stands for where it is written. */
export function symbolOf({ checker }: Scope, node: ts.Identifier): ts.Symbol | undefined {
  return ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);
}
