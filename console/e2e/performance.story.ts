import { expect, settled, test } from './stage';

test('from the question to the very unit: the group that takes longer to pack', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: /Which line and shift takes longer to pack/ }).click();
  const panel = page.getByRole('region', { name: 'Lead time of each group' });
  await expect(panel).toContainText(/n = /);
  const worst = panel.getByRole('listitem').filter({ hasText: 'Worse' }).last();
  const name = (await worst.getByRole('link').textContent()) ?? '';
  await worst.getByRole('link').click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await expect(page.getByRole('img', { name: /^Distribution of lead times/ })).toBeVisible();
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/unit\?epc=/);
  await expect(page.getByRole('region', { name: 'Timeline' })).toContainText('Packing');
});

test('every choice is in the address, and the address brings the view back', async ({ page }) => {
  await page.goto('/performance');
  await settled(page);
  await page.getByRole('group', { name: 'Compared by' }).getByText('Country').click();
  await page.getByText('90th percentile', { exact: true }).first().click();
  await expect(page).toHaveURL(/by=[^&]*country/);
  await expect(page).toHaveURL(/statistic=p90/);
  await page.reload();
  await expect(page.getByRole('checkbox', { name: 'Country' })).toBeChecked();
  await expect(page.getByRole('radio', { name: '90th percentile' })).toBeChecked();
});

test('behind every chart lies its table', async ({ page }) => {
  await page.goto('/performance?by=plant');
  await settled(page);
  await page.getByText('Table', { exact: true }).click();
  const table = page.getByRole('table', { name: 'Lead time of each group' });
  await expect(table.getByRole('columnheader', { name: '1st quartile' })).toBeVisible();
  await table.getByRole('button', { name: 'n', exact: true }).click();
  await expect(table.getByRole('columnheader', { name: 'n', exact: true })).toHaveAttribute('aria-sort', /ending$/);
});

test('the funnel says what chance explains', async ({ page }) => {
  await page.goto('/performance/returns');
  await expect(page.getByText(/Between the dashed lines lie/)).toBeVisible();
  await expect(page.getByRole('table').getByRole('row').nth(1)).toContainText(/\d+\.\d\u202f%/);
});

test('cases show both places and lead to the unit', async ({ page }) => {
  await page.goto('/cases?kind=impossibleTravel');
  const found = page.getByRole('article').filter({ hasText: 'Impossible travel' }).last();
  await expect(found).toContainText('First seen');
  await expect(found).toContainText('Then seen');
  await found.getByRole('link').first().click();
  await expect(page.getByRole('region', { name: 'Verdict' })).toContainText('Suspicious');
});
