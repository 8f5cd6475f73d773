import type {
  Obligation,
  ObligationList,
  RecordedTriggerEvent,
} from '../../../shared/contract/disclosure/obligation'
import type { Inspection } from '../../../shared/contract/disclosure/matrix'
import { ITEMS, type Person, tokenOf } from '../../support/api/world'
import { openObligations, setDeadlines } from '../../support/obligations/openObligations'
import type { Row, Story } from './row'
import { STREET_STAFF, VILLAGE_STAFF } from '../situations'

const READERS = [...VILLAGE_STAFF, 'supervisor', 'supervisor-2', ...STREET_STAFF, 'district'] as const
const ABOVE = [...STREET_STAFF, 'district'] as const
const PAID = { kind: 'paid', on: '2026-11-18', itemIds: [ITEMS.subsidy._id] }

async function done<Body>(
  story: Story,
  person: Person,
  method: string,
  path: string,
  body?: unknown,
): Promise<Body> {
  const answer = await story.server.ask<Body>(method, path, { token: tokenOf(story.server, person), body })
  if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`)
  return answer.body
}

/** A village with obligations of its own: one that is open, one item that waits for an event. */
async function obliged(story: Story) {
  await setDeadlines(story.server, { subsidy: '信息形成之日起10个工作日内' })
  await openObligations(story.server)
  const path = '/orgs/V1/obligations'
  const { items } = await done<ObligationList>(story, 'head', 'GET', path)
  return items[0]!
}

/** An obligation of the village that was due before today. */
async function lateIn(story: Story): Promise<string> {
  await setDeadlines(story.server, { finance: '每月10日前' })
  await obliged(story)
  const path = '/orgs/V1/obligations?show=overdue'
  return (await done<ObligationList>(story, 'head', 'GET', path)).items[0]!.id
}

const after =
  (path: string): Row['prepare'] =>
  async story => {
    await obliged(story)
    return { path }
  }

const about =
  (name: string, body: (version: number) => object): Row['prepare'] =>
  async story => {
    const { id, version } = await obliged(story)
    return { path: `/obligations/${id}/${name}`, body: body(version) }
  }

async function excused(story: Story) {
  const { id, version } = await obliged(story)
  const marked = await done<Obligation>(story, 'head', 'POST', `/obligations/${id}/not-applicable`, {
    version,
    reason: '本村没有集体收入',
  })
  return {
    path: `/obligations/${id}/restore`,
    body: { version: marked.version, reason: '标错了一行，本月有收入' },
  }
}

async function drawn(story: Story): Promise<Inspection> {
  await obliged(story)
  return done(story, 'clerk', 'POST', '/orgs/ST1/inspections', { year: 2026, size: 2 })
}

const MATRIX_READS = [
  'matrix',
  `matrix/cell?village=V1&item=${ITEMS.finance.key}&month=2026-12`,
  'coverage',
  'today',
]
const EXPORTS = ['matrix/export', 'coverage/export']
const routeOf = (name: string) => `GET /orgs/:code/${name.split('?')[0]}`

/** Obligations and the desk: a village sees its own, the street its villages', the district office all. */
export const OBLIGATION_ROWS: readonly Row[] = [
  ...['obligations', 'trigger-events'].map(name => ({
    route: routeOf(name),
    situation: 'a village’s: its own staff, its own street, the district',
    allowed: READERS,
    prepare: after(`/orgs/V1/${name}`),
  })),
  ...[...MATRIX_READS, ...EXPORTS].flatMap(name => [
    {
      route: routeOf(name),
      situation: 'a village’s: its own staff, its own street, the district',
      allowed: READERS,
      prepare: after(`/orgs/V1/${name}`),
    },
    {
      route: routeOf(name),
      situation: 'of all villages of a street: never a village',
      allowed: ABOVE,
      prepare: after(`/orgs/ST1/${name}`),
    },
  ]),
  {
    route: 'POST /orgs/:code/trigger-events',
    situation: 'of a village: its committee, and the street that pays and approves',
    allowed: [...VILLAGE_STAFF, ...STREET_STAFF],
    prepare: async story => {
      await obliged(story)
      return { path: '/orgs/V1/trigger-events', body: PAID }
    },
  },
  {
    route: 'POST /trigger-events/:id/retract',
    situation: 'of a village: its committee, and its street',
    allowed: [...VILLAGE_STAFF, ...STREET_STAFF],
    prepare: async story => {
      await obliged(story)
      const { id } = await done<RecordedTriggerEvent>(
        story,
        'editor',
        'POST',
        '/orgs/V1/trigger-events',
        PAID,
      )
      return { path: `/trigger-events/${id}/retract`, body: { reason: '日期记错了' } }
    },
  },
  {
    route: 'POST /obligations/:id/not-applicable',
    situation: 'of a village: its head, and its street',
    allowed: ['head', ...STREET_STAFF],
    prepare: about('not-applicable', version => ({ version, reason: '本村没有集体收入' })),
  },
  {
    route: 'POST /obligations/:id/restore',
    situation: 'marked by the head of a village: its head, and its street',
    allowed: ['head', ...STREET_STAFF],
    prepare: excused,
  },
  {
    route: 'POST /obligations/:id/remind',
    situation: 'of a village: its own street alone',
    allowed: STREET_STAFF,
    prepare: about('remind', () => ({})),
  },
  {
    route: 'POST /obligations/remind',
    situation: 'of a village: its own street alone',
    allowed: STREET_STAFF,
    prepare: async story => {
      const { path } = await about('remind', () => ({}))(story)
      return { path: '/obligations/remind', body: { obligations: [{ id: path.split('/')[2] }] } }
    },
  },
  {
    route: 'POST /obligations/:id/nudge',
    situation: 'late, of a village: its verified residents alone',
    allowed: ['villager'],
    unnamed: ['villager'],
    prepare: async story => ({ path: `/obligations/${await lateIn(story)}/nudge`, body: {} }),
  },
  {
    route: 'PUT /orgs/:code/conditions',
    situation: 'of a village: its head, and its street',
    allowed: ['head', ...STREET_STAFF],
    prepare: async story => {
      await obliged(story)
      return { path: '/orgs/V1/conditions', body: { conditions: ['many-transactions'] } }
    },
  },
  {
    route: 'GET /orgs/:code/inspections',
    situation: 'a street’s',
    allowed: ABOVE,
    prepare: after('/orgs/ST1/inspections'),
  },
  {
    route: 'POST /orgs/:code/inspections',
    situation: 'a street’s: never a village, nor another street',
    allowed: ABOVE,
    prepare: async story => {
      await obliged(story)
      return { path: '/orgs/ST1/inspections', body: { year: 2026, size: 2, seed: '2026-11-20 七乐彩' } }
    },
  },
  {
    route: 'GET /inspections/:id',
    situation: 'a street’s',
    allowed: ABOVE,
    prepare: async story => ({ path: `/inspections/${(await drawn(story)).id}` }),
  },
  {
    route: 'GET /inspections/:id/export',
    situation: 'a street’s',
    allowed: ABOVE,
    prepare: async story => ({ path: `/inspections/${(await drawn(story)).id}/export` }),
  },
  {
    route: 'POST /inspections/:id/results',
    situation: 'a street’s',
    allowed: ABOVE,
    prepare: async story => {
      const { id, version } = await drawn(story)
      return { path: `/inspections/${id}/results`, body: { version, index: 1, result: 'agrees' } }
    },
  },
]
