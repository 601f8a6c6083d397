import type { Witness } from './witness';

export const pipelines: Witness[] = [
  {
    question: 'automatic-review-apps',
    found: ['shop'],
    rows: 1,
    missed: ['payments'],
    because: 'makes review apps when asked to',
  },
  {
    question: 'pipelines-without-owner',
    found: ['orphaned-pipeline'],
    rows: 1,
    missed: ['mara-experiments'],
    because: 'belongs to a user',
  },
  {
    question: 'apps-in-no-pipeline',
    found: ['mobile-push'],
    rows: 25,
    missed: ['research-archive'],
    because: 'is in no pipeline either, and archived',
  },
];
