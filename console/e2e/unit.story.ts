import { expect, findUnit, settled, test } from './stage';

test('the life of a sold unit is told with its reasons, containers, places and label', async ({ page }) => {
  const { epc } = await findUnit(page, 'kind=product&state=sold');
  await page.goto(`/unit?epc=${encodeURIComponent(epc)}`);
  await settled(page);

  const verdict = page.getByRole('region', { name: 'Verdict' });
  await expect(verdict.getByRole('list', { name: 'Reasons' }).getByRole('listitem').first()).toBeVisible();

  const timeline = page.getByRole('region', { name: 'Timeline' });
  await expect(timeline.getByText('Commissioning')).toBeVisible();
  await expect(timeline.getByText(/^Through its container/).first()).toBeVisible();

  await expect(page.getByRole('region', { name: 'What it was in' })).toBeVisible();
  await expect(page.getByRole('img', { name: /^Map of the journey/ })).toBeVisible();
  await expect(page.getByRole('img', { name: /^Graph of/ })).toBeVisible();
  await expect(page.getByRole('img', { name: /^Label of/ })).toBeVisible();
});

test('a unit can be seen as it stood at any moment, and the moment is in the address', async ({ page }) => {
  const { epc } = await findUnit(page, 'kind=product&state=sold');
  await page.goto(`/unit?epc=${encodeURIComponent(epc)}`);
  await settled(page);
  const asOf = page.getByRole('slider', { name: 'As of' });
  await asOf.focus();
  await asOf.press('Home');

  await expect(page).toHaveURL(/asOf=/);
  const answer = page.getByText(/as things stood at/);
  await expect(answer).not.toContainText('Sold');
  const link = page.url();

  await page.getByRole('button', { name: 'Now' }).click();
  await expect(page).not.toHaveURL(/asOf=/);
  await expect(page.getByText(/^Sold, at/)).toBeVisible();

  await page.goto(link);
  await expect(page.getByText(/as things stood at/)).toBeVisible();
});

test('the container of a unit is one step away, and holds it', async ({ page }) => {
  const { epc } = await findUnit(page, 'kind=product&whereabouts=shop');
  await page.goto(`/unit?epc=${encodeURIComponent(epc)}`);
  await settled(page);
  const container = page.getByRole('region', { name: 'What it was in' }).getByRole('link').first();
  await container.click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Case or pallet');
});

test('an event of the timeline can be read as it was captured', async ({ page }) => {
  const { epc } = await findUnit(page);
  await page.goto(`/unit?epc=${encodeURIComponent(epc)}`);
  await settled(page);
  await page.getByRole('region', { name: 'Timeline' }).getByRole('link', { name: 'Event' }).last().click();
  const drawer = page.getByRole('dialog', { name: 'Event' });
  await expect(drawer.locator('pre')).toContainText('"eventTime"');
});

test('an identifier is copied whole with one click', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { epc } = await findUnit(page);
  await page.goto(`/unit?epc=${encodeURIComponent(epc)}`);
  await page.getByRole('button', { name: 'Copy Digital Link' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(epc);
});

test('a label is saved as a file', async ({ page }) => {
  const { epc } = await findUnit(page);
  await page.goto(`/unit?epc=${encodeURIComponent(epc)}`);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'SVG' }).click();
  expect((await saved).suggestedFilename()).toMatch(/-datamatrix\.svg$/);
});
