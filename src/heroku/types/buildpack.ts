import { reducedTo } from './fields';

/**
 * Where a buildpack comes from: its name in Heroku's registry (`heroku/nodejs`), or the host and path of its URL.
 * Credentials, query and fragment of a URL may be secrets and are not kept.
 */
export const buildpackSource = reducedTo(readSource);

function readSource(value: string): string | undefined {
  const text = value.trim();
  const registered = /^(?:urn:buildpack:)?([\w.-]{1,64}\/[\w.-]{1,64})$/.exec(
    text,
  );
  if (registered) {
    return registered[1]?.toLowerCase();
  }
  if (!/^(https?|git|ssh):\/\/[^/\\]/i.test(text) || !URL.canParse(text)) {
    return undefined;
  }
  const { hostname, pathname } = new URL(text);
  // An `@` in the path may follow a password with a slash in it.
  return pathname.includes('@')
    ? undefined
    : `${hostname}${pathname.replace(/\/$/, '')}`;
}
