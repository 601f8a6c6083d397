import { gzipSync } from 'node:zlib';
import type { Body } from './body';
import { readText, UnreadableBodyError } from './body';

const MAX_BYTES = 8 * 1024 * 1024;

function compressed(bytes: Buffer): Body {
  return { bytes, encoding: 'gzip' };
}

test.each([
  ['a short text', 'ä'],
  ['a text larger than one piece', 'x€'.repeat(1_000_000)],
])('%s is the same after it was compressed', async (_, text) => {
  const body = gzipSync(Buffer.from(text));

  expect(await readText(compressed(body), MAX_BYTES)).toBe(text);
});

test('a size that the body says of itself is not believed', async () => {
  const body = gzipSync(Buffer.from('[]'));
  body.writeUInt32LE(0xffffffff, body.length - 4);

  await expect(readText(compressed(body), MAX_BYTES)).rejects.toMatchObject({
    name: 'UnreadableBodyError',
    code: 'BODY_BROKEN',
  });
});

test('a body without compression is read as it is, and so is an empty one', async () => {
  expect(
    await readText({ bytes: Buffer.from('[1]'), encoding: null }, MAX_BYTES),
  ).toBe('[1]');
  expect(await readText(compressed(Buffer.alloc(0)), MAX_BYTES)).toBe('');
});

test('a body that ends too early is not taken for a whole one', async () => {
  const body = gzipSync(Buffer.from('x'.repeat(10_000)));

  await expect(
    readText(compressed(body.subarray(0, body.length >> 1)), MAX_BYTES),
  ).rejects.toThrow(UnreadableBodyError);
});

test('a body that would fill the memory is given up', async () => {
  const body = gzipSync(Buffer.alloc(100_000));

  await expect(readText(compressed(body), 50_000)).rejects.toMatchObject({
    code: 'BODY_TOO_LARGE',
  });
});
