import type { Obligation } from '@shared/contract/disclosure/obligation'
import { assumedNote } from '@shared/texts/holidays'
import { DeskTable } from '../../../components/staff/DeskTable'
import type { DeskColumn } from '../../../components/staff/deskRows'
import { shortDay } from '../../../format/date'
import { cellUrl } from './ObligationRow'
import { stateText } from './words'

/** After every day. */
const NO_DAY = '9'

const isLate = ({ daysLeft, doneOn }: Obligation): boolean => doneOn === null && (daysLeft ?? 0) < 0

const leftText = ({ daysLeft, doneOn }: Obligation): string => {
  if (doneOn) return `${shortDay(doneOn)}公开`
  if (daysLeft === null) return '—'
  return daysLeft < 0 ? `× 已过 ${-daysLeft} 天` : `还有 ${daysLeft} 天`
}

const COLUMNS: readonly DeskColumn<Obligation>[] = [
  {
    key: 'day',
    label: '到期',
    text: ({ dueOn, assumedYears }) =>
      dueOn ? `${shortDay(dueOn)}${assumedNote(assumedYears)}` : '没有到期日',
    rank: ({ dueOn }) => dueOn ?? NO_DAY,
    look: 'due',
    warns: isLate,
  },
  { key: 'left', label: '还剩', text: leftText, rank: ({ daysLeft }) => daysLeft ?? Infinity, warns: isLate },
  { key: 'what', label: '公开什么', text: ({ name }) => name, rank: ({ name }) => name, look: 'what' },
  {
    key: 'cause',
    label: '哪一期',
    text: ({ causeLabel }) => causeLabel,
    rank: ({ causeLabel }) => causeLabel,
  },
  { key: 'area', label: '领域', text: ({ area }) => area, rank: ({ area }) => area },
  { key: 'state', label: '状态', text: stateText, rank: ({ stateLabel }) => stateLabel },
]

interface Props {
  /** Code of the organisation whose matrix they belong to. */
  matrix: string
  obligations: readonly Obligation[]
  today: string
  sort: string | null
  onSort: (sort: string | null) => void
}

/** Lists obligations as a dense table, on a wide screen. */
export const ObligationTable = ({ matrix, obligations, today, sort, onSort }: Props) => (
  <DeskTable
    caption="要公开的"
    rows={obligations}
    columns={COLUMNS}
    idOf={({ id }) => id}
    urlOf={obligation => cellUrl(matrix, obligation, today)}
    stepOf={({ abilities }) => (abilities.includes('write') ? '去办' : '看')}
    nameOf={({ name, causeLabel }) => `${name}，${causeLabel}`}
    sort={sort}
    onSort={onSort}
  />
)
