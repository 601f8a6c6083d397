/** What these hold is never printed, however short it is. */
const OWN_KEYS = new Set(['API_KEY', 'JUPITERONE_API_KEY']);
const SECRET_NAME = /(KEY|TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIALS?)$/i;
const PROXY_NAME = /^(HTTPS?|ALL)_PROXY$/i;

/** Shorter values of other variables are no secrets, and would blacken ordinary words. */
const LEAST_LENGTH = 8;
const LEAST_OWN_LENGTH = 3;

const REDACTED = '[redacted]';

/**
 * The credentials in an environment: both API keys, whatever a variable with a name like `…_TOKEN` holds, and the
 * passwords of proxies.
 */
export function secretsIn(environment: NodeJS.ProcessEnv): string[] {
  return Object.entries(environment).flatMap(([name, value = '']) => {
    if (PROXY_NAME.test(name)) {
      return passwordsIn(value);
    }
    const isOwn = OWN_KEYS.has(name);
    if (!isOwn && !SECRET_NAME.test(name)) {
      return [];
    }
    const least = isOwn ? LEAST_OWN_LENGTH : LEAST_LENGTH;
    return value
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line.length >= least);
  });
}

/** Makes a function that takes credentials out of a text, as they are and as URLs, JSON and headers spell them. */
export function redactor(secrets: readonly string[]): (text: string) => string {
  const spellings = [...new Set(secrets.flatMap(spellingsOf))]
    // A longer one may begin with a shorter one, and would show its rest.
    .sort((a, b) => b.length - a.length)
    .map((spelling) => spelling.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  if (spellings.length === 0) {
    return (text) => text;
  }
  const pattern = new RegExp(spellings.join('|'), 'g');
  return (text) => text.replace(pattern, REDACTED);
}

function spellingsOf(secret: string): string[] {
  return [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret).toString('base64'),
  ];
}

/** The password in the address of a proxy, as it stands there and as it is sent. */
function passwordsIn(address: string): string[] {
  if (!URL.canParse(address)) {
    return [];
  }
  const { username, password } = new URL(address);
  const sent = decoded(password);
  return password === ''
    ? []
    : [password, sent, `${decoded(username)}:${sent}`];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
