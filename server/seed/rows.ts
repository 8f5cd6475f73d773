import { presentItem, sentenceOf } from '@shared/presentation/presentItem'
import type { SignOff } from '@shared/schemas/notice'
import type { NoticeRow, PublicationRow, RevisionRow, StatusEvent, StatusRow } from '../models'
import { gramsOf } from '../models/grams'
import type { SeedDraft } from './drafts'
import { seedId } from './ids'
import { SEED_STREETS } from './orgs'
import { personaOf } from './personas'
import type { Persona } from './personas'

/** Rows of one notice, as the workflow would have written them. */
export interface NoticeRows {
  notice: NoticeRow
  revision: RevisionRow
  statuses: StatusRow[]
  publication: PublicationRow | null
}

const HOUR = 3_600_000
const WAY: Record<SeedDraft['state'], StatusEvent[]> = {
  draft: ['create'],
  submitted: ['create', 'submit'],
  refused: ['create', 'submit', 'object'],
  signed: ['create', 'submit', 'agree'],
  published: ['create', 'submit', 'agree', 'publish'],
}
const STEP: Record<StatusEvent, { from: StatusRow['from']; to: StatusRow['to']; label: string }> = {
  create: { from: null, to: 'draft', label: '起草' },
  edit: { from: 'draft', to: 'draft', label: '修改草稿' },
  submit: { from: 'draft', to: 'submitted', label: '提交监督审核' },
  agree: { from: 'submitted', to: 'signed', label: '监督审核同意' },
  object: { from: 'submitted', to: 'refused', label: '监督审核不同意' },
  publish: { from: 'signed', to: 'published', label: '公开' },
}
const OBJECTION = '第一行的凭证号与原件对不上，请核对后再报。'

export const userIdOf = (persona: Persona): string => seedId('usr', persona.code)

/** Who writes and hands in, who signs, who publishes; never one person on both sides. */
function peopleOf(orgCode: string): { writer: Persona; signer: Persona; publisher: Persona; body: string } {
  const street = SEED_STREETS.find(({ code }) => code === orgCode)
  if (street) {
    const writer = personaOf(orgCode, 'street-clerk')
    return { writer, signer: personaOf(orgCode, 'street-clerk', 1), publisher: writer, body: street.name }
  }
  const village = SEED_STREETS.flatMap(({ villages }) => villages).find(({ code }) => code === orgCode)
  return {
    writer: personaOf(orgCode, 'editor'),
    signer: personaOf(orgCode, 'supervisor'),
    publisher: personaOf(orgCode, 'head'),
    body: village?.supervisorName ?? '',
  }
}

type People = ReturnType<typeof peopleOf>

function signOffOf(people: People, event: StatusEvent, at: Date): SignOff | null {
  if (event !== 'agree' && event !== 'object') return null
  return {
    body: people.body,
    name: people.signer.name,
    role: people.signer.duty,
    opinion: event,
    reason: event === 'object' ? OBJECTION : null,
    at: at.toISOString(),
  }
}

function statusesOf(draft: SeedDraft, noticeId: string, people: People): StatusRow[] {
  const events = WAY[draft.state]
  return events.map((event, index) => {
    const at = new Date(draft.at.getTime() - (events.length - 1 - index) * HOUR)
    const signOff = signOffOf(people, event, at)
    const by = signOff ? people.signer : event === 'publish' ? people.publisher : people.writer
    return {
      _id: seedId('sta', noticeId, index),
      noticeId,
      orgCode: draft.orgCode,
      edition: 1,
      version: index + 1,
      ...STEP[event],
      event,
      by: userIdOf(by),
      byName: by.name,
      at,
      reason: signOff?.reason ?? null,
      signOff,
    }
  })
}

/** Turns a draft into the rows that its workflow leaves behind. */
export function rowsOf(draft: SeedDraft): NoticeRows {
  const { orgCode, regards, item, content, state, at } = draft
  const noticeId = seedId('ntc', orgCode, item.key, content.period, regards ?? '')
  const people = peopleOf(orgCode)
  const statuses = statusesOf(draft, noticeId, people)
  const writer = userIdOf(people.writer)
  const signOff = statuses.find(row => row.event === 'agree')?.signOff ?? null
  const createdAt = statuses[0]!.at
  const reached = (event: StatusEvent) => statuses.some(row => row.event === event)
  const common = { orgCode, edition: 1 }
  const ofItem = { itemId: item._id, itemKey: item.key, category: item.category ?? '' }
  const notice: NoticeRow = {
    ...common,
    ...ofItem,
    _id: noticeId,
    period: content.period,
    regards,
    title: content.title,
    state,
    version: statuses.length,
    revisionId: seedId('rev', noticeId),
    createdBy: writer,
    writers: [writer],
    submittedBy: reached('submit') ? writer : null,
    signedBy: signOff ? userIdOf(people.signer) : null,
    createdAt,
    updatedAt: at,
  }
  const revision: RevisionRow = {
    ...common,
    _id: notice.revisionId,
    noticeId,
    version: 1,
    content,
    createdBy: writer,
    createdAt,
  }
  return { notice, revision, statuses, publication: signOff && publicationOf(draft, notice, signOff, people) }
}

function publicationOf(
  draft: SeedDraft,
  notice: NoticeRow,
  signOff: SignOff,
  people: People,
): PublicationRow | null {
  if (draft.state !== 'published') return null
  const { item, content, at } = draft
  const presented = presentItem(item, content)
  const sentence = sentenceOf(presented.blocks)
  const { orgCode, category, itemId, itemKey, period, regards, title, edition } = notice
  return {
    _id: seedId('pub', notice._id, edition),
    noticeId: notice._id,
    edition,
    orgCode,
    category,
    itemId,
    itemKey,
    period,
    regards,
    title,
    sentence,
    content,
    sha256: presented.sha256,
    foldedSha256: null,
    author: people.writer.name,
    signOff,
    reason: null,
    publishedAt: at,
    live: true,
    grams: gramsOf(title, sentence, item.area, ...item.path),
  }
}
