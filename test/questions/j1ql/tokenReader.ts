import type { Token } from './lexer';
import { J1qlError } from './lexer';

/** The words of the language, which nothing may be called. */
const KEYWORDS = new Set([
  'FIND',
  'UNIQUE',
  'WITH',
  'AS',
  'THAT',
  'WHERE',
  'RETURN',
  'AND',
  'OR',
  'UNDEFINED',
  'TRUE',
  'FALSE',
]);

/** Goes through the tokens of a query, one after the other. */
export class TokenReader {
  private position = 0;

  constructor(
    private readonly query: string,
    private readonly tokens: readonly Token[],
  ) {}

  /** The next token, which stays. */
  peek(): Token {
    const token = this.tokens[this.position] ?? this.tokens.at(-1);
    if (token === undefined) throw new Error('There are no tokens');
    return token;
  }

  next(): Token {
    const token = this.peek();
    this.position += 1;
    return token;
  }

  /** Whether the next token was this keyword, in any case; if so it is taken. */
  takeWord(keyword: string): boolean {
    const { kind, text } = this.peek();
    return this.takeIf(kind === 'word' && text.toUpperCase() === keyword);
  }

  takeSymbol(symbol: string): boolean {
    const { kind, text } = this.peek();
    return this.takeIf(kind === 'symbol' && text === symbol);
  }

  expectWord(keyword: string): void {
    if (!this.takeWord(keyword)) throw this.unexpected(keyword);
  }

  expectSymbol(symbol: string): void {
    if (!this.takeSymbol(symbol)) throw this.unexpected(`"${symbol}"`);
  }

  /** @param what what it names, for the error */
  expectName(what: string): Token {
    const token = this.peek();
    if (token.kind !== 'word' || KEYWORDS.has(token.text.toUpperCase())) {
      throw this.unexpected(what);
    }
    return this.next();
  }

  expectEnd(): void {
    if (this.peek().kind !== 'end') throw this.unexpected('the end');
  }

  unexpected(expected: string): J1qlError {
    const { text, at } = this.peek();
    return new J1qlError(
      `Expected ${expected} and found "${text}"`,
      this.query,
      at,
    );
  }

  private takeIf(condition: boolean): boolean {
    if (condition) this.position += 1;
    return condition;
  }
}
