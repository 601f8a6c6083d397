export { asksForChange, METADATA } from './metadata';
export { evaluate, fillIn, run, START_COLUMN } from './evaluate';
export type { Absence, EvaluateOptions, Row } from './evaluate';
export { GraphIndex } from './graphIndex';
export type { GraphObject } from './graphIndex';
export { J1qlError } from './lexer';
export { parse } from './parser';
export type { Query } from './syntax';
