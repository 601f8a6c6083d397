import type { Finding } from '../../tools/graphPage/findings';

/** A finding with what is said, and nothing else found. */
export function madeFinding(said: Partial<Finding>): Finding {
  const hits = said.hits ?? [];
  return {
    title: 'Which?',
    theme: 'Other',
    state: hits.length > 0 ? 'found' : 'none',
    isBad: true,
    remedy: 'Look.',
    hits,
    table: { columns: ['found'], rows: hits.map(({ text }) => [text]) },
    ...said,
  };
}
