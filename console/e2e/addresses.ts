import type { Page } from '@playwright/test';
import { findUnit } from './stage';

/** Every page, with what a user would have on it. */
export async function addresses(page: Page): Promise<Record<string, string>> {
  const { epc } = await findUnit(page, 'kind=product&state=sold');
  const unit = encodeURIComponent(epc);
  const question = 'from=commissioning&to=packing&by=line';
  const leadTimes = await (await page.request.get(`/api/performance/lead-times?${question}`)).json();
  const returns = await (await page.request.get('/api/performance/returns?by=componentLot')).json();
  return {
    overview: '/',
    units: '/units',
    unit: `/unit?epc=${unit}`,
    scan: `/scan?code=${unit}`,
    unreadable: '/scan?code=nonsense',
    labels: `/labels?epc=${unit}`,
    events: '/events',
    capture: '/events/capture',
    recall: `/recall?componentLot=${encodeURIComponent(returns.groups[0].key)}`,
    'lead times': `/performance?${question},shift`,
    group: `/performance/units?${question}&group=${encodeURIComponent(leadTimes.groups[0].key)}`,
    returns: '/performance/returns',
    cases: '/cases',
  };
}
