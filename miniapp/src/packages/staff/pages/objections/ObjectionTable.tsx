import type { ObjectionSummary } from '@shared/contract/participation/objection'
import { assumedNote } from '@shared/texts/holidays'
import { DeskTable } from '../../../../components/staff/DeskTable'
import type { DeskColumn } from '../../../../components/staff/deskRows'
import { shortDay } from '../../../../format/date'
import { routes } from '../../../../routes'

/** After every day. */
const NO_DAY = '9'

const COLUMNS: readonly DeskColumn<ObjectionSummary>[] = [
  {
    key: 'org',
    label: '村和单位',
    text: ({ orgName }) => orgName,
    rank: ({ orgName }) => orgName,
    look: 'org',
  },
  {
    key: 'day',
    label: '期限',
    text: ({ dueOn, assumedYears }) => (dueOn ? `${shortDay(dueOn)}${assumedNote(assumedYears)}` : '—'),
    rank: ({ dueOn }) => dueOn ?? NO_DAY,
    look: 'due',
    warns: ({ late }) => late,
  },
  {
    key: 'what',
    label: '哪一条公示的哪一处',
    text: ({ noticeTitle, place, number }) => [noticeTitle, place, number].filter(Boolean).join(' · '),
    look: 'what',
  },
  { key: 'kind', label: '种类', text: ({ kindLabel }) => kindLabel, rank: ({ kindLabel }) => kindLabel },
  {
    key: 'state',
    label: '到哪一步',
    text: ({ stateLabel, late }) => (late ? `× ${stateLabel}，已过期` : stateLabel),
    rank: ({ stateLabel }) => stateLabel,
    warns: ({ late }) => late,
  },
]

interface Props {
  objections: readonly ObjectionSummary[]
  sort: string | null
  onSort: (sort: string | null) => void
}

/** Lists objections as a dense table, on a wide screen. */
export const ObjectionTable = ({ objections, sort, onSort }: Props) => (
  <DeskTable
    caption="异议"
    rows={objections}
    columns={COLUMNS}
    idOf={({ id }) => id}
    urlOf={({ id }) => routes.answer(id)}
    stepOf={({ dueOn }) => (dueOn ? '办理' : '看')}
    nameOf={({ orgName, noticeTitle, number }) => `${orgName}，${noticeTitle}，${number}`}
    sort={sort}
    onSort={onSort}
  />
)
