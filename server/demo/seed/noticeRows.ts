import { shortCode } from '@shared/presentation/shortCode'
import { chinaDate } from '@shared/common/period'
import { actDueOn, publicityOf, retentionOf } from '@server/domain/publicity'
import type { MeetingRecord, Publicity, SignOff } from '@shared/contract/disclosure/notice'
import { publicityEndJob } from '@server/disclosure/notices/commands/publishNotice'
import type { NewJob } from '@server/platform/jobs/runner'
import type { SeedDraft } from './rows/drafts'
import { seedId } from './ids'
import { SEED_STREETS } from './orgs'
import { personaOf, type Persona } from './personas'
import { SEED_HOLIDAYS, type Step, meetingOf, workflowSteps } from './workflowSteps'
import { SYSTEM_ID } from '@server/platform/access/actor'
import type { NoticeRow } from '@server/disclosure/notices/models/notices'
import type { PresentedRecordRow } from '@server/disclosure/publications/models/presentedRecords'
import type { PublicationRow } from '@server/disclosure/publications/models/publications'
import { type NewEdition, newEdition } from '@server/disclosure/publications/newEdition'
import type { RevisionRow } from '@server/disclosure/notices/models/revisions'
import type { StatusEvent, StatusRow } from '@server/disclosure/notices/models/statuses'

/** Rows of one notice, as the workflow would have written them. */
export interface NoticeRows {
  notice: NoticeRow
  revision: RevisionRow
  statuses: StatusRow[]
  publication: PublicationRow | null
  record: PresentedRecordRow | null
  /** Job for the end of the publicity period, if that is in the future. */
  job: NewJob | null
}

const OBJECTION = '第一行的凭证号与原件对不上，请核对后再报。'

export const userIdOf = (persona: Persona): string => seedId('usr', persona.code)

/** Returns the people who write and submit, sign, and publish; the same person never has two sides. */
function peopleOf(orgCode: string): {
  writer: Persona
  signer: Persona
  publisher: Persona
  body: string
  isVillage: boolean
} {
  const street = SEED_STREETS.find(({ code }) => code === orgCode)
  if (street) {
    const writer = personaOf(orgCode, 'street-clerk')
    const signer = personaOf(orgCode, 'street-clerk', 1)
    return { writer, signer, publisher: personaOf(orgCode, 'head'), body: street.name, isVillage: false }
  }
  const village = SEED_STREETS.flatMap(({ villages }) => villages).find(({ code }) => code === orgCode)
  return {
    isVillage: true,
    writer: personaOf(orgCode, 'editor'),
    signer: personaOf(orgCode, 'supervisor'),
    publisher: personaOf(orgCode, 'head'),
    body: village?.supervisorName ?? '',
  }
}

type People = ReturnType<typeof peopleOf>

const byOf = (people: People, event: StatusEvent): { id: string; name: string } => {
  if (event === 'end') return { id: SYSTEM_ID, name: '系统' }
  const persona =
    event === 'agree' || event === 'object'
      ? people.signer
      : event === 'publish' || event === 'confirm'
        ? people.publisher
        : people.writer
  return { id: userIdOf(persona), name: persona.name }
}

function signOffOf(people: People, { event, at }: Step): SignOff | null {
  if (event !== 'agree' && event !== 'object') return null
  return {
    body: people.body,
    name: people.signer.name,
    role: people.signer.jobTitle,
    opinion: event,
    reason: event === 'object' ? OBJECTION : null,
    at: at.toISOString(),
  }
}

function statusesOf({ orgCode }: SeedDraft, noticeId: string, people: People, steps: Step[]): StatusRow[] {
  let from: StatusRow['from'] = null
  return steps.map((step, index) => {
    const signOff = signOffOf(people, step)
    const by = byOf(people, step.event)
    const row: StatusRow = {
      _id: seedId('sta', noticeId, index),
      noticeId,
      orgCode,
      edition: 1,
      version: index + 1,
      from,
      to: step.to,
      label: step.label,
      event: step.event,
      by: by.id,
      byName: by.name,
      at: step.at,
      reason: signOff?.reason ?? null,
      signOff,
    }
    from = step.to
    return row
  })
}

