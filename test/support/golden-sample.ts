import ts from 'typescript';
import { derivedId } from '#libs/values';
import { type EventType } from './event-types.js';

/** Values for fields that are text to TypeScript and more than that to the product, by the type they are declared with. */
const TEXTS: Record<string, string> = { Day: '2022-03-01', Money: '1200.5', Area: '66.5', UnitCode: 'luan-01' };
const DEEPEST = 6;

/** Data that an event of the type could have, with every optional field: the start of a golden file. */
export const sampleOf = ({ data, checker }: EventType): unknown => sample(checker, data, 'data', 0);

function sample(checker: ts.TypeChecker, type: ts.Type, name: string, depth: number, declared = ''): unknown {
  if (type.isStringLiteral() || type.isNumberLiteral()) return type.value;
  if (type.isUnion()) {
    const { types } = type;
    const defined = types.filter(({ flags }) => !(flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)));
    return sample(checker, defined[0]!, name, depth, declared);
  }
  if (type.flags & ts.TypeFlags.String) return textFor(name, declared);
  if (type.flags & ts.TypeFlags.Number) return 1;
  if (type.flags & ts.TypeFlags.BooleanLike) return true;
  if (checker.isArrayType(type) || checker.isTupleType(type)) {
    const [element] = checker.getTypeArguments(type as ts.TypeReference);
    if (depth > DEEPEST || !element) return [];
    return [sample(checker, element, name, depth + 1, declared.replace(/\[\]$/, ''))];
  }
  const fields = type.getProperties().flatMap((property) => {
    if (depth > DEEPEST && property.flags & ts.SymbolFlags.Optional) return [];
    const declaration = property.valueDeclaration;
    const text = declaration && ts.isPropertySignature(declaration) ? (declaration.type?.getText() ?? '') : '';
    return [[property.name, sample(checker, checker.getTypeOfSymbol(property), property.name, depth + 1, text)]];
  });
  return Object.fromEntries(fields) as object;
}

function textFor(name: string, declared: string): string {
  const known = TEXTS[declared.replace(/^readonly |\s*\|\s*undefined$/g, '')];
  if (known !== undefined) return known;
  return /Id$|^id$/.test(name) ? derivedId('golden', name) : `${name} 示例`;
}
