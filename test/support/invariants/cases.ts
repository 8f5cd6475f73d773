import { OF_CASE } from '../../../server/disclosure/obligations/commands/obligationRows'
import { PUBLISHED_HOLIDAYS } from '../../../server/domain/deadline'
import { obligationsOf, livePath } from '../../../server/domain/power/case'
import { type StorePicture, rowsIn } from '../faults/storePicture'
import { grouped } from './grouped'
import type { FileRow } from '@server/disclosure/files/models/files'
import type { NoticeRow } from '@server/disclosure/notices/models/notices'
import type { ObligationRow } from '@server/disclosure/obligations/models/obligations'
import type { PowerCaseEventRow, PowerCaseRow } from '@server/power/cases/models/powerCases'
import type { SplitAlarmAnswerRow } from '@server/power/cases/models/splitAlarmAnswers'

const same = (a: readonly unknown[], b: readonly unknown[]) => JSON.stringify(a) === JSON.stringify(b)

/** What is stored with the case for finding it is what the case says of itself. */
function fieldFaults({
  _id,
  status,
  open,
  amountFen,
  itemCode,
  drafts,
  noticeIds,
  state,
}: PowerCaseRow): string[] {
  const faults = [
    status !== state.status && `${_id} is ${status}, its state ${state.status}`,
    open !== (state.closed === null) && `${_id} is open or not, its state says otherwise`,
    amountFen !== state.amountFen && `${_id} has another amount than its state`,
    itemCode !== state.item.code && `${_id} is of another item than its state`,
    !same(
      noticeIds,
      drafts.flatMap(({ noticeId }) => noticeId ?? []),
    ) && `${_id} names other notices than its drafts`,
  ]
  return faults.filter(fault => fault !== false)
}

/** No step counts twice, and only the last stay is still under way. */
function pathFaults({ _id, state }: PowerCaseRow): string[] {
  const steps = livePath(state).map(({ step }) => step)
  const early = state.visits.slice(0, -1).filter(({ finished, undone }) => !finished && !undone)
  return [
    ...(new Set(steps).size === steps.length ? [] : [`${_id} did a step twice`]),
    ...(early.length === 0 ? [] : [`${_id} stands at two steps`]),
  ]
}

/** Every finished step that has to be disclosed has its obligation, once; no obligation is of a step that was not finished. */
function obligationFaults(
  { _id, state, drafts }: PowerCaseRow,
  obligations: ReadonlyMap<string, ObligationRow[]>,
): string[] {
  const due = obligationsOf(state, PUBLISHED_HOLIDAYS).map(({ visit }) => visit)
  const told = same(due, drafts.map(({ visit }) => visit)) ? [] : [`${_id} has drafts of ${drafts.length} of ${due.length} disclosures`] // prettier-ignore
  const opened = drafts.flatMap(({ visit, linked }) => {
    const n = obligations.get(`${OF_CASE}${_id}:${visit}`)?.length ?? 0
    return n === (linked ? 1 : 0) ? [] : [`${_id} has ${n} obligations for its step ${visit}`]
  })
  return [...told, ...opened]
}

/** Every paper that a step names as a file is kept by the village. */
const paperFaults = ({ _id, orgCode, state }: PowerCaseRow, kept: ReadonlySet<string>): string[] =>
  state.visits
    .flatMap(({ finished }) => finished?.files ?? [])
    .filter(({ sha256 }) => !kept.has(`${orgCode} ${sha256}`))
    .map(({ name }) => `${_id} names ${name}, which is not kept`)

/** Every change left its event: none was lost, none came twice. */
function eventFaults({ _id, version }: PowerCaseRow, events: readonly PowerCaseEventRow[] = []): string[] {
  const versions = events.map(event => event.version).sort((a, b) => a - b)
  const whole = Array.from({ length: version }, (_, at) => at + 1)
  return same(versions, whole) ? [] : [`${_id} is at ${version} with events ${versions.join()}`]
}

/** What must hold of cases, their steps, obligations, drafts and events, and of what was said about them. */
export function brokenInCases(picture: StorePicture): string[] {
  const cases = rowsIn<PowerCaseRow>(picture, 'powerCases')
  const ofCases = rowsIn<ObligationRow>(picture, 'obligations').filter(({ causeKey }) =>
    causeKey.startsWith(OF_CASE),
  )
  const obligations = grouped(ofCases, ({ causeKey }) => causeKey)
  const events = grouped(rowsIn<PowerCaseEventRow>(picture, 'powerCaseEvents'), ({ caseId }) => caseId)
  const notices = new Set(rowsIn<NoticeRow>(picture, 'notices').map(({ _id }) => _id))
  const kept = new Set(rowsIn<FileRow>(picture, 'files').map(({ orgCode, sha256 }) => `${orgCode} ${sha256}`))
  const known = new Map(cases.map(row => [row._id, row]))
  const answers = rowsIn<SplitAlarmAnswerRow>(picture, 'splitAlarmAnswers')
  return [
    ...cases.flatMap(row => [
      ...fieldFaults(row),
      ...pathFaults(row),
      ...obligationFaults(row, obligations),
      ...paperFaults(row, kept),
      ...eventFaults(row, events.get(row._id)),
      ...row.noticeIds
        .filter(id => !notices.has(id))
        .map(id => `${row._id} drafted ${id}, which is not there`),
    ]),
    ...ofCases
      .filter(({ causeKey }) => !known.has(causeKey.slice(OF_CASE.length).split(':')[0] ?? ''))
      .map(({ _id, causeKey }) => `${_id} is the obligation of ${causeKey}, which is not there`),
    ...answers.flatMap(({ _id, orgCode, caseIds }) =>
      caseIds
        .filter(id => known.get(id)?.orgCode !== orgCode)
        .map(id => `${_id} answers for ${id}, no case of its village`),
    ),
  ]
}
