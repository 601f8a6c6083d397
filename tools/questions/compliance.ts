import { readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import * as v from 'valibot';
import type { Question } from './questions';
import { QUESTIONS_FOLDER } from './questions';

const standard = v.strictObject({
  /** As JupiterOne's questions name it. */
  name: v.string(),
  /** What each control is about, by its number. */
  controls: v.record(v.string(), v.string()),
});

const evidence = v.strictObject({
  standard: v.string(),
  control: v.pipe(v.union([v.string(), v.number()]), v.transform(String)),
  because: v.pipe(v.string(), v.regex(/^[A-Z].*\.$/)),
});

const objective = v.strictObject({
  id: v.string(),
  /** What holds where no question finds anything. */
  says: v.pipe(v.string(), v.regex(/^[A-Z].*\.$/)),
  evidence: v.pipe(v.array(evidence), v.minLength(1)),
});

const complianceFile = v.strictObject({
  standards: v.array(standard),
  objectives: v.array(objective),
});

export type Objective = v.InferOutput<typeof objective>;

/** Which controls questions are evidence for, and why: `questions/compliance.yaml`. */
export type Compliance = v.InferOutput<typeof complianceFile>;

/**
 * Reads the table of controls.
 *
 * @throws where an objective names a control that no standard has, or a control is named by none
 */
export function readCompliance(): Compliance {
  const file = path.join(QUESTIONS_FOLDER, 'compliance.yaml');
  const compliance = v.parse(complianceFile, load(readFileSync(file, 'utf8')));
  const faults = faultsOf(compliance);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return compliance;
}

/** What does not fit together in the table, a line each. */
export function faultsOf({ standards, objectives }: Compliance): string[] {
  const declared = standards.flatMap(({ name, controls }) =>
    Object.keys(controls).map((control) => `${name} ${control}`),
  );
  const named = objectives.flatMap(({ evidence: all }) =>
    all.map(({ standard: name, control }) => `${name} ${control}`),
  );
  return [
    ...named
      .filter((one) => !declared.includes(one))
      .map((one) => `No standard has the control ${one}`),
    ...declared
      .filter((one) => !named.includes(one))
      .map((one) => `No objective names the control ${one}`),
  ];
}

/** The objectives of a question. @throws where it names one that the table does not have */
export function objectivesOf(
  { id, objectives }: Question,
  compliance: Compliance,
): Objective[] {
  return objectives.map((name) => {
    const found = compliance.objectives.find((one) => one.id === name);
    if (found === undefined) {
      throw new Error(`The question ${id} names no objective: ${name}`);
    }
    return found;
  });
}

/** The controls that a question is evidence for, as JupiterOne's question file has them. */
export function requirementsOf(
  question: Question,
  compliance: Compliance,
): { standard: string; requirements: string[] }[] {
  const all = objectivesOf(question, compliance).flatMap((one) => one.evidence);
  return compliance.standards.flatMap(({ name, controls }) => {
    const requirements = Object.keys(controls).filter((number) =>
      all.some((one) => one.standard === name && one.control === number),
    );
    return requirements.length > 0 ? [{ standard: name, requirements }] : [];
  });
}
