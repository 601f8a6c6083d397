import type { Page } from 'playwright-core';

/** Draws a picture and tells its first pixel. It runs in a page, where TypeScript does not reach. */
const READER = `async (data) => {
  const picture = new Image();
  picture.src = 'data:image/png;base64,' + data;
  await picture.decode();
  const canvas = document.createElement('canvas');
  const drawing = canvas.getContext('2d');
  drawing.drawImage(picture, 0, 0);
  return [...drawing.getImageData(0, 0, 1, 1).data].slice(0, 3);
}`;

/**
 * The colour that is seen at a place of the drawing.
 *
 * @returns red, green and blue, 0 to 255 each
 */
export async function pixelAt(
  page: Page,
  place: { x: number; y: number },
): Promise<number[]> {
  const box = await page.locator('#graph').boundingBox();
  const picture = await page.screenshot({
    clip: {
      x: Math.floor((box?.x ?? 0) + place.x),
      y: Math.floor((box?.y ?? 0) + place.y),
      width: 1,
      height: 1,
    },
  });
  // The page itself is sealed: another reads the picture.
  const reader = await page.context().newPage();
  try {
    return await reader.evaluate<number[]>(
      `(${READER})("${picture.toString('base64')}")`,
    );
  } finally {
    await reader.close();
  }
}

/** The same as `#rrggbb`. */
export async function colourAt(
  page: Page,
  place: { x: number; y: number },
): Promise<string> {
  return hexOf(await pixelAt(page, place));
}

/** Whether nearly a colour is seen at a place: edges are smoothed. */
export async function isNearly(
  page: Page,
  place: { x: number; y: number },
  hex = '',
): Promise<boolean> {
  const seen = await pixelAt(page, place);
  const wanted = [1, 3, 5].map((start) =>
    parseInt(hex.slice(start, start + 2), 16),
  );
  return seen.every(
    (part, index) => Math.abs(part - (wanted[index] ?? Number.NaN)) < 60,
  );
}

/** `rgb(1, 2, 3)`, as a browser has it, or its parts, as `#010203`. */
export function hexOf(colour: string | number[]): string {
  const parts =
    typeof colour === 'string'
      ? (colour.match(/\d+/g) ?? []).map(Number)
      : colour;
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
