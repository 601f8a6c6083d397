/** What a query must find in the enterprise organisation, and what it must not though it is much alike. */
export interface Witness {
  /** The question's id. */
  question: string;
  /** The query's name, where the question has several. */
  query?: string;
  /** What is in one row of the answer. */
  found: string[];
  /** How many rows the answer has in all: a condition that is lost lets more in, or fewer. */
  rows: number;
  /** What is in the organisation, and in no row of the answer. */
  missed: string[];
  /** What makes the difference. */
  because: string;
}
