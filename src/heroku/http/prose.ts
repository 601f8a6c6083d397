const MAX_LENGTH = 300;
const LONGEST_READ = 4 * MAX_LENGTH;

/** A word that could be a credential: a URL, an address with a password, a long run, or letters mixed with digits. */
function mayBeSecret(word: string): boolean {
  const core = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  return (
    /:\/\/|@|=/.test(word) ||
    core.length > 32 ||
    (core.length >= 8 && /\d/.test(core)) ||
    (core.length >= 8 && /\p{Lu}.*\p{Lu}/u.test(core))
  );
}

/**
 * Text from outside, made fit for a log line or an error: one line of ordinary words. Whatever could be a
 * credential becomes `[redacted]`, since an answer may echo what it was sent.
 */
export function plainProse(text: unknown): string {
  if (typeof text !== 'string') {
    return '';
  }
  const read = text.slice(0, LONGEST_READ);
  return (
    read
      // A word that the cut went through no longer looks like the secret that it is part of.
      .replace(text.length > LONGEST_READ ? /\S*$/ : '', '')
      // Control characters, line and paragraph separators would forge log lines.
      .split(/[\s\p{C}\p{Zl}\p{Zp}]+/u)
      .filter((word) => word !== '')
      .map((word) => (mayBeSecret(word) ? '[redacted]' : word))
      .join(' ')
      .slice(0, MAX_LENGTH)
  );
}

/** A short token from outside (`forbidden`, `not_found`), or nothing if it is not one: words, no run of letters. */
export function plainToken(value: unknown): string | undefined {
  return typeof value === 'string' &&
    /^[a-z]{1,20}([_ -][a-z]{1,20}){0,7}$/.test(value)
    ? value
    : undefined;
}
