import { createHash } from 'node:crypto';
import type { Json, JsonObject } from './organisation';

/**
 * The same JSON with its lists, those within objects too, and the keys of its objects in another order. Heroku promises
 * none of these. One seed gives one order each time.
 */
export function shuffled(body: Json, seed: string): Json {
  const random = randomNumbers(seed);
  const shuffle = (value: Json): Json => {
    if (Array.isArray(value)) return inAnotherOrder(value, random).map(shuffle);
    if (value === null || typeof value !== 'object') return value;
    const copy: JsonObject = {};
    for (const [key, one] of inAnotherOrder(Object.entries(value), random)) {
      copy[key] = shuffle(one);
    }
    return copy;
  };
  return shuffle(body);
}

function inAnotherOrder<T>(items: T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

/** Numbers from 0 up to 2³², the same ones for the same seed. */
function randomNumbers(seed: string): () => number {
  let state = createHash('sha1').update(seed).digest();
  let position = 0;
  return () => {
    if (position + 4 > state.length) {
      state = createHash('sha1').update(state).digest();
      position = 0;
    }
    const number = state.readUInt32BE(position);
    position += 4;
    return number;
  };
}
