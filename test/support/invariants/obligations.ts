import { EMPTY_YEAR, cellOf, withCell } from '../../../server/domain/obligation'
import { chinaDate } from '../../../shared/common/period'
import { type StorePicture, rowsIn } from '../faults/storePicture'
import { grouped } from './grouped'
import type { MatrixYearRow } from '@server/disclosure/obligations/models/matrixYears'
import type { ItemLinkRow } from '@server/catalogues/villageCatalogue/models/itemLinks'
import type { NoticeRow } from '@server/disclosure/notices/models/notices'
import type { ObligationRow } from '@server/disclosure/obligations/models/obligations'
import type { StatusRow } from '@server/disclosure/notices/models/statuses'

const isDone = ({ status }: ObligationRow) => status === 'done' || status === 'late'

/** What a notice is to the obligation that it is said to have answered. */
function answerFaults(
  { _id, orgCode, itemKey, noticeId, doneOn }: ObligationRow,
  notice: NoticeRow | undefined,
  days: readonly string[],
  linked: ReadonlySet<string>,
): string[] {
  if (notice?.orgCode !== orgCode) return [`${_id} is done by ${noticeId}, no notice of its own`]
  const faults = [
    notice.itemKey !== itemKey &&
      !linked.has([orgCode, itemKey, notice.itemKey].join()) &&
      `${_id} is done by a notice of another item`,
    notice.state === 'withdrawn' && `${_id} is done by a notice that was withdrawn`,
    !days.includes(doneOn ?? '') && `${_id} is done on a day on which nothing was published`,
  ]
  return faults.filter(fault => fault !== false)
}

/** An obligation that is not done says so in all its fields. */
function undoneFaults({ _id, status, noticeId, doneOn, unresolved, reason }: ObligationRow): string[] {
  const fits = status === 'not-applicable' ? reason !== null : unresolved === (status === 'unresolved')
  return noticeId === null && doneOn === null && fits ? [] : [`${_id} is ${status}, but not as such`]
}

const isLate = ({ dueOn, doneOn }: ObligationRow) => dueOn !== null && doneOn !== null && doneOn > dueOn

/** Items of one matter, each way round: `village,item,other item`. */
const linkedIn = (picture: StorePicture) =>
  new Set(
    rowsIn<ItemLinkRow>(picture, 'itemLinks')
      .filter(({ relation, state }) => relation === 'same' && state !== 'rejected')
      .flatMap(({ villageCode, villageKey, itemKey }) => [
        [villageCode, villageKey, itemKey].join(),
        [villageCode, itemKey, villageKey].join(),
      ]),
  )

/** Each obligation is either done by a notice that was published, or it is not done. */
function stateFaults(obligations: readonly ObligationRow[], picture: StorePicture): string[] {
  const notices = new Map(rowsIn<NoticeRow>(picture, 'notices').map(row => [row._id, row]))
  const published = grouped(
    rowsIn<StatusRow>(picture, 'statuses').filter(({ event }) => event === 'publish'),
    row => row.noticeId,
  )
  const linked = linkedIn(picture)
  return obligations.flatMap(obligation => {
    if (!isDone(obligation)) return undoneFaults(obligation)
    const { _id, noticeId, status, dueOn, doneOn } = obligation
    const days = (published.get(noticeId ?? '') ?? []).map(({ at }) => chinaDate(at))
    const wrongly =
      isLate(obligation) !== (status === 'late') ? [`${_id} is ${status}, due ${dueOn}, done ${doneOn}`] : []
    return [...wrongly, ...answerFaults(obligation, notices.get(noticeId ?? ''), days, linked)]
  })
}

/** Obligations and disclosures match: whatever is public is in the matrix. */
function disclosureFaults(obligations: readonly ObligationRow[], picture: StorePicture): string[] {
  const answered = new Set(obligations.filter(isDone).map(({ noticeId }) => noticeId))
  return rowsIn<NoticeRow>(picture, 'notices')
    .filter(({ _id, liveEdition }) => liveEdition !== null && !answered.has(_id))
    .map(({ _id }) => `${_id} is public and answers no duty`)
}

/** The matrix says what the obligations say. */
function matrixFaults(obligations: readonly ObligationRow[], picture: StorePicture): string[] {
  const expected = new Map<string, string>()
  const cells = grouped(
    obligations,
    ({ orgCode, month, itemKey }) => `${orgCode}/${month.slice(0, 4)} ${itemKey} ${month}`,
  )
  for (const [name, rows] of cells) {
    const [row = '', key = '', month = ''] = name.split(' ')
    const place = `${row} ${key}`
    expected.set(place, withCell(expected.get(place) ?? EMPTY_YEAR, Number(month.slice(5)), cellOf(rows)))
  }
  const shown = new Map(
    rowsIn<MatrixYearRow>(picture, 'matrixYears').flatMap(row =>
      Object.entries(row.cells).map(([key, text]): [string, string] => [`${row._id} ${key}`, text]),
    ),
  )
  return [...new Set([...expected.keys(), ...shown.keys()])]
    .filter(place => (expected.get(place) ?? EMPTY_YEAR) !== (shown.get(place) ?? EMPTY_YEAR))
    .map(place => `the matrix is wrong at ${place}`)
}

/** Obligations = disclosures due: no obligation twice, each done by a publication, each publication in the matrix. */
export function brokenInObligations(picture: StorePicture): string[] {
  const obligations = rowsIn<ObligationRow>(picture, 'obligations')
  const twice = [...grouped(obligations, row => `${row.orgCode}/${row.itemKey}/${row.causeKey}`)].filter(
    ([, rows]) => rows.length > 1,
  )
  return [
    ...twice.map(([name]) => `duty twice: ${name}`),
    ...stateFaults(obligations, picture),
    ...disclosureFaults(obligations, picture),
    ...matrixFaults(obligations, picture),
  ]
}
