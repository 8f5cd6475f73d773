import type { ObjectionTarget } from '@shared/contract/participation/objection'
import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import { Section } from '../../../../components/page/Section'
import { Box, Press } from '../../../../elements/dom'

interface Props {
  blocks: readonly PresentedBlock[]
  target: ObjectionTarget
  value: string | null
  onChange: (columnId: string | null) => void
}

/** Selects one figure of a table row; optional. */
export function AmountChoice({ blocks, target, value, onChange }: Props) {
  const block = blocks.find(({ id }) => id === target.blockId)
  if (block?.kind !== 'table') return null
  const row = block.rows.find(({ id }) => id === target.rowId)
  if (!row) return null
  const figures = block.columns
    .map((column, at) => ({ id: column.id, text: `${column.label} ${row.cells[at] ?? ''}` }))
    .filter((_, at) => block.columns[at]?.align === 'right' && row.cells[at] !== '—')
  if (figures.length === 0) return null
  return (
    <Section title="是哪一个数（可以不选）">
      <Box className="steps" role="group" label="是哪一个数">
        {figures.map(({ id, text }) => (
          <Press
            key={id}
            className={`step${value === id ? ' step--on' : ''}`}
            role="radio"
            label={text}
            checked={value === id}
            onPress={() => onChange(value === id ? null : id)}
          >
            {value === id ? `✓ ${text}` : text}
          </Press>
        ))}
      </Box>
    </Section>
  )
}
