import type { ObligationMatrix } from '@shared/contract/disclosure/matrix'
import { SelectField } from '../../../components/form/SelectField'
import { SwitchRow } from '../../../components/form/SwitchRow'
import { Box } from '../../../elements/dom'
import { type Look, areasIn } from './view'

interface Props {
  matrix: ObligationMatrix
  look: Look
  years: readonly number[]
  onLook: (look: Look) => void
  onYear: (year: number) => void
}

const ALL = ''
const MONTHS = [
  { value: '0', label: '全年' },
  ...Array.from({ length: 12 }, (_, index) => ({ value: String(index + 1), label: `${index + 1}月` })),
]

/** Selects year, month and area. */
export function LookForm({ matrix, look, years, onLook, onYear }: Props) {
  const areas = [
    { value: ALL, label: '全部领域' },
    ...areasIn(matrix).map(area => ({ value: area, label: area })),
  ]
  return (
    <>
      <Box className="look">
        <SelectField
          id="matrix-year"
          label="年份"
          value={String(matrix.year)}
          options={years.map(year => ({ value: String(year), label: `${year}年` }))}
          onChange={year => onYear(Number(year))}
        />
        <SelectField
          id="matrix-month"
          label="月份"
          value={String(look.month)}
          options={MONTHS}
          onChange={month => onLook({ ...look, month: Number(month) })}
        />
        <SelectField
          id="matrix-area"
          label="领域"
          value={look.area ?? ALL}
          options={areas}
          onChange={area => onLook({ ...look, area: area || null })}
        />
      </Box>
      <SwitchRow
        label="只看有问题的"
        text="过期、快到期、定不下来的村和事项"
        on={look.troubled}
        onChange={troubled => onLook({ ...look, troubled })}
      />
    </>
  )
}
