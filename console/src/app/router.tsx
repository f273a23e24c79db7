import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { caseSearch } from '~/pages/cases/search';
import { eventSearch } from '~/pages/events/search';
import { labelSearch } from '~/pages/labels/search';
import { groupSearch, leadTimeSearch, returnsSearch } from '~/pages/performance/search';
import { scopeSearch } from '~/pages/recall/search';
import { unitSearch } from '~/pages/unit/search';
import { unitsSearch } from '~/pages/units/search';
import { Crashed, NotFound } from '~/parts/Fallbacks';
import { given, parseAddress, type Raw, textOf, writeAddress } from './address';
import { Shell } from './Shell';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: Crashed });

const overview = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('~/pages/overview/OverviewPage')),
});

const units = createRoute({
  getParentRoute: () => root,
  path: '/units',
  validateSearch: unitsSearch,
  component: lazyRouteComponent(() => import('~/pages/units/UnitsPage')),
});

const unit = createRoute({
  getParentRoute: () => root,
  path: '/unit',
  validateSearch: unitSearch,
  component: lazyRouteComponent(() => import('~/pages/unit/UnitPage')),
});

const scan = createRoute({
  getParentRoute: () => root,
  path: '/scan',
  validateSearch: (raw: Raw) => given({ code: textOf(raw.code) }),
  component: lazyRouteComponent(() => import('~/pages/scan/ScanPage')),
});

const labels = createRoute({
  getParentRoute: () => root,
  path: '/labels',
  validateSearch: labelSearch,
  component: lazyRouteComponent(() => import('~/pages/labels/LabelsPage')),
});

const events = createRoute({
  getParentRoute: () => root,
  path: '/events',
  validateSearch: eventSearch,
  component: lazyRouteComponent(() => import('~/pages/events/EventsPage')),
});

const capture = createRoute({
  getParentRoute: () => root,
  path: '/events/capture',
  component: lazyRouteComponent(() => import('~/pages/events/CapturePage')),
});

const recall = createRoute({
  getParentRoute: () => root,
  path: '/recall',
  validateSearch: scopeSearch,
  component: lazyRouteComponent(() => import('~/pages/recall/RecallPage')),
});

const startedRecall = createRoute({
  getParentRoute: () => root,
  path: '/recall/$id',
  component: lazyRouteComponent(() => import('~/pages/recall/StartedRecallPage')),
});

const leadTimes = createRoute({
  getParentRoute: () => root,
  path: '/performance',
  validateSearch: leadTimeSearch,
  component: lazyRouteComponent(() => import('~/pages/performance/LeadTimesPage')),
});

const groupUnits = createRoute({
  getParentRoute: () => root,
  path: '/performance/units',
  validateSearch: groupSearch,
  component: lazyRouteComponent(() => import('~/pages/performance/GroupUnitsPage')),
});

const returns = createRoute({
  getParentRoute: () => root,
  path: '/performance/returns',
  validateSearch: returnsSearch,
  component: lazyRouteComponent(() => import('~/pages/performance/ReturnsPage')),
});

const cases = createRoute({
  getParentRoute: () => root,
  path: '/cases',
  validateSearch: caseSearch,
  component: lazyRouteComponent(() => import('~/pages/cases/CasesPage')),
});

const routeTree = root.addChildren([
  overview,
  units,
  unit,
  scan,
  labels,
  events,
  capture,
  recall,
  startedRecall,
  leadTimes,
  groupUnits,
  returns,
  cases,
]);

export const router = createRouter({
  routeTree,
  parseSearch: parseAddress,
  stringifySearch: writeAddress,
  scrollRestoration: true,
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
