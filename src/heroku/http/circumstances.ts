/** What is known besides the answer when it is judged. */
export interface Circumstances {
  /** It may be echoed in what Heroku says, and must not be told on. */
  apiKey: string;
  /** The host that requests go to. */
  host: string;
  /** Whether the API has answered anything in this run. */
  hasBeenReached: boolean;
  /** The scopes that earlier answers said the key holds. */
  scopesHeld: readonly string[] | undefined;
  /** The longest body that is read, in bytes, decompressed. */
  maxBodyBytes: number;
}
