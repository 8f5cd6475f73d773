import type { ObjectionKindFact } from '@shared/facts/participation/objectionRules'
import {
  OBJECTION_STATES,
  type ObjectionEvent,
  isLate,
  objectionTransition,
} from '@server/participation/objections/states'
import { viewTarget } from '@shared/presentation/objectionTarget'
import { chinaDate } from '@shared/common/period'
import { presentItem } from '@shared/presentation/presentItem'
import type { ObjectionTarget } from '@shared/contract/participation/objection'
import { dueIn } from '@server/participation/objections/commands/answerDeadline'
import { PUBLISHED_HOLIDAYS } from '@server/domain/deadline'
import { seedId } from '../ids'
import { SEED_STREETS } from '../orgs'
import { type Persona, personaOf } from '../personas'
import { userIdOf } from '../noticeRows'
import type { CatalogueItemRow } from '@server/catalogues/catalogue/models/catalogueItems'
import type { ObjectionEventRow, ObjectionRow } from '@server/participation/objections/models/objections'
import type { OrgRow } from '@server/people/orgs/models/orgs'
import type { PublicationRow } from '@server/disclosure/publications/models/publications'

export interface SeededObjections {
  objections: ObjectionRow[]
  events: ObjectionEventRow[]
  counters: { _id: string; last: number }[]
}

interface Step {
  event: ObjectionEvent
  daysAgo: number
  /** The acting role of the village or its street; null = the objector. */
  by: 'head' | 'street-clerk' | null
  text?: string
}

interface Story {
  kind: ObjectionKindFact['code']
  text: string | null
  daysAgo: number
  held?: true
  anonymous?: true
  steps: readonly Step[]
}

/** Objections 异议 of one villager in the last weeks, in all demonstrated states. */
const STORIES: readonly Story[] = [
  {
    kind: 'amount',
    text: '这一笔比我们组里说的多，请把收据给大家看看。',
    daysAgo: 20,
    steps: [
      {
        event: 'answer',
        daysAgo: 17,
        by: 'head',
        text: '收据共两张，合计就是这个数，已放在村务公开栏旁供查看。',
      },
      { event: 'settle', daysAgo: 16, by: null },
    ],
  },
  {
    kind: 'unclear',
    text: null,
    daysAgo: 12,
    steps: [
      { event: 'answer', daysAgo: 9, by: 'head', text: '这一项是按合同付的第二期款，合同在村委会可以查。' },
      { event: 'dissatisfy', daysAgo: 8, by: null },
      { event: 'escalate', daysAgo: 8, by: null, text: '合同上没有写第二期，请街道看看。' },
    ],
  },
  {
    kind: 'procedure',
    text: '这件事没有开村民代表会议就定了。',
    daysAgo: 8,
    anonymous: true,
    steps: [],
  },
  {
    kind: 'name',
    text: '我家应该在名单里，怎么漏了？',
    daysAgo: 6,
    steps: [{ event: 'answer', daysAgo: 3, by: 'head', text: '经核对确实漏了一户，我们将发布更正版。' }],
  },
  { kind: 'amount', text: '单价和去年不一样，请说明。', daysAgo: 2, steps: [] },
  { kind: 'other', text: '请把这笔钱的来源也写上。', daysAgo: 1, held: true, steps: [] },
]

const DAY = 86_400_000
const MORNING = 'T01:30:00Z'

interface Ground {
  village: OrgRow
  /** From the root down, including the village. */
  places: OrgRow[]
  morning: number
}

type Posted = PublicationRow & { item: CatalogueItemRow }

const dayBefore = ({ morning }: Ground, daysAgo: number) => new Date(morning - daysAgo * DAY)

/** Returns the first row of the first table as the target, else the whole notice. */
function targetIn({ item, content }: Posted): { target: ObjectionTarget; place: string } {
  const { blocks } = presentItem(item, content)
  const table = blocks.find(block => block.kind === 'table')
  const row = table?.rows[0]
  const target = table && row ? { blockId: table.id, rowId: row.id } : {}
  return { target, place: viewTarget(blocks, target)?.place ?? '' }
}

function firstRow(ground: Ground, posted: Posted, story: Story, index: number): ObjectionRow {
  const { village, places } = ground
  const villager = personaOf(village._id, 'villager')
  const at = dayBefore(ground, story.daysAgo)
  const state = story.held ? 'held' : 'open'
  const year = chinaDate(at).slice(0, 4)
  return {
    _id: seedId('obj', village._id, index),
    number: `${year}-${village._id}-`,
    orgCode: village._id,
    path: village.path,
    noticeId: posted.noticeId,
    edition: posted.edition,
    noticeTitle: posted.title,
    ...targetIn(posted),
    kind: story.kind,
    text: story.text,
    publicText: story.text,
    covered: [],
    anonymous: story.anonymous ?? false,
    via: 'supervisors',
    userId: userIdOf(villager),
    name: villager.name,
    actsFor: null,
    elder: null,
    state,
    version: 1,
    level: 'own',
    handlerCode: village._id,
    ...dueIn(state, places, at, PUBLISHED_HOLIDAYS),
    afterTime: false,
    filedAt: at,
    updatedAt: at,
  }
}

