import { J1qlError, tokensOf } from './lexer';
import type { Token } from './lexer';
import { parseCondition } from './conditions';
import { TokenReader } from './tokenReader';
import type { Hop, Query, ReturnItem, Selector } from './syntax';
import { ANY_VERB } from './syntax';

/**
 * Reads a query.
 *
 * @throws J1qlError for what is not J1QL or not of the part that the questions may use
 */
export function parse(text: string): Query {
  const reader = new TokenReader(text, tokensOf(text));
  reader.expectWord('FIND');
  const unique = reader.takeWord('UNIQUE');
  const start = parseSelector(reader);
  const hops: Hop[] = [];
  while (reader.takeWord('THAT')) {
    hops.push(parseHop(reader));
  }
  const where = reader.takeWord('WHERE')
    ? parseCondition(reader, 'where')
    : undefined;
  const returns: ReturnItem[] = [];
  if (reader.takeWord('RETURN')) {
    do {
      returns.push(parseReturnItem(reader));
    } while (reader.takeSymbol(','));
  }
  reader.expectEnd();
  if (unique && returns.length === 0) {
    throw new J1qlError('UNIQUE needs RETURN', text, 0);
  }
  return { unique, start, hops, where, returns };
}

function parseSelector(reader: TokenReader): Selector {
  const names = parseNames(reader, 'a type or a class');
  const condition = reader.takeWord('WITH')
    ? parseCondition(reader, 'with')
    : undefined;
  return { names, with: condition, alias: parseAlias(reader) };
}

function parseHop(reader: TokenReader): Hop {
  const isNegated = reader.takeSymbol('!');
  const verbs = parseNames(reader, 'a verb').map((verb) => verb.toUpperCase());
  if (verbs.join() === 'RELATES' && reader.takeWord('TO')) {
    verbs.splice(0, 1, ANY_VERB);
  }
  const direction = reader.takeSymbol('>>')
    ? 'out'
    : reader.takeSymbol('<<')
      ? 'in'
      : 'both';
  const alias = parseAlias(reader);
  return { isNegated, verbs, direction, alias, to: parseSelector(reader) };
}

/** `HAS`, or `(HAS | USES)`. */
function parseNames(reader: TokenReader, what: string): string[] {
  if (!reader.takeSymbol('(')) return [reader.expectName(what).text];
  const names: string[] = [];
  do {
    names.push(reader.expectName(what).text);
  } while (reader.takeSymbol('|'));
  reader.expectSymbol(')');
  return names;
}

function parseAlias(reader: TokenReader): string | undefined {
  return reader.takeWord('AS') ? reader.expectName('an alias').text : undefined;
}

function parseReturnItem(reader: TokenReader): ReturnItem {
  const first: Token = reader.expectName('what to return');
  let item: ReturnItem;
  if (first.text.toLowerCase() === 'count' && reader.takeSymbol('(')) {
    const { text: alias } = reader.expectName('an alias');
    reader.expectSymbol(')');
    item = { kind: 'count', alias, name: `count(${alias})` };
  } else if (first.text.toLowerCase() === 'sum' && reader.takeSymbol('(')) {
    const { text: alias } = reader.expectName('an alias');
    reader.expectSymbol('.');
    const { text: property } = reader.expectName('a property');
    reader.expectSymbol(')');
    item = { kind: 'sum', alias, property, name: `sum(${alias}.${property})` };
  } else if (reader.takeSymbol('.')) {
    const { text: property } = reader.expectName('a property');
    const name = `${first.text}.${property}`;
    item = { kind: 'property', alias: first.text, property, name };
  } else {
    item = { kind: 'entity', alias: first.text, name: first.text };
  }
  const name = parseAlias(reader);
  return name === undefined ? item : { ...item, name };
}
