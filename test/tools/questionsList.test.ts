import { readQuestions } from '../../tools/questionFile';
import { needsAppDetails, questionsList } from '../../tools/questionsList';

const questions = readQuestions();

test('the list has a line for each question, in the order of the file', () => {
  const lines = questionsList().split('\n');
  expect(lines.map((line) => /^- \*\*(.+?)\*\*/.exec(line)?.[1])).toEqual(
    questions.map(({ title }) => title),
  );
});

test.each(questions.map((question) => [question.id, question] as const))(
  '%s says that it needs Ingest App Details if it does',
  (_, question) => {
    expect(question.description.includes('Needs the setting')).toBe(
      needsAppDetails(question),
    );
  },
);
