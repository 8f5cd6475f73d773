import { type Row, at } from './row'

const CONTACTS = {
  version: 0,
  contacts: [{ name: '许主任', jobTitle: '村委会主任', phone: '029-88887777' }],
  address: '东一村便民服务中心',
  officeHours: '周一至周五 9:00—17:00',
  answerDays: { n: 3, unit: 'working-day' },
  supervisorName: '村务监督委员会',
}

const keep =
  (code: string): Row['prepare'] =>
  async () => ({ path: `/orgs/${code}/contacts`, body: CONTACTS })

/** Contacts of organisations: those whom they concern. */
export const ORG_ROWS: readonly Row[] = [
  {
    route: 'GET /orgs/:code/contacts',
    situation: 'a village’s, with their history',
    allowed: [
      'editor',
      'editor-2',
      'head',
      'supervisor',
      'supervisor-2',
      'two-hats',
      'clerk',
      'clerk-2',
      'street-head',
      'district',
      'system-admin',
    ],
    prepare: at('/orgs/V1/contacts'),
  },
  {
    route: 'PUT /orgs/:code/contacts',
    situation: 'a village’s: its head, the head of its street, the area’s system administrator',
    allowed: ['head', 'street-head', 'system-admin'],
    prepare: keep('V1'),
  },
  {
    route: 'PUT /orgs/:code/contacts',
    situation: 'a street’s: its own clerks too',
    allowed: ['clerk', 'clerk-2', 'street-head', 'system-admin'],
    prepare: keep('ST1'),
  },
]
