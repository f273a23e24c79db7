import { test as base, expect, type Page } from '@playwright/test';

export { expect } from '@playwright/test';

/**
 * The stage of every story: a page that may talk to its own server only, and that must not fail in silence. Whatever breaks
 * either rule fails the story.
 */
export const test = base.extend<{ guarded: undefined }>({
  guarded: [
    async ({ page, baseURL }, use) => {
      const home = new URL(baseURL ?? '').origin;
      const strangers: string[] = [];
      const failures: string[] = [];
      page.on('request', request => {
        const url = new URL(request.url());
        if (!['blob:', 'data:'].includes(url.protocol) && url.origin !== home) strangers.push(request.url());
      });
      page.on('pageerror', error => failures.push(error.message));
      page.on('console', message => {
        // A refused request is an answer that the page shows; everything else that is logged as an error is one.
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
          failures.push(message.text());
      });
      await use(undefined);
      expect(strangers, 'requests to other hosts').toEqual([]);
      expect(failures, 'errors in the page').toEqual([]);
    },
    { auto: true },
  ],
});

/** A unit that a user would find: the first of the list of units with these filters. */
export async function findUnit(page: Page, filters = 'kind=product'): Promise<{ epc: string; name: string }> {
  await page.goto(`/units?${filters}`);
  const link = page.getByRole('table').getByRole('link').first();
  const href = await link.getAttribute('href');
  const epc = new URL(href ?? '', 'http://server').searchParams.get('epc');
  if (epc === null) throw new Error(`no unit with ${filters}`);
  return { epc, name: ((await link.textContent()) ?? '').trim() };
}

/** Waits until nothing on the page is still being asked for. */
export async function settled(page: Page) {
  await page.waitForLoadState('networkidle');
  await expect(page.locator('.mantine-Skeleton-root')).toHaveCount(0);
}
