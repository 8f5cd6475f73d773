import type { DiscrepancyList } from '../../../shared/contract/disclosure/discrepancy'
import { financeContent, tokenOf } from '../../support/api/world'
import type { Row, Story } from './row'
import { STREET_STAFF, VILLAGE_STAFF } from '../situations'

/** The village and its street disclose the same statement with other amounts; gives the finding of the opening balance, from which that of the closing one follows. */
async function differing(story: Story): Promise<{ id: string; version: number }> {
  const own = await story.agree('supervisor', await story.submit('editor', await story.create('editor')))
  await story.publish('head', own)
  const draft = await story.create('clerk', {
    orgCode: 'ST1',
    regards: 'V1',
    content: financeContent('2026-10', 20_000),
  })
  await story.publish('street-head', await story.agree('clerk-2', await story.submit('clerk', draft)))
  const { body } = await story.server.ask<DiscrepancyList>('GET', '/orgs/V1/discrepancies', {
    token: tokenOf(story.server, 'head'),
  })
  return body.items.find(({ label }) => label === '期初余额')!
}

const step =
  (name: string, words: object, before?: [person: 'head', name: string, words: object]): Row['prepare'] =>
  async story => {
    const { id, version } = await differing(story)
    if (before) {
      const [person, first, said] = before
      await story.server.ask('POST', `/discrepancies/${id}/${first}`, {
        token: tokenOf(story.server, person),
        body: { version, ...said },
      })
    }
    return {
      path: `/discrepancies/${id}/${name}`,
      body: { version: before ? version + 1 : version, ...words },
    }
  }

const text = { text: '期初余额按上期公示结转' }

/** Differences between village and street: the street guides, the village alone explains. */
export const DISCREPANCY_ROWS: readonly Row[] = [
  {
    route: 'GET /orgs/:code/discrepancies',
    situation: 'a village’s: its own staff, its own street, the district',
    allowed: [...VILLAGE_STAFF, 'supervisor', 'supervisor-2', ...STREET_STAFF, 'district'],
    prepare: async story => {
      await differing(story)
      return { path: '/orgs/V1/discrepancies' }
    },
  },
  {
    route: 'GET /orgs/:code/discrepancies',
    situation: 'of all villages of a street: never a village',
    allowed: [...STREET_STAFF, 'district'],
    prepare: async () => ({ path: '/orgs/ST1/discrepancies' }),
  },
  {
    route: 'GET /discrepancies/:id',
    situation: 'a village’s',
    allowed: [...VILLAGE_STAFF, 'supervisor', 'supervisor-2', ...STREET_STAFF, 'district'],
    prepare: async story => ({ path: `/discrepancies/${(await differing(story)).id}` }),
  },
  {
    route: 'POST /discrepancies/:id/comment',
    situation: 'open: its own street alone',
    allowed: STREET_STAFF,
    prepare: step('comment', text),
  },
  {
    route: 'POST /discrepancies/:id/order',
    situation: 'open: its own street alone',
    allowed: STREET_STAFF,
    prepare: step('order', { reason: '余额与街道台账不一致', correctBy: '2026-11-30' }),
  },
  {
    route: 'POST /discrepancies/:id/answer',
    situation: 'open: the village alone, never the street',
    allowed: VILLAGE_STAFF,
    prepare: step('answer', text),
  },
  {
    route: 'POST /discrepancies/:id/accept',
    situation: 'answered: its own street alone',
    allowed: STREET_STAFF,
    prepare: step('accept', {}, ['head', 'answer', text]),
  },
]
