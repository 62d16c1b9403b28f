// Every address there is, and the screen behind it. Screens come when they are first opened.

import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { CalendarSearch, ClientSearch, ClientsSearch, SalesSearch, StatementSearch } from './addresses.ts'
import { Frame } from './frame/frame.tsx'
import { lastAddress } from './frame/last-address.ts'
import { BrokenScreen, UnknownAddress } from './frame/unknown-address.tsx'
import { forgetFrom } from './components/place/places.ts'
import { SoldSearch } from './screens/client-packages/sold-search.ts'
import { NewPackageSearch } from './screens/packages/editor/new-package-search.ts'
import { PackagesSearch } from './screens/packages/list/packages-search.ts'
import { SECTIONS } from './screens/settings/sections.ts'

const root = createRootRoute({ component: Frame, notFoundComponent: UnknownAddress, errorComponent: BrokenScreen })
const getParentRoute = () => root

/** An id in an address is a whole number; with anything else the address is unknown. */
const isId = (text: string): boolean => /^[1-9]\d{0,14}$/.test(text)

const routes = [
  createRoute({
    getParentRoute,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: lastAddress() })
    },
  }),
  createRoute({
    getParentRoute,
    path: '/calendar',
    validateSearch: CalendarSearch,
    component: lazyRouteComponent(() => import('./screens/appointments/calendar-page.tsx'), 'CalendarPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/clients',
    validateSearch: ClientsSearch,
    component: lazyRouteComponent(() => import('./screens/clients/clients-page.tsx'), 'ClientsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/clients/$clientId',
    validateSearch: ClientSearch,
    params: { parse: (p: { clientId: string }) => isId(p.clientId) && p },
    component: lazyRouteComponent(() => import('./screens/clients/client-page.tsx'), 'ClientPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/clients/$clientId/statement',
    validateSearch: StatementSearch,
    params: { parse: (p: { clientId: string }) => isId(p.clientId) && p },
    component: lazyRouteComponent(() => import('./screens/reports/statement-page.tsx'), 'StatementPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/packages',
    validateSearch: PackagesSearch,
    component: lazyRouteComponent(() => import('./screens/packages/list/packages-page.tsx'), 'PackagesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/packages/sold',
    validateSearch: SoldSearch,
    component: lazyRouteComponent(() => import('./screens/client-packages/sold-page.tsx'), 'SoldPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/packages/low',
    component: lazyRouteComponent(() => import('./screens/client-packages/low-page.tsx'), 'LowPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/packages/new',
    validateSearch: NewPackageSearch,
    component: lazyRouteComponent(() => import('./screens/packages/editor/new-package-page.tsx'), 'NewPackagePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/packages/$packageId/usage',
    validateSearch: SoldSearch,
    params: { parse: (p: { packageId: string }) => isId(p.packageId) && p },
    component: lazyRouteComponent(() => import('./screens/client-packages/usage-page.tsx'), 'UsagePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/packages/$packageId/terms',
    params: { parse: (p: { packageId: string }) => isId(p.packageId) && p },
    component: lazyRouteComponent(() => import('./screens/packages/editor/package-terms-page.tsx'), 'PackageTermsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/packages/$packageId/apply',
    params: { parse: (p: { packageId: string }) => isId(p.packageId) && p },
    component: lazyRouteComponent(() => import('./screens/packages/apply/apply-page.tsx'), 'ApplyPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/packages/$packageId',
    params: { parse: (p: { packageId: string }) => isId(p.packageId) && p },
    component: lazyRouteComponent(() => import('./screens/packages/editor/package-page.tsx'), 'PackagePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/sales',
    validateSearch: SalesSearch,
    component: lazyRouteComponent(() => import('./screens/invoices/invoices-page.tsx'), 'InvoicesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/sales/$invoiceId',
    params: { parse: (p: { invoiceId: string }) => isId(p.invoiceId) && p },
    component: lazyRouteComponent(() => import('./screens/invoices/invoice-page.tsx'), 'InvoicePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/settings',
    beforeLoad: () => {
      throw redirect({ to: '/settings/$section', params: { section: 'practice' } })
    },
  }),
  createRoute({
    getParentRoute,
    path: '/settings/$section',
    params: { parse: (p: { section: string }) => SECTIONS.some(({ id }) => id === p.section) && p },
    component: lazyRouteComponent(() => import('./screens/settings/settings-page.tsx'), 'SettingsPage'),
  }),
] as const

export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultPreload: 'intent',
  defaultPreloadDelay: 60,
  scrollRestoration: false,
  defaultErrorComponent: BrokenScreen,
})

router.history.subscribe(({ location, action }) => action.type === 'PUSH' && forgetFrom(location.state.__TSR_index))

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
