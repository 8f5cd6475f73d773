import { type ClockEvent, type CaseItem, feeOf, SILENCE } from '@server/domain/application'
import { conflict, forbidden, requirementsUnmet } from '@server/platform/errors'
import { dateLabel } from '@shared/common/period'
import type { ApplicationState, ApplicationStep } from '@shared/contract/participation/application'
import { archiveList } from '../archive'
import { clockFields, limitDay } from '../clock'
import { articlesOf, draftLetter, draftRemedy, replyHash } from '../letter'
import type { Activation, ApplicationRow } from '../models/applications'
import { type ApplicationContext, clockOf, faultsBefore } from '../caseFile'
import { normalForm } from '../queries/applications'
import type { StepData } from './stepInputs'

/** What a step changes besides the state. */
export interface Effect {
  set?: Partial<ApplicationRow>
  clock?: ClockEvent[]
  note?: string
  /** The applicant sees it in the history. */
  shown?: boolean
  /** State afterwards, where the table does not say it. */
  state?: ApplicationState
  /** The reply was corrected: the case is answered again from this day. */
  redo?: { on: string; until: string | undefined }
  /** An item that becomes active: its draft or duty is made with the step. */
  promise?: Activation
  /** Paper that goes out of the file. */
  dropped?: string
}

interface Step<S extends ApplicationStep> {
  work: ApplicationContext
  data: StepData<S>
  actor: { id: string; name: string }
  today: string
  now: Date
  /** Covers who applies. */
  cover: (text: string) => string
}

const RESULTS = { upheld: '维持', corrected: '纠正', other: '其他结果' } as const

type Effects = { [S in ApplicationStep]: (step: Step<S>) => Effect }

const refuse = (code: string, field: string, message: string): never => {
  throw requirementsUnmet([{ code, field, message }])
}

/** Refuses a closing before the limit has passed: a missed limit closes nothing by itself, and nothing closes early. */
function refuseEarly({ work, today }: Step<'lapse'>): void {
  const name = work.application.state === 'awaiting-fee' ? 'fee-limit' : 'correction-limit'
  const limit = limitDay(name, clockOf(work.events), work.holidays)
  if (limit === null || today <= limit) {
    refuse(
      'limit-running',
      'step',
      `还没有过期限${limit === null ? '' : `，最后一天是${dateLabel(limit)}`}。`,
    )
  }
}

function withOpinion(
  items: readonly CaseItem[],
  id: string,
  opinion: NonNullable<CaseItem['opinions']>[number],
) {
  const others = (item: CaseItem) => (item.opinions ?? []).filter(({ to }) => to !== opinion.to)
  return items.map(item => (item.id === id ? { ...item, opinions: [...others(item), opinion] } : item))
}

function requireItem({ application }: ApplicationContext, id: string): void {
  if (!application.items.some(item => item.id === id)) {
    refuse('item-unknown', 'itemId', '没有这一项申请内容。')
  }
}

/** Takes outcome, legal basis and evidence of each item; what was asked stays as it was written down. */
function decided({ work, data }: Step<'items'>): CaseItem[] {
  const { items } = work.application
  const given = new Map(data.items.map(item => [item.id, item]))
  const unknown = data.items.filter(({ id }) => !items.some(item => item.id === id))
  if (unknown.length > 0) refuse('item-unknown', 'items', `没有第 ${unknown[0]!.id} 项申请内容。`)
  return items.map(before => {
    const after = given.get(before.id)
    if (!after) return before
    const { asked, numbers, opinions } = before
    const articles =
      after.kind && (after.articles ?? []).length === 0 ? articlesOf(after.kind) : (after.articles ?? [])
    return { ...after, asked, numbers, opinions: opinions ?? [], articles }
  })
}

function drafted({ work, data, actor }: Step<'draft'>): Effect {
  const { application, org, desk } = work
  const letter = data.letter ?? draftLetter(work, org.name)
  const remedy = data.remedy ?? draftRemedy(application.items, desk)
  return { set: { letter, remedy, lateReason: data.lateReason, handlerId: actor.id } }
}

/** The letter that was read is the one that is stored. */
function refuseOther(work: ApplicationContext, hash: string): void {
  if (hash !== replyHash(work)) throw conflict('application-changed')
}

function signed({ work, data, actor, now }: Step<'sign'>): Effect {
  if (actor.id === work.application.handlerId) throw forbidden('four-eyes')
  refuseOther(work, data.hash)
  const { headReason } = data
  const seen = { ...work, application: { ...work.application, headReason } }
  const { ok, faults } = faultsBefore(seen, actor.id, now)
  if (!ok) {
    const blocking = faults.filter(({ severity }) => severity === 'block')
    throw requirementsUnmet(blocking.map(({ code, place, message }) => ({ code, field: place, message })))
  }
  return { set: { signerId: actor.id, headReason, open: false } }
}

