import {
  faultsOf,
  objectivesOf,
  readCompliance,
  requirementsOf,
} from '../../../tools/questions/compliance';
import { complianceDocument } from '../../../tools/questions/complianceDocument';
import { readQuestions } from '../../../tools/questions/questions';

const questions = readQuestions();
const compliance = readCompliance();

test('each of the five standards has controls that questions are evidence for', () => {
  expect(compliance.standards.map(({ name }) => name)).toEqual([
    'CIS Controls v8',
    'ISO/IEC 27001:2022',
    'SOC 2',
    'NIST CSF 2.0',
    'PCI DSS 4.0',
  ]);
  for (const { name, controls } of compliance.standards) {
    const used = questions.flatMap((question) =>
      requirementsOf(question, compliance)
        .filter(({ standard }) => standard === name)
        .flatMap(({ requirements }) => requirements),
    );
    expect(new Set(used)).toEqual(new Set(Object.keys(controls)));
  }
});

test('every objective has a question that speaks for it', () => {
  const named = questions.flatMap(({ objectives }) => objectives);
  expect(new Set(named)).toEqual(
    new Set(compliance.objectives.map(({ id }) => id)),
  );
});

test('a question has the controls of its objectives, each once, in the order of the standard', () => {
  const question = questions.find(({ id }) => id === 'admins-without-mfa');
  expect(question && requirementsOf(question, compliance)).toEqual([
    { standard: 'CIS Controls v8', requirements: ['6.3', '6.5'] },
    { standard: 'ISO/IEC 27001:2022', requirements: ['A.8.2', 'A.8.5'] },
    { standard: 'SOC 2', requirements: ['CC6.1'] },
    { standard: 'NIST CSF 2.0', requirements: ['PR.AA-03'] },
    { standard: 'PCI DSS 4.0', requirements: ['8.4.1', '8.4.2'] },
  ]);
});

test('a control that is misspelt, or that nothing needs any more, is a fault', () => {
  const [standard] = compliance.standards;
  const [objective] = compliance.objectives;
  if (!standard || !objective) throw new Error('The table is empty');
  expect(
    faultsOf({
      standards: [{ name: standard.name, controls: { '6.3': 'MFA' } }],
      objectives: [
        {
          ...objective,
          evidence: [
            { standard: standard.name, control: '6.33', because: 'It is.' },
          ],
        },
      ],
    }),
  ).toEqual([
    'No standard has the control CIS Controls v8 6.33',
    'No objective names the control CIS Controls v8 6.3',
  ]);
});

test('an objective that the table does not have is an error', () => {
  const [question] = questions;
  expect(
    question &&
      (() => objectivesOf({ ...question, objectives: ['none'] }, compliance)),
  ).toThrow('names no objective: none');
});

test('the page for auditors has each control once, with its questions and the reason', () => {
  const page = complianceDocument(questions, compliance);
  const section = page.split('\n### 6.5: ')[1]?.split('\n##')[0];
  expect(section).toContain('Admins of teams and managers of accounts');
  expect(section).toContain('- Which Heroku admins have no second factor?');
  for (const { controls } of compliance.standards) {
    for (const [number, title] of Object.entries(controls)) {
      expect(page.split(`\n### ${number}: ${title}\n`)).toHaveLength(2);
    }
  }
});

test('the page for auditors has every question, those without a control too', () => {
  const page = complianceDocument(questions, compliance);
  for (const { title } of questions) {
    expect(page).toContain(`- ${title}\n`);
    expect(page).toContain(`- **${title}** `);
  }
});
