import { writeFile } from 'node:fs/promises';
import { chromium, type Page } from '@playwright/test';
import { browserArguments, executablePath } from '../playwright.config';
import { expect, findUnit, settled, test } from './stage';

/** What a scanner reads from a unit's code, without separators between its parts. */
function elements(epc: string): string {
  const [, gtin, serial] = /\/01\/(\d{14})\/21\/([^/]+)$/.exec(epc) ?? [];
  return `01${gtin}21${decodeURIComponent(serial ?? '')}`;
}

/** Keys as fast as a scanner strikes them; struck inside the page, since a busy machine could stretch the pauses to those of a person. */
async function scanned(page: Page, code: string) {
  await page.evaluate(text => {
    for (const key of [...text, 'Enter'])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  }, code);
}

const verdict = (page: Page) => page.getByRole('region', { name: 'Verdict' });

test('a scanner that types is heard on any page, and the verdict leads to the unit', async ({ page }) => {
  const { epc } = await findUnit(page);
  await page.goto('/recall');
  await settled(page);
  await scanned(page, elements(epc));

  await expect(page).toHaveURL(/\/scan\?code=/);
  await expect(verdict(page)).toContainText(/Valid|Already sold|Recalled|Suspicious|Not commissioned/);
  await expect(page.getByRole('link', { name: 'Open the unit' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/unit\?epc=/);
  await expect(page.getByRole('heading', { name: 'Timeline' })).toBeVisible();
});

test('a person reaches the scan box with one key and may type any form of the name', async ({ page }) => {
  const { epc } = await findUnit(page);
  await page.goto('/');
  await settled(page);
  await page.keyboard.press('/');
  const box = page.getByRole('textbox', { name: 'Scan, paste or type an identifier' });
  await expect(box).toBeFocused();
  await box.fill(epc);
  await box.press('Enter');
  await expect(verdict(page)).toBeVisible();
});

test('the separator of a scan is kept', async ({ page }) => {
  await page.goto('/');
  await settled(page);
  await page.keyboard.press('/');
  await page.keyboard.type('10L26');
  await page.keyboard.press('Control+]');
  await page.keyboard.type('21X');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/code=10L26%1D21X/);
  await expect(page.getByText('10L26\u241d21X')).toBeVisible();
});

test('a code that the log never saw is not called genuine', async ({ page }) => {
  const { epc } = await findUnit(page);
  await page.goto(`/scan?code=${encodeURIComponent(epc.replace(/\/21\/.*/, '/21/NEVERSEEN2026'))}`);
  await expect(verdict(page)).toContainText('Unknown');
  await expect(page.getByRole('link', { name: 'Open the unit' })).toHaveCount(0);
});

test('what cannot be read says what would be right, and a beginning finds its units', async ({ page }) => {
  await page.goto('/scan?code=nonsense');
  await expect(verdict(page)).toContainText('Not readable');
  await expect(page.getByText(/Expected/).first()).toBeVisible();

  const { name } = await findUnit(page);
  await page.goto(`/scan?code=${name.slice(0, 5)}`);
  await expect(page.getByRole('heading', { name: /begins? like this/ })).toBeVisible();
});

test('the camera reads a label that the server drew', async ({ page, baseURL }, testInfo) => {
  const { epc } = await findUnit(page);
  const frames = testInfo.outputPath('label.y4m');
  await writeFile(frames, await filmOf(page, epc));
  const browser = await chromium.launch({
    executablePath,
    args: [
      ...browserArguments,
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${frames}`,
    ],
  });
  try {
    const phone = await browser.newPage({ baseURL });
    await phone.goto('/');
    await phone.getByRole('button', { name: 'Scan with the camera' }).click();
    await expect(phone).toHaveURL(/\/scan\?code=/, { timeout: 30_000 });
    await expect(verdict(phone)).toBeVisible();
    await expect(phone.getByRole('link', { name: 'Open the unit' })).toHaveAttribute(
      'href',
      new RegExp(epc.split('/').at(-1) ?? 'no serial'),
    );
  } finally {
    await browser.close();
  }
});

const WIDTH = 640;
const HEIGHT = 480;

/** A film of one grey frame, the label on white paper, in the plain form that the browser takes for a camera (YUV4MPEG2). */
async function filmOf(page: Page, epc: string): Promise<Buffer> {
  const luma = await page.evaluate(
    async ({ epc, width, height }) => {
      const answer = await fetch(
        `/api/labels?${new URLSearchParams({ epc, symbol: 'datamatrix', format: 'png', dpi: '600' })}`,
      );
      const image = await createImageBitmap(await answer.blob());
      const canvas = document.createElement('canvas');
      canvas.width = width;
      canvas.height = height;
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.fillStyle = '#fff';
      context.fillRect(0, 0, width, height);
      const scale = Math.min((width - 40) / image.width, (height - 40) / image.height);
      context.drawImage(
        image,
        (width - image.width * scale) / 2,
        (height - image.height * scale) / 2,
        image.width * scale,
        image.height * scale,
      );
      const { data } = context.getImageData(0, 0, width, height);
      return Array.from({ length: width * height }, (_, pixel) => data[pixel * 4] ?? 255);
    },
    { epc, width: WIDTH, height: HEIGHT },
  );
  const chroma = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), Buffer.from(luma), chroma]);
  const header = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  return Buffer.concat([header, ...Array.from({ length: 10 }, () => frame)]);
}