/** An incomplete file is not archived; what it lacks is said at once. */
function refuseIncomplete({ work, now }: Step<'archive'>): void {
  const lacking = archiveList(work, now).flatMap(({ name, missing }) =>
    missing === null ? [] : [{ name, missing }],
  )
  if (lacking.length === 0) return
  throw requirementsUnmet(
    lacking.map(({ name, missing }) => ({
      code: 'archive-incomplete',
      field: 'step',
      message: `不能归档：${name}，${missing}。`,
    })),
  )
}

const delivered = (deliveredOn: string | undefined) => (deliveredOn === undefined ? {} : { deliveredOn })

/** Notice of a fee 收费通知: list, tariff and sum by the law; a sum of nothing is no fee. Copying, searching and post cost nothing. */
function charged({ work, data, today }: Step<'fee'>): Effect {
  const { by, pages, text, on, deliveredOn } = data
  if (by === 'pages' && pages === undefined) refuse('pages-missing', 'pages', '按页计算的，请写页数。')
  const count = by === 'items' ? work.monthly.length : (pages ?? 0)
  const { sum, steps } = feeOf(by, count)
  const unit = by === 'items' ? '件' : '页'
  if (sum === 0) refuse('fee-none', 'by', `${count} ${unit}，不用收费。`)
  const parts = steps.map(one => `第 ${one.from} 至 ${one.to} ${unit}每${unit} ${one.price} 元`)
  const list = by === 'items' ? `本月的申请：${work.monthly.join('、')}。` : ''
  return {
    clock: [{ type: 'fee-notified', on: on ?? today, ...delivered(deliveredOn) }],
    note: `共 ${count} ${unit}，${parts.join('，')}，应缴 ${sum} 元。${list}${text}`,
    shown: true,
  }
}

type Decision = Step<'activate'>['data']
type Proposal = ApplicationContext['similar'][number]

/** @throws AppError 422 where there is no proposal, or it is not said where it goes */
function proposalFor(work: ApplicationContext, { itemId, accept, catalogueItem }: Decision): Proposal {
  const same = work.similar.find(one => one.itemId === itemId)
  if (!same || !(same.proposed || same.dueOn !== null)) {
    return refuse(
      'proposal-none',
      'itemId',
      '这一项没有两个以上的人申请过，或者答复过不公开，不能转为主动公开。',
    )
  }
  if (accept && catalogueItem === '') refuse('catalogue-item', 'catalogueItem', '请写放进目录的哪一项。')
  return same
}

/** Decides that an item becomes active 转为主动公开 within 20 working days, or why not; later, where it is public. */
function activated({ work, data, today }: Step<'activate'>): Effect {
  const same = proposalFor(work, data)
  const { itemId, accept, reason, catalogueItem, area, address } = data
  const before = (work.application.activations ?? []).find(one => one.itemId === itemId)
  const others = (work.application.activations ?? []).filter(one => one.itemId !== itemId)
  const last = () => clockFields([{ type: 'submitted', on: today }], work.holidays).dueOn
  const dueOn = accept ? (same.dueOn ?? last()) : null
  const kept = before?.accept && accept ? before : { area, decidedOn: today }
  const decision = { ...kept, itemId, accept, reason, catalogueItem, dueOn, address }
  return {
    set: { activations: [...others, decision] },
    ...(accept && same.dueOn === null && { promise: decision }),
    note: accept
      ? `转为主动公开：${catalogueItem}，最迟 ${dueOn ?? '算不出'}。${address}`
      : `不转为主动公开：${reason}`,
  }
}

/** A review or a suit begins 复议、诉讼: the file stays open until it has a result. */
function disputed({ work, data, today }: Step<'remedy'>): Effect {
  const before = work.application.remedies ?? []
  const { track, body, on } = data
  const opened = { id: String(before.length + 1), track, body, on: on ?? today, result: null, resultOn: null }
  return { set: { remedies: [...before, opened] }, note: body }
}

