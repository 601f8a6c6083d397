import { readQuestions } from '../../../tools/questions/questions';
import { questionsList } from '../../../tools/questions/questionsList';

test('the list has a line for each question, in the order of the files', () => {
  const lines = questionsList().split('\n');
  expect(lines.map((line) => /^- \*\*(.+?)\*\*/.exec(line)?.[1])).toEqual(
    readQuestions().map(({ title }) => title),
  );
});