function eventRow(row: ObjectionRow, more: Omit<ObjectionEventRow, '_id' | 'objectionId' | 'orgCode'>) {
  return { _id: seedId('oev', row._id, more.version), objectionId: row._id, orgCode: row.orgCode, ...more }
}

/** Returns the actor of a step, and the body represented. */
function speakerOf({ village, places }: Ground, by: Step['by']): { who: Persona; body: string | null } {
  if (by === null) return { who: personaOf(village._id, 'villager'), body: null }
  const street = places.at(-2)!
  return by === 'head'
    ? { who: personaOf(village._id, 'head'), body: village.kind === 'village' ? '村委会' : '居委会' }
    : { who: personaOf(street._id, 'street-clerk'), body: street.name }
}

/** Applies one step by the transition table, like advanceObjection. */
function advanced(
  ground: Ground,
  row: ObjectionRow,
  step: Step,
): { row: ObjectionRow; event: ObjectionEventRow } {
  const at = dayBefore(ground, step.daysAgo)
  const late = isLate(row.state, row.dueAt, at)
  const taken = objectionTransition({ state: row.state, side: 'village', late }, step.event)
  if (!taken) throw new RangeError(`no ${step.event} from ${row.state}`)
  const { level, turn } = OBJECTION_STATES[taken.to]
  const handlerCode = level === 'town' ? ground.places.at(-2)!._id : row.handlerCode
  const { who, body } = speakerOf(ground, step.by)
  const next: ObjectionRow = {
    ...row,
    state: taken.to,
    version: row.version + 1,
    updatedAt: at,
    ...(turn !== 'nobody' && { level, handlerCode }),
    ...dueIn(taken.to, ground.places, at, PUBLISHED_HOLIDAYS),
  }
  const text = step.text ?? null
  const event = eventRow(row, {
    version: next.version,
    from: row.state,
    to: next.state,
    event: step.event,
    label: taken.label,
    by: userIdOf(who),
    byName: body ? `${body} ${who.name}` : '提出人',
    body,
    at,
    text,
    publicText: text,
  })
  return { row: next, event }
}

function play(ground: Ground, posted: Posted, story: Story, index: number) {
  let row = firstRow(ground, posted, story, index)
  const events = [
    eventRow(row, {
      version: 1,
      from: null,
      to: row.state,
      event: 'file',
      label: story.held ? '提出异议，文字等人工审核' : '提出异议',
      by: row.userId,
      byName: '提出人',
      body: null,
      at: row.filedAt,
      text: null,
      publicText: null,
    }),
  ]
  for (const step of story.steps) {
    const taken = advanced(ground, row, step)
    row = taken.row
    events.push(taken.event)
  }
  return { row, events }
}

/** Numbers the objections in order of time, without gaps within each year. */
function numbered(rows: ObjectionRow[]): SeededObjections['counters'] {
  const last = new Map<string, number>()
  for (const row of [...rows].sort((a, b) => a.filedAt.getTime() - b.filedAt.getTime())) {
    const year = row.number.slice(0, 4)
    const _id = `${row.orgCode}-${year}`
    const next = (last.get(_id) ?? 0) + 1
    last.set(_id, next)
    row.number += String(next).padStart(4, '0')
  }
  return [...last].map(([_id, count]) => ({ _id, last: count }))
}

/**
 * Builds the objections of the first village's villager to its newest notices, in different states; none is in the
 * future.
 */
export function seedObjections(
  orgs: readonly OrgRow[],
  publications: readonly PublicationRow[],
  items: ReadonlyMap<string, CatalogueItemRow>,
  now: Date,
): SeededObjections {
  const code = SEED_STREETS[0]!.villages[0]!.code
  const village = orgs.find(org => org._id === code)!
  const places = village.path.flatMap(step => orgs.find(org => org._id === step) ?? [])
  const ground = { village, places, morning: Date.parse(`${chinaDate(now)}${MORNING}`) }
  const posted = publications
    .filter(row => row.orgCode === code && row.live)
    .map(row => ({ ...row, item: items.get(row.itemId)! }))
    .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime())
  const taken = new Set<string>()
  const played = STORIES.flatMap((story, index) => {
    const at = dayBefore(ground, story.daysAgo)
    const notice = posted.find(row => row.publishedAt < at && !taken.has(row._id))
    if (!notice) return []
    taken.add(notice._id)
    return [play(ground, notice, story, index)]
  })
  const objections = played.map(({ row }) => row)
  const counters = numbered(objections)
  return { objections, events: played.flatMap(({ events }) => events), counters }
}
