import { readFile } from 'node:fs/promises';
import { expect, findUnit, settled, test } from './stage';

test('from the question to the scope: the lot that comes back, and where each of its units is', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: /Does one component lot come back more often/ }).click();
  const worst = page.getByRole('row').filter({ hasText: 'Worse' }).first();
  await worst.getByRole('link', { name: 'Where its units are' }).click();

  await expect(page).toHaveURL(/\/recall\?componentLot=/);
  await expect(page.getByText(/units?, [\d\s]+ located/)).toBeVisible();
  await expect(page.getByText(/units need no action/)).toBeVisible();
  await settled(page);

  await page.getByRole('button', { name: /^Sold/ }).click();
  await expect(page).toHaveURL(/whereabouts=sold/);
  await expect(page.getByRole('heading', { name: 'Units that need action: sold' })).toBeVisible();
  await expect(page.getByRole('table').first().getByRole('row').nth(1)).toContainText('Sold');
});

test('the list of a scope is saved as CSV, one line a unit', async ({ page }) => {
  const { epc } = await findUnit(page, 'kind=product&state=sold');
  const gtin = /\/01\/(\d{14})/.exec(epc)?.[1];
  await page.goto(`/recall?product=${gtin}`);
  const answer = await page.getByText(/units?, [\d\s]+ located/).textContent();
  const units = Number(/^[\d\s]+/.exec(answer ?? '')?.[0].replaceAll(/\D/g, ''));
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  const lines = (await readFile(await (await saved).path(), 'utf8')).trim().split(/\r?\n/);
  expect(lines.length - 1).toBe(units);
});

test('a condition that nothing meets says so', async ({ page }) => {
  await page.goto('/recall?productLot=NO-SUCH-LOT');
  await expect(page.getByText('No unit meets this condition')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start a recall' })).toHaveCount(0);
});

test('a recall asks for a reason and a second look, and its units then verify as recalled', async ({ page }) => {
  const { epc } = await findUnit(page, 'kind=product&state=sold');
  const trace = await (await page.request.get(`/api/trace?epc=${encodeURIComponent(epc)}`)).json();
  const made = Date.parse(trace.unit.commissionedAt);
  const window = `madeFrom=${new Date(made).toISOString()}&madeUntil=${new Date(made + 1000).toISOString()}`;
  await page.goto(`/recall?line=${encodeURIComponent(trace.unit.line.id)}&${window}`);

  await page.getByRole('button', { name: 'Start a recall' }).click();
  const dialog = page.getByRole('dialog');
  const next = dialog.getByRole('button', { name: 'Look once more' });
  await dialog.getByLabel('Name').fill('Swollen cells');
  await expect(next).toBeDisabled();
  await dialog.getByLabel('Reason').fill('Cells swell in the heat; stop selling and send back.');
  await next.click();

  const confirm = dialog.getByRole('button', { name: /^Recall/ });
  await expect(dialog).toContainText('This cannot be undone.');
  await expect(confirm).toBeDisabled();
  await dialog.getByRole('checkbox').check();
  await confirm.click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Swollen cells');
  await page.goto(`/scan?code=${encodeURIComponent(epc)}`);
  await expect(page.getByRole('region', { name: 'Verdict' })).toContainText('Recalled');
});
