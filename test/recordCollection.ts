import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RecordingPlace, RecordingSource } from './recording';
import { recordHeroku, saveRecording } from './recording';
import { startSandbox } from './sandbox';
import { createOrganisation } from './sandbox/organisations';
import { collectEverything } from './sandboxStep';

const ORGANISATION = 'enterprise';
/** Fixed, so that recording again changes nothing that has not changed. */
const NOW = new Date('2026-05-01T10:00:00Z');
/** Small enough that most lists of the organisation have several pages. */
const PAGE_SIZE = 5;

/** Who answers the requests that are recorded. */
export interface Service {
  apiKey: string;
  baseUrl: URL;
  source: RecordingSource;
  /** What no recording may hold. */
  secrets: readonly string[];
  close(): Promise<void>;
}

/**
 * Records a whole collection, with every source and the details of every app. Only a recording that is whole and holds
 * no secret comes to its place.
 *
 * @returns the file that was written, and the warnings of the collection: what was refused is recorded as a refusal
 * @throws where the recording would hold a secret
 */
export async function recordCollection(
  { apiKey, baseUrl, source, secrets }: Service,
  place: RecordingPlace,
): Promise<{ file: string; warnings: string[] }> {
  const directory = await mkdtemp(path.join(tmpdir(), 'graph-heroku-record-'));
  try {
    const draft = { ...place, directory };
    const recording = recordHeroku(draft, source);
    const { warnings } = await collectEverything({ apiKey, baseUrl });
    const text = await readFile(
      await saveRecording(recording, draft, source),
      'utf8',
    );
    if (secrets.some((secret) => text.includes(secret))) {
      throw new Error('The recording holds a secret: it is not kept');
    }
    const file = path.join(
      place.directory,
      '__recordings__',
      recording.recordingId,
      'recording.har',
    );
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
    return { file, warnings };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** The sandbox, with planted secrets. */
export async function sandboxToRecord(): Promise<Service> {
  const organisation = createOrganisation(ORGANISATION, {
    now: NOW,
    canaries: true,
  });
  const server = await startSandbox({ organisation, maxPageSize: PAGE_SIZE });
  return {
    apiKey: server.apiKey,
    baseUrl: new URL(server.url),
    source: {
      comment: `Not answers of Heroku's: recorded from the simulated Platform API in test/sandbox, organisation "${ORGANISATION}", by npm run record.`,
    },
    secrets: [server.apiKey, ...organisation.canaries.values()],
    close: () => server.close(),
  };
}
