import { expect, findUnit, test } from './stage';

/** A document of one event; a serial of its own makes it new to the log. */
function documentOf(gtin: string, serial: string, eventTime: string): string {
  const event = {
    type: 'ObjectEvent',
    eventTime,
    eventTimeZoneOffset: '+01:00',
    epcList: [`https://id.gs1.org/01/${gtin}/21/${serial}`],
    action: 'ADD',
    bizStep: 'commissioning',
    disposition: 'active',
  };
  return JSON.stringify(
    {
      '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
      type: 'EPCISDocument',
      schemaVersion: '2.0',
      creationDate: '2026-03-14T10:00:00+01:00',
      epcisBody: { eventList: [event] },
    },
    null,
    2,
  );
}

test('a refused document shows what is wrong at the very line, and is captured once mended', async ({ page }) => {
  const { epc } = await findUnit(page);
  const gtin = /\/01\/(\d{14})/.exec(epc)?.[1] ?? '';
  const serial = `STORY${Date.now()}`;
  await page.goto('/events/capture');
  const field = page.getByLabel('EPCIS 2.0 document');

  await field.fill(documentOf(gtin, serial, 'the day before yesterday'));
  await page.getByRole('button', { name: 'Capture', exact: true }).click();
  const refusal = page.getByRole('alert');
  await expect(refusal).toContainText('/epcisBody/eventList/0/eventTime');
  await expect(refusal).toContainText('Expected');
  await expect(page.getByText('"eventTime": "the day before yesterday"').last()).toBeVisible();

  await field.fill(documentOf(gtin, serial, '2026-03-14T09:41:00+01:00'));
  await page.getByRole('button', { name: 'Capture', exact: true }).click();
  await expect(page.getByText('1 event captured')).toBeVisible();

  await page.goto(`/units?text=${serial}`);
  await expect(page.getByText('1 unit matches.')).toBeVisible();
});

test('events are found by what they name', async ({ page }) => {
  const { epc } = await findUnit(page);
  await page.goto('/events');
  await page.getByLabel('Names').fill(epc);
  await expect(page).toHaveURL(/epc=/);
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page.getByRole('dialog', { name: 'Event' }).locator('pre')).toContainText(epc);
});

test('serials are minted and each has its label', async ({ page }) => {
  await page.goto('/labels');
  await page.getByLabel('How many').fill('3');
  await page.getByRole('button', { name: 'Mint 3 serials' }).click();
  const lease = page.getByRole('region', { name: '3 serials minted' });
  await expect(lease.getByRole('listitem')).toHaveCount(3);
  await lease.getByRole('listitem').nth(1).getByRole('button').click();
  await expect(page.getByRole('img', { name: /^Label of/ })).toBeVisible();
  await expect(page).toHaveURL(/epc=https/);
});
