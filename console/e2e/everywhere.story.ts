import AxeBuilder from '@axe-core/playwright';
import { addresses } from './addresses';
import { expect, settled, test } from './stage';

test('every page can be used by everyone, in light and in dark', async ({ page }) => {
  test.setTimeout(240_000);
  for (const [name, address] of Object.entries(await addresses(page))) {
    await page.goto(address);
    await settled(page);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page })
        // Outlines of countries and bars of charts: hundreds of paths inside an image that has its name.
        .exclude('[role=img] svg')
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(' | ')}`);
      expect.soft(told, `${name}, ${colorScheme}`).toEqual([]);
    }
  }
});

test('no page scrolls sideways on a phone', async ({ page }) => {
  test.setTimeout(180_000);
  const all = await addresses(page);
  await page.setViewportSize({ width: 390, height: 844 });
  for (const [name, address] of Object.entries(all)) {
    await page.goto(address);
    await settled(page);
    const { wide, screen } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      screen: document.documentElement.clientWidth,
    }));
    expect.soft(wide, name).toBeLessThanOrEqual(screen);
    await expect.soft(page.getByRole('search').getByRole('textbox'), name).toBeInViewport();
  }
});

test('on a phone the navigation folds and opens', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/');
  await page.getByRole('button', { name: 'Open navigation' }).click();
  await page.getByRole('dialog').getByRole('link', { name: 'Units', exact: true }).click();
  await expect(page).toHaveURL(/\/units$/);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('keys lead everywhere', async ({ page }) => {
  await page.goto('/');
  await settled(page);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // Held as a person holds it: two keys within a scanner's pause are a scanner's.
  await page.keyboard.press('g', { delay: 120 });
  await page.keyboard.press('p');
  await expect(page).toHaveURL(/\/performance$/);
});

test('the colour scheme is chosen and kept', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Colour scheme' }).click();
  await page.getByRole('menuitem', { name: 'Dark' }).click();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
});

test('an address without a page says so and leads home', async ({ page }) => {
  await page.goto('/no/such/page');
  await page.getByRole('link', { name: 'Go to the overview' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');
});