/** Returns a notice's workflow fields by its steps. */
function standingOf(steps: Step[], meeting: MeetingRecord | null, category: string): Partial<NoticeRow> {
  const reached = (event: StatusEvent) => steps.find(step => step.event === event)
  const { at, to } = steps.at(-1)!
  const archived = reached('archive')
  const act = to === 'submitted' ? 'opinion' : to === 'refused' ? 'correct' : null
  const { retention, source } = retentionOf(category)
  return {
    liveEdition: reached('publish') ? 1 : null,
    dueOn: act && actDueOn(act, chinaDate(at), SEED_HOLIDAYS).value,
    meeting: reached('meet') ? meeting : null,
    archive: archived
      ? {
          volume: `${chinaDate(archived.at).slice(0, 4)}-公开`,
          retention,
          basis: source,
          at: archived.at.toISOString(),
        }
      : null,
  }
}

/** Converts a seeded notice to the rows of its workflow, as of `now`. */
export function rowsOf(draft: SeedDraft, now: Date): NoticeRows {
  const { orgCode, regards, item, content } = draft
  const noticeId = seedId('ntc', orgCode, item.key, content.period, regards ?? '')
  const people = peopleOf(orgCode)
  const publicity = publicityOf(item, chinaDate(draft.at), SEED_HOLIDAYS)
  const steps = workflowSteps(draft, people.isVillage, publicity, now)
  const statuses = statusesOf(draft, noticeId, people, steps)
  const writer = userIdOf(people.writer)
  const signOff = statuses.find(row => row.event === 'agree')?.signOff ?? null
  const meeting = meetingOf(steps, people.publisher.name)
  const common = { orgCode, edition: 1 }
  const last = statuses.at(-1)!
  const notice: NoticeRow = {
    ...common,
    itemId: item._id,
    itemKey: item.key,
    category: item.category,
    _id: noticeId,
    period: content.period,
    regards,
    title: content.title,
    shortCode: shortCode(noticeId),
    state: last.to,
    version: statuses.length,
    revisionId: seedId('rev', noticeId),
    createdBy: writer,
    writers: [writer],
    submittedBy: statuses.some(row => row.event === 'submit') ? writer : null,
    signedBy: signOff?.opinion === 'agree' ? userIdOf(people.signer) : null,
    createdAt: statuses[0]!.at,
    updatedAt: last.at,
    liveEdition: null,
    dueOn: null,
    publishAt: null,
    meeting: null,
    releases: [],
    reason: null,
    order: null,
    archive: null,
    ...standingOf(steps, meeting, item.category),
  }
  const revision: RevisionRow = {
    ...common,
    _id: notice.revisionId,
    noticeId,
    version: 1,
    content,
    createdBy: writer,
    createdAt: notice.createdAt,
  }
  const edition = signOff && editionOf(draft, notice, signOff, people, publicity)
  const isRunning = edition && notice.state === 'published'
  return {
    notice,
    revision,
    statuses,
    publication: edition && edition.publication,
    record: edition && edition.record,
    job: isRunning ? publicityEndJob(edition.publication) : null,
  }
}

function editionOf(
  { item, content, at }: SeedDraft,
  notice: NoticeRow,
  signOff: SignOff,
  people: People,
  publicity: Publicity,
): NewEdition | null {
  if (notice.liveEdition === null) return null
  const { orgCode, category, itemId, itemKey, period, regards, edition, meeting } = notice
  return newEdition(item, {
    _id: seedId('pub', notice._id, edition),
    noticeId: notice._id,
    edition,
    orgCode,
    category,
    itemId,
    itemKey,
    period,
    regards,
    content,
    author: people.writer.name,
    signOff,
    reason: null,
    meeting,
    publicity,
    publishedAt: at,
  })
}
