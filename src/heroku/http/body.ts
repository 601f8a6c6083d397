import { constants, gunzip } from 'node:zlib';
import { promisify } from 'node:util';

const gunzipWhole = promisify<Buffer, Parameters<typeof gunzip>[1], Buffer>(
  gunzip,
);

/** The largest piece that a body is decompressed in, in bytes: a full page is rarely larger. */
const LARGEST_PIECE = 1024 * 1024;

/** What a request asks for, so that {@link readText} can read it. */
export const ACCEPTED_ENCODING = 'gzip';

/** A body that came whole and cannot be decompressed. */
export class UnreadableBodyError extends Error {
  override readonly name = 'UnreadableBodyError';

  constructor(readonly code: string) {
    super('the body cannot be decompressed');
  }
}

/** A body as it came, which for a compressed one is a small part of what it says. */
export interface Body {
  bytes: Buffer;
  /** The `Content-Encoding` header. */
  encoding: string | null;
}

/**
 * Reads a body as text.
 *
 * It is decompressed at one go, and not, as node-fetch would, in pieces of 16 KiB as it arrives: on large pages those
 * pieces are a good part of the run's time and memory.
 *
 * @param maxBytes the longest body that is read, decompressed
 * @throws UnreadableBodyError where it is not what it says it is, or longer than that
 */
export async function readText(
  { bytes, encoding }: Body,
  maxBytes: number,
): Promise<string> {
  const isCompressed = encoding?.trim().toLowerCase() === 'gzip';
  if (!isCompressed || bytes.length === 0) {
    if (bytes.length > maxBytes) {
      throw new UnreadableBodyError('BODY_TOO_LARGE');
    }
    return bytes.toString('utf8');
  }
  try {
    const whole = await gunzipWhole(bytes, {
      chunkSize: pieceSize(bytes),
      maxOutputLength: maxBytes,
    });
    return whole.toString('utf8');
  } catch (error) {
    throw new UnreadableBodyError(codeOf(error));
  }
}

/** The size that a gzip body says it has when decompressed, as far as it is believed. */
function pieceSize(body: Buffer): number {
  const said = body.length < 4 ? 0 : body.readUInt32LE(body.length - 4);
  // With no room to spare zlib asks for another piece, and finds that there is nothing for it.
  return Math.min(
    LARGEST_PIECE,
    Math.max(constants.Z_DEFAULT_CHUNK, said + 1024),
  );
}

function codeOf(error: unknown): string {
  const isTooLarge =
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_BUFFER_TOO_LARGE';
  return isTooLarge ? 'BODY_TOO_LARGE' : 'BODY_BROKEN';
}