/** Its result arrives; 纠正 opens a linked case, which is no new application in the annual report. */
function settled({ work, data, today }: Step<'remedy-result'>): Effect {
  const before = work.application.remedies ?? []
  const open = before.find(({ id, result }) => id === data.id && result === null)
  if (!open) return refuse('remedy-unknown', 'id', '没有这件还没有结果的复议或者诉讼。')
  const on = data.on ?? today
  const remedies = before.map(one =>
    one.id === open.id ? { ...one, result: data.result, resultOn: on } : one,
  )
  const isOver = remedies.every(({ result }) => result !== null)
  return {
    set: { remedies },
    state: isOver ? 'answered' : 'disputed',
    note: `${open.body}：${RESULTS[data.result]}`,
    ...(data.result === 'corrected' && { redo: { on, until: data.until } }),
  }
}

/** What each step does; the order of the clock's events is that of the history. */
export const EFFECTS: Effects = {
  confirm: ({ data, today }) => ({ clock: [{ type: 'confirmed', on: data.on ?? today }], shown: true }),
  correct: ({ data, today }) => ({
    clock: [
      {
        type: 'correction-notified',
        on: data.on ?? today,
        limitWd: data.limitWd,
        ...delivered(data.deliveredOn),
      },
    ],
    note: data.text,
    shown: true,
  }),
  corrected: ({ work, data, today, cover }) => {
    const asked = data.items.map(cover)
    return {
      set: {
        items: asked.map((text, at) => ({ id: String(at + 1), asked: text })),
        asked: normalForm(asked),
        itemKeys: asked.map(text => normalForm([text])),
      },
      clock: [{ type: 'corrected', on: data.on ?? today }],
      note: `补正前：${work.application.items.map(item => item.asked).join('；')}`,
      shown: true,
    }
  },
  lapse: step => {
    refuseEarly(step)
    return { set: { open: false }, note: step.data.reason, shown: true }
  },
  take: ({ actor }) => ({ set: { handlerId: actor.id }, shown: true }),
  'seek-opinion': ({ work, data, today }) => {
    requireItem(work, data.itemId)
    const { to, kind, deliveredOn } = data
    return {
      set: {
        items: withOpinion(work.application.items, data.itemId, { to, kind, answer: null, weighing: '' }),
      },
      clock: [{ type: 'opinion-sought', on: data.on ?? today, to, kind, ...delivered(deliveredOn) }],
      note: `征求意见的时间不计入答复期限。${SILENCE[kind]}。`,
      shown: true,
    }
  },
  opinion: ({ work, data, today }) => {
    requireItem(work, data.itemId)
    const { to, answer, weighing } = data
    const asked = work.application.items
      .flatMap(({ opinions }) => opinions ?? [])
      .find(opinion => opinion.to === to)
    const items = withOpinion(work.application.items, data.itemId, {
      to,
      kind: asked?.kind ?? null,
      answer,
      weighing,
    })
    const received: ClockEvent[] =
      answer === 'silent' ? [] : [{ type: 'opinion-received', on: data.on ?? today, to }]
    return { set: { items }, clock: received }
  },
  extend: ({ data, actor, today }) => ({
    clock: [{ type: 'extended', on: data.on ?? today, wd: data.wd, approvedBy: actor.name }],
    note: data.reason,
    shown: true,
  }),
  fee: charged,
  paid: ({ data, today }) => ({ clock: [{ type: 'fee-paid', on: data.on ?? today }], shown: true }),
  items: step => ({ set: { items: decided(step) } }),
  'drop-paper': ({ work, data }) => {
    const paper = work.papers.find(({ _id }) => _id === data.paperId)
    if (!paper) return refuse('paper-unknown', 'paperId', '没有这份材料。')
    return { dropped: paper._id, note: `第 ${paper.itemId} 项：${paper.name}` }
  },
  draft: drafted,
  'to-lawyer': () => ({}),
  review: ({ work, data, actor }) => {
    if (actor.id === work.application.handlerId) throw forbidden('four-eyes')
    refuseOther(work, data.hash)
    const { opinion, points, hash } = data
    return { set: { lawyer: { userId: actor.id, opinion, hash } }, note: points }
  },
  'to-head': () => ({}),
  return: ({ data }) => ({ note: data.reason }),
  sign: signed,
  deliver: ({ work, data, today }) => {
    const { manner, proof } = data
    const on = data.on ?? today
    return {
      set: { deliveries: [...work.application.deliveries, { manner, on, proof }] },
      clock: [{ type: 'delivered', on, manner }],
      shown: true,
    }
  },
  activate: activated,
  remedy: disputed,
  'remedy-result': settled,
  archive: step => {
    refuseIncomplete(step)
    return {
      note: `归档目录：${archiveList(step.work, step.now)
        .map(({ name }) => name)
        .join('、')}`,
    }
  },
  withdraw: ({ data }) => ({ set: { open: false }, note: data.reason, shown: true }),
  'open-identity': ({ data }) => ({ note: data.reason }),
}
