import type { JsonObject } from '../organisation';
import type { Reference } from './context';
import { uuid } from './identity';

export const currentStack = 'heroku-24';

/** The stacks as `/stacks` lists them, oldest first. */
export const stacks: Array<{ name: string; state: string; default: boolean }> =
  [
    { name: 'heroku-18', state: 'deprecated', default: false },
    { name: 'heroku-20', state: 'deprecated', default: false },
    { name: 'heroku-22', state: 'public', default: false },
    { name: currentStack, state: 'public', default: true },
    { name: 'heroku-26', state: 'public', default: false },
    { name: 'cnb', state: 'public', default: false },
    { name: 'container', state: 'public', default: false },
  ];

// One object for each: on a large account a hundred thousand apps refer to it.
const references = new Map<string, Reference>();

function reference(kind: string, name: string): Reference {
  const key = `${kind} ${name}`;
  const known = references.get(key);
  if (known !== undefined) return known;
  const made = { id: uuid(kind, name), name };
  references.set(key, made);
  return made;
}

export function stackReference(name: string): Reference {
  return reference('stack', name);
}

export function regionReference(name: string): Reference {
  return reference('region', name);
}

export function generationReference(fir: boolean): Reference {
  return reference('generation', fir ? 'fir' : 'cedar');
}

export function dynoSizeReference(name: string): Reference {
  return reference('dyno-size', name);
}

/** What `/stacks` answers; the dates are Heroku's affair and only have to be in the past. */
export function stackList(createdAt: string): JsonObject[] {
  return stacks.map((stack) => ({
    ...stackReference(stack.name),
    default: stack.default,
    state: stack.state,
    created_at: createdAt,
    updated_at: createdAt,
  }));
}
