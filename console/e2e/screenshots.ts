import { mkdir, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { addresses } from './addresses';
import { expect, settled, test } from './stage';

/**
 * Pictures of a running demonstration. `npm run screenshots` makes the four of the README; with SCREENSHOTS=folder every
 * page is also pictured there, at both widths and in both schemes, for the eye of whoever changes how it looks.
 */
const README = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const MOST_BYTES = 400_000;

const shown = [
  { name: 'overview', page: 'overview', scheme: 'light' },
  { name: 'unit', page: 'unit', scheme: 'dark' },
  { name: 'recall', page: 'recall', scheme: 'light' },
  { name: 'performance', page: 'lead times', scheme: 'dark' },
] as const;

async function open(page: Page, address: string) {
  await page.goto(address);
  await settled(page);
  await page.evaluate(() => document.fonts.ready);
  // Charts and maps draw after their data has come: the page is ready when two pictures in a row are the same.
  let last: Buffer = Buffer.alloc(0);
  await expect
    .poll(async () => {
      const picture = await page.screenshot();
      const still = picture.equals(last);
      last = picture;
      return still;
    })
    .toBe(true);
}

test('the pictures of the README', async ({ page }) => {
  test.setTimeout(120_000);
  await mkdir(README, { recursive: true });
  const all = await addresses(page);
  for (const { name, page: which, scheme } of shown) {
    await page.emulateMedia({ colorScheme: scheme });
    await open(page, all[which] ?? '/');
    const path = `${README}${name}.png`;
    await page.screenshot({ path });
    expect((await stat(path)).size, name).toBeLessThan(MOST_BYTES);
  }
});

test('every page, for a critical eye', async ({ page }) => {
  const folder = process.env.SCREENSHOTS;
  test.skip(folder === undefined, 'SCREENSHOTS names no folder');
  test.setTimeout(600_000);
  const all = await addresses(page);
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      for (const [name, address] of Object.entries(all)) {
        await open(page, address);
        await page.screenshot({ path: `${folder}/${name.replace(' ', '-')}-${width}-${scheme}.png`, fullPage: true });
      }
    }
  }
});
