import type { TokenReader } from './tokenReader';
import type {
  Comparison,
  Condition,
  Operator,
  PropertyPath,
  Value,
} from './syntax';
import { OPERATORS } from './syntax';

/** After `WITH`, properties are those of the entity; after `WHERE`, each is one of an alias. */
type Place = 'with' | 'where';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The units of relative dates that always have the same length. */
const UNITS_MS: Readonly<Record<string, number>> = {
  hour: DAY_MS / 24,
  hours: DAY_MS / 24,
  day: DAY_MS,
  days: DAY_MS,
};

/** `OR` binds less than `AND`. */
export function parseCondition(reader: TokenReader, place: Place): Condition {
  return parseJoined(reader, 'or', () =>
    parseJoined(reader, 'and', () => parsePart(reader, place)),
  );
}

function parseJoined(
  reader: TokenReader,
  kind: 'and' | 'or',
  parsePartOf: () => Condition,
): Condition {
  const first = parsePartOf();
  const parts = [first];
  while (reader.takeWord(kind.toUpperCase())) {
    parts.push(parsePartOf());
  }
  return parts.length === 1 ? first : { kind, parts };
}

function parsePart(reader: TokenReader, place: Place): Condition {
  if (!reader.takeSymbol('(')) return parseComparison(reader, place);
  const condition = parseCondition(reader, place);
  reader.expectSymbol(')');
  return condition;
}

function parseComparison(reader: TokenReader, place: Place): Comparison {
  const left = parsePath(reader, place);
  const operator = parseOperator(reader);
  if (!reader.takeSymbol('(')) {
    const values = [parseValue(reader, place)];
    return { kind: 'comparison', left, operator, values, join: 'or' };
  }
  const values = [parseValue(reader, place)];
  const join = reader.takeWord('AND') ? 'and' : 'or';
  if (join === 'or') reader.expectWord('OR');
  do {
    values.push(parseValue(reader, place));
  } while (reader.takeWord(join.toUpperCase()));
  reader.expectSymbol(')');
  return { kind: 'comparison', left, operator, values, join };
}

function parsePath(reader: TokenReader, place: Place): PropertyPath {
  const first = reader.expectName('a property');
  if (place === 'with') return { property: first.text };
  reader.expectSymbol('.');
  return {
    alias: first.text,
    property: reader.expectName('a property').text,
  };
}

function parseOperator(reader: TokenReader): Operator {
  const { text } = reader.peek();
  const operator = OPERATORS.find((known) => known === text);
  if (operator === undefined) throw reader.unexpected('an operator');
  reader.next();
  return operator;
}

function parseValue(reader: TokenReader, place: Place): Value {
  const { kind, text } = reader.peek();
  if (kind === 'string') {
    reader.next();
    return { kind: 'literal', value: text };
  }
  if (kind === 'number') {
    reader.next();
    return { kind: 'literal', value: Number(text) };
  }
  if (reader.takeWord('TRUE')) return { kind: 'literal', value: true };
  if (reader.takeWord('FALSE')) return { kind: 'literal', value: false };
  if (reader.takeWord('UNDEFINED')) return { kind: 'undefined' };
  if (reader.takeWord('DATE')) return parseDate(reader);
  if (place === 'where' && kind === 'word') {
    return { kind: 'property', path: parsePath(reader, place) };
  }
  throw reader.unexpected('a value');
}

/** What follows `date`: `.now`, `.now - 30 days`. */
function parseDate(reader: TokenReader): Value {
  reader.expectSymbol('.');
  reader.expectWord('NOW');
  const sign = reader.takeSymbol('+') ? 1 : reader.takeSymbol('-') ? -1 : 0;
  if (sign === 0) return { kind: 'date', offsetMs: 0 };
  if (reader.peek().kind !== 'number') throw reader.unexpected('a number');
  const count = Number(reader.next().text);
  const unit = UNITS_MS[reader.peek().text.toLowerCase()];
  if (unit === undefined) throw reader.unexpected('days or hours');
  reader.next();
  return { kind: 'date', offsetMs: sign * count * unit };
}
