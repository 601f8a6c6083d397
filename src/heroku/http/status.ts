import type { AnswerHead } from './connection';

/** Whether an answer is a success, by its status alone. */
export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

/** Whether a status says that the API is in trouble, and not what it thinks of the request. */
export function isTrouble(status: number): boolean {
  return status === 408 || status === 425 || status >= 500;
}

/** Whether an answer shows that the API is there: not its trouble, and no page of HTML in its place. */
export function isSignOfLife({ status, headers }: AnswerHead): boolean {
  const isHtml = /html/i.test(headers.get('content-type') ?? '');
  return !isTrouble(status) && !(isSuccess(status) && isHtml);
}
