import { ITEMS } from '../../support/api/world'
import { type PublicRow, at } from './row'
import { inVillage } from '../situations'

/** What is published, as anybody reads it. */
export const PUBLIC_SITE_ROWS: readonly PublicRow[] = [
  { route: 'GET /meta', situation: '', prepare: at('/meta') },
  { route: 'GET /home', situation: '', prepare: at('/home?org=V1') },
  { route: 'GET /orgs', situation: '', prepare: at('/orgs') },
  { route: 'GET /villages', situation: '', prepare: at('/villages?q=a') },
  { route: 'GET /orgs/:code', situation: '', prepare: at('/orgs/V1') },
  { route: 'GET /orgs/:code/notices', situation: '', prepare: at('/orgs/V1/notices') },
  { route: 'GET /orgs/:code/calendar', situation: '', prepare: at('/orgs/V1/calendar?year=2026') },
  { route: 'GET /orgs/:code/zone', situation: '', prepare: at('/orgs/V1/zone') },
  { route: 'GET /orgs/:code/zone/paper', situation: '', prepare: at('/orgs/V1/zone/paper?paper=station') },
  { route: 'GET /orgs/:code/catalogue', situation: '', prepare: at('/orgs/V1/catalogue') },
  {
    route: 'GET /catalogues/:id/export',
    situation: '',
    prepare: at('/catalogues/cat_village000001/export?format=html'),
  },
  { route: 'GET /codes', situation: '', prepare: at('/codes?code=v/V1') },
  { route: 'GET /categories', situation: '', prepare: at('/categories') },
  {
    route: 'GET /catalogue-items/:id',
    situation: '',
    prepare: at(`/catalogue-items/${ITEMS.finance._id}?org=V1`),
  },
  { route: 'GET /orgs/:code/finance', situation: '', prepare: at('/orgs/V1/finance') },
  {
    route: 'GET /orgs/:code/finance/package',
    situation: '',
    prepare: at('/orgs/V1/finance/package?year=2026'),
  },
  {
    route: 'GET /orgs/:code/finance/export',
    situation: '',
    prepare: at('/orgs/V1/finance/export?year=2026&format=csv'),
  },
  { route: 'GET /orgs/:code/payouts', situation: '', prepare: at('/orgs/V1/payouts?category=subsidy') },
  {
    route: 'GET /orgs/:code/payouts/export',
    situation: '',
    prepare: at('/orgs/V1/payouts/export?category=subsidy&format=csv'),
  },
  {
    route: 'GET /orgs/:code/finance/class',
    situation: '',
    prepare: at('/orgs/V1/finance/class?class=income'),
  },
  { route: 'GET /orgs/:code/columns', situation: '', prepare: at('/orgs/V1/columns') },
  {
    route: 'GET /orgs/:code/columns/:key',
    situation: '',
    prepare: at(`/orgs/V1/columns/${ITEMS.finance.key}`),
  },
  {
    route: 'GET /orgs/:code/columns/:key/export',
    situation: '',
    prepare: at(`/orgs/V1/columns/${ITEMS.finance.key}/export?format=json`),
  },
  { route: 'GET /search', situation: '', prepare: at(`/search?org=V1&q=${encodeURIComponent('财务')}`) },
  {
    route: 'GET /notices/:id',
    situation: 'published',
    prepare: async story => ({ path: `/notices/${(await inVillage.published(story)).notice.id}` }),
  },
  {
    route: 'GET /notices/:id/alongside',
    situation: 'published',
    prepare: async story => ({ path: `/notices/${(await inVillage.published(story)).notice.id}/alongside` }),
  },
  {
    route: 'GET /notices/:id/ledger',
    situation: 'published',
    prepare: async story => ({ path: `/notices/${(await inVillage.published(story)).notice.id}/ledger` }),
  },
  { route: 'GET /canned-reasons', situation: '', prepare: at('/canned-reasons') },
  {
    route: 'GET /notices/:id/objections',
    situation: 'published',
    prepare: async story => ({ path: `/notices/${(await inVillage.published(story)).notice.id}/objections` }),
  },
  {
    route: 'GET /notices/:id/export',
    situation: 'published',
    prepare: async story => ({
      path: `/notices/${(await inVillage.published(story)).notice.id}/export?format=csv`,
    }),
  },
  { route: 'GET /share-card', situation: '', prepare: at('/share-card?topic=home&org=V1&shape=chat') },
  {
    route: 'GET /notices/:id/card',
    situation: 'published',
    prepare: async story => ({
      path: `/notices/${(await inVillage.published(story)).notice.id}/card?shape=chat`,
    }),
  },
  {
    route: 'GET /notices/:id/wall',
    situation: 'published',
    prepare: async story => ({
      path: `/notices/${(await inVillage.published(story)).notice.id}/wall?form=broadcast`,
    }),
  },
]
