/**
 * Reads every `sql` statement out of the source, with the row type that its caller expects. The test beside the stories
 * asks the database what each really returns.
 */
import ts from 'typescript';

export interface FoundStatement {
  file: string;
  line: number;
  /** Candidates: a part that only callers know stands as `true`, then as nothing. */
  texts: string[];
  row: RowField[] | undefined;
}

export interface RowField {
  name: string;
  type: ts.Type;
}

export interface Source {
  checker: ts.TypeChecker;
  statements: FoundStatement[];
}

export function readStatements(root: string, files: string[]): Source {
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    types: ['node'],
    baseUrl: root,
    ignoreDeprecations: '6.0',
  });
  const checker = program.getTypeChecker();
  const statements: FoundStatement[] = [];
  const wanted = new Set(files);
  for (const source of program.getSourceFiles()) {
    if (!wanted.has(source.fileName)) continue;
    const visit = (node: ts.Node): void => {
      if (ts.isTaggedTemplateExpression(node) && node.tag.getText(source) === 'sql')
        statements.push(read(checker, source, node));
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { checker, statements };
}

function read(checker: ts.TypeChecker, source: ts.SourceFile, node: ts.TaggedTemplateExpression): FoundStatement {
  const texts = ['true', ''].map((unknown) => {
    let n = 0;
    return textOf(checker, node.template, () => `$${(n += 1)}`, unknown);
  });
  return {
    file: source.fileName,
    line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1,
    texts: [...new Set(texts)],
    row: rowOf(checker, node),
  };
}

function textOf(checker: ts.TypeChecker, template: ts.TemplateLiteral, next: () => string, unknown: string): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  let text = template.head.text;
  for (const span of template.templateSpans) {
    text += isPart(checker, span.expression) ? partText(checker, span.expression, next, unknown) : next();
    text += span.literal.text;
  }
  return text;
}

function isPart(checker: ts.TypeChecker, expression: ts.Expression): boolean {
  const type = checker.getTypeAtLocation(expression);
  return type.symbol?.name === 'Part' || (type.isUnion() && type.types.every((one) => one.symbol?.name === 'Part'));
}

/** The text of a part: said here, or in a constant; of two alternatives the first. */
function partText(checker: ts.TypeChecker, expression: ts.Expression, next: () => string, unknown: string): string {
  if (ts.isParenthesizedExpression(expression)) return partText(checker, expression.expression, next, unknown);
  if (ts.isTaggedTemplateExpression(expression)) return textOf(checker, expression.template, next, unknown);
  if (ts.isConditionalExpression(expression)) return partText(checker, expression.whenTrue, next, unknown);
  if (ts.isPropertyAccessExpression(expression) && expression.getText() === 'sql.none') return '';
  if (ts.isCallExpression(expression)) return calledText(checker, expression, next, unknown);
  const symbol = checker.getSymbolAtLocation(expression);
  const origin = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const declared = origin?.valueDeclaration;
  if (declared && ts.isVariableDeclaration(declared) && declared.initializer)
    return partText(checker, declared.initializer, next, unknown);
  return unknown;
}

/** The text of a part that a function of ours makes. */
function calledText(checker: ts.TypeChecker, call: ts.CallExpression, next: () => string, unknown: string): string {
  const body = (checker.getResolvedSignature(call)?.declaration as ts.FunctionLikeDeclaration | undefined)?.body;
  let found: ts.Expression | undefined;
  const look = (node: ts.Node): void => {
    if (ts.isReturnStatement(node) && node.expression && !found) found = node.expression;
    else if (!ts.isFunctionLike(node)) ts.forEachChild(node, look);
  };
  if (body && ts.isBlock(body)) look(body);
  else found = body as ts.Expression | undefined;
  return found ? partText(checker, found, next, unknown) : unknown;
}

/** The row type of `one<Row>(sql…)` or `many<Row>(sql…)` around the statement. */
function rowOf(checker: ts.TypeChecker, node: ts.TaggedTemplateExpression): RowField[] | undefined {
  const call = node.parent;
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return undefined;
  if (!['one', 'many'].includes(call.expression.name.text)) return undefined;
  const argument = call.typeArguments?.[0];
  if (!argument) return [];
  const type = checker.getTypeFromTypeNode(argument);
  // A row that is handed on as it is, and of which nobody here expects anything, says so: Record<string, unknown>.
  if (checker.getIndexInfosOfType(type).length > 0) return undefined;
  return checker
    .getPropertiesOfType(type)
    .map((property) => ({ name: property.name, type: checker.getTypeOfSymbol(property) }));
}
