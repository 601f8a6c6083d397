export type { Answer, AnswerState } from './answers';
export { answerTo, placeholdersIn, stateOfAll } from './answers';
export { describeAnswers, describeFirstAnswers, describeRow } from './describe';
export type { Outcome, Outcomes, Settings } from './outcomes';
export { outcomesIn, outcomesWith } from './outcomes';
export { standingOf } from './standing';
