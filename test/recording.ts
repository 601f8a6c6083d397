import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
// Not from the package's index: that needs Jest, and recordings are made outside of it.
import type {
  Recording,
  RecordingEntry,
} from '@jupiterone/integration-sdk-testing/dist/src/recording';
import {
  mutations,
  setupRecording,
} from '@jupiterone/integration-sdk-testing/dist/src/recording';
import { recordedBody } from './recordedBody';

/** Where every recorded request is said to have gone, so that replaying needs no server and no port matters. */
export const HEROKU_ORIGIN = 'https://api.heroku.com';

/** What tells two requests for one path apart: without `range` the pages of a list would be one request. */
const REQUEST_HEADERS = ['accept', 'accept-expansion', 'range'];

/**
 * What the client reads of an answer. `RateLimit-Remaining` is not kept: it depends on what went before, and a
 * low one would make every replay wait.
 */
const RESPONSE_HEADERS = [
  'content-type',
  'next-range',
  'oauth-scope',
  'oauth-scope-accepted',
];

/** A recording: `<directory>/__recordings__/<name>_<hash>/recording.har`. */
export interface RecordingPlace {
  directory: string;
  name: string;
}

/** The recording that the tests of all steps replay: one whole collection, which `npm run record` makes. */
export const RECORDED_ORGANISATION: RecordingPlace = {
  directory: __dirname,
  name: 'enterprise',
};

/** Where answers to record come from. */
export interface RecordingSource {
  /** Stands in the recording, for whoever opens it. */
  comment: string;
  /** Applied to each body after everything that the client does not read has been taken out of it. */
  redact?: (body: string) => string;
}

/** Answers requests from a recording. One that is not in it fails: a test never asks anything outside. */
export function replayHeroku(place: RecordingPlace): Recording {
  return setupRecording({
    ...place,
    options: {
      mode: 'replay',
      recordIfMissing: false,
      matchRequestsBy: MATCHING,
    },
  });
}

/**
 * Records what is answered until the recording is ended with {@link saveRecording}. Nothing of a request or an
 * answer is kept but what the client sends and reads; see {@link recordedBody}.
 */
export function recordHeroku(
  place: RecordingPlace,
  { redact }: RecordingSource,
): Recording {
  return setupRecording({
    ...place,
    mutateEntry: (entry: RecordingEntry) => keepWhatIsRead(entry, redact),
    options: {
      mode: 'record',
      recordFailedRequests: true,
      matchRequestsBy: MATCHING,
    },
  });
}

/** Ends a recording: the file says where it comes from, and is the same whatever order the answers came in. */
export async function saveRecording(
  recording: Recording,
  place: RecordingPlace,
  { comment }: RecordingSource,
): Promise<string> {
  const { recordingId } = recording;
  await recording.stop();
  const file = path.join(
    place.directory,
    '__recordings__',
    recordingId,
    'recording.har',
  );
  const { log } = JSON.parse(await readFile(file, 'utf8')) as {
    log: { entries: RecordingEntry[] };
  };
  log.entries.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  await writeFile(file, linePerEntry({ comment, ...log }));
  return file;
}

/** A line for each request, so that a change of one is a change of one line. */
function linePerEntry({
  entries,
  ...log
}: {
  entries: RecordingEntry[];
  comment: string;
}): string {
  const head = JSON.stringify(log).slice(0, -1);
  const lines = entries.map((entry) => JSON.stringify(entry)).join(',\n');
  return `{"log":${head},"entries":[\n${lines}\n]}}\n`;
}

const MATCHING = {
  headers: (headers: Record<string, string | string[]>) =>
    Object.fromEntries(
      REQUEST_HEADERS.map((name) => [name, headers[name] ?? '']),
    ),
  url: atHeroku,
  body: false,
};

function atHeroku(url: string): string {
  const { pathname, search: asked } = new URL(url);
  // The month that is asked for is the last one, whenever a test runs.
  const search = pathname.endsWith('/usage/monthly') ? '' : asked;
  return `${HEROKU_ORIGIN}${pathname}${search}`;
}

function keepWhatIsRead(
  entry: RecordingEntry,
  redact: RecordingSource['redact'] = (body) => body,
): void {
  mutations.unzipGzippedRecordingEntry(entry);
  const { request, response } = entry;
  const { pathname } = new URL(request.url);
  const text = redact(
    recordedBody(pathname, response.status, response.content.text ?? ''),
  );
  const size = Buffer.byteLength(text);
  const never = '1970-01-01T00:00:00.000Z';
  Object.assign(entry, { startedDateTime: never, time: 0, timings: {} });
  Object.assign(request, {
    url: atHeroku(request.url),
    headers: only(REQUEST_HEADERS, request.headers),
    headersSize: -1,
  });
  Object.assign(response, {
    headers: only(RESPONSE_HEADERS, response.headers),
    headersSize: -1,
    bodySize: size,
    content: { mimeType: 'application/json', size, text },
  });
}

function only<H extends { name: string }>(
  names: readonly string[],
  headers: readonly H[],
): H[] {
  return names.flatMap((name) =>
    headers.filter((header) => header.name.toLowerCase() === name),
  );
}

function sortKey({ request }: RecordingEntry): string {
  const range = request.headers.find(({ name }) => name === 'range');
  return `${request.url} ${range?.value}`;
}
