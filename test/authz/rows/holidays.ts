import { type Row, at } from './row'

const YEAR = {
  years: { '2027': { off: ['2027-01-01'], work: [] } },
  source: '国务院办公厅关于2027年部分节假日安排的通知',
  url: 'https://www.gov.cn/zhengce/',
}

/** Holiday tables: administrators of the topmost organisation alone. */
export const HOLIDAY_ROWS: readonly Row[] = [
  {
    route: 'GET /holidays',
    situation: 'of the whole installation',
    allowed: ['system-admin', 'security-admin', 'district'],
    prepare: at('/holidays'),
  },
  {
    route: 'POST /holidays',
    situation: 'of a coming year',
    allowed: ['system-admin'],
    prepare: async () => ({ path: '/holidays', body: YEAR }),
  },
  {
    route: 'POST /holidays/:id/confirm',
    situation: 'imported by the system administrator: never by the same person',
    allowed: ['security-admin'],
    prepare: async story => ({
      path: `/holidays/${await story.importHolidays('system-admin', YEAR)}/confirm`,
      body: {},
    }),
  },
]
