export type TokenKind = 'word' | 'string' | 'number' | 'symbol' | 'end';

export interface Token {
  kind: TokenKind;
  /** As written; of a string, without its quotes. */
  text: string;
  /** Where it begins in the query. */
  at: number;
}

/** What a query is made of, longest first: `!~=` is one symbol, not two. */
const TOKEN =
  /\s+|(?<word>[A-Za-z_][A-Za-z0-9_]*)|(?<number>\d+(?:\.\d+)?)|(?<string>"[^"]*"|'[^']*')|(?<symbol>!~=|!\^=|!\$=|>>|<<|<=|>=|!=|~=|\^=|\$=|[=<>!()|.,+*-])/y;

/** A query that is not J1QL, or not of the part of it that the questions may use. */
export class J1qlError extends Error {
  constructor(message: string, query: string, at: number) {
    const line = query.slice(0, at).split('\n').length;
    super(`${message}, in line ${line} of: ${query.trim()}`);
    this.name = 'J1qlError';
  }
}

/**
 * The tokens of a query, closed by one of kind `end`.
 *
 * @throws J1qlError where a character belongs to none
 */
export function tokensOf(query: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < query.length) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(query);
    if (match === null) {
      throw new J1qlError(`"${query[at]}" is not understood`, query, at);
    }
    const { word, number, string, symbol } = match.groups ?? {};
    if (word !== undefined) tokens.push({ kind: 'word', text: word, at });
    if (number !== undefined) tokens.push({ kind: 'number', text: number, at });
    if (string !== undefined) {
      tokens.push({ kind: 'string', text: string.slice(1, -1), at });
    }
    if (symbol !== undefined) tokens.push({ kind: 'symbol', text: symbol, at });
    at = TOKEN.lastIndex;
  }
  return [...tokens, { kind: 'end', text: 'the end', at }];
}
