import { readText, UnreadableBodyError } from './body';
import type { RawAnswer } from './connection';
import type { Interruption } from './networkError';

/**
 * Reads the body of an answer.
 *
 * @param maxBytes the longest body that is read, decompressed
 * @returns the JSON, `undefined` for what is none; or why there is no body to read
 */
export async function readJson(
  raw: RawAnswer,
  maxBytes: number,
): Promise<{ json: unknown } | Interruption> {
  if (raw.body === undefined) {
    return raw.interruption;
  }
  try {
    return { json: parseJson(await readText(raw.body, maxBytes)) };
  } catch (error) {
    if (!(error instanceof UnreadableBodyError)) {
      throw error;
    }
    return { code: error.code, text: 'the answer cannot be decompressed' };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
