import type { ReactNode } from 'react'
import type { ComparedField, Comparison } from '@shared/contract/disclosure/presentation'
import { Box, Heading, Txt } from '../elements/dom'
import { Fold } from './page/Fold'

interface Props {
  comparison: Comparison
  /** Ids of fields that are shown elsewhere. */
  shown?: readonly string[]
  /** Column head of each side. */
  village: string
  street: string
  /** Shown between what differs and what is the same. */
  children?: ReactNode
}

const WORDS = {
  same: '一致',
  differs: '不一致',
  'village-missing': '未公开',
  'street-missing': '未公开',
  alone: '',
} as const

/** Groups consecutive fields of the same block. */
function groupByBlock(fields: readonly ComparedField[]): { block: string; fields: ComparedField[] }[] {
  const groups: { block: string; fields: ComparedField[] }[] = []
  for (const field of fields) {
    const last = groups[groups.length - 1]
    if (last?.block === field.block) last.fields.push(field)
    else groups.push({ block: field.block, fields: [field] })
  }
  return groups
}

/**
 * Shows a comparison 对照: different rows with a bar, a word and both values, then, folded, those
 * that are equal.
 */
export function CompareTable({
  comparison: { fields, counts },
  shown = [],
  village,
  street,
  children,
}: Props) {
  const same = fields.filter(({ status }) => status === 'same')
  const others = fields.filter(({ status, id }) => status !== 'same' && !shown.includes(id))
  const all = same.length === fields.length
  // Rows of a list count as published, also once its names are folded.
  const equal = Math.max(counts.same, same.length)
  return (
    <Box className="compare">
      {others.length > 0 && <CompareHead village={village} street={street} />}
      <Groups fields={others} village={village} street={street} />
      {children}
      {same.length > 0 && (
        <Fold label={all ? `✓ ${equal} 处全部一样` : `✓ 其余 ${equal} 处两边一样`}>
          <CompareHead village={village} street={street} />
          <Groups fields={same} village={village} street={street} />
        </Fold>
      )}
    </Box>
  )
}

function Groups({ fields, ...sides }: { fields: readonly ComparedField[] } & SidesProps) {
  return (
    <>
      {groupByBlock(fields).map(group => (
        <Box key={group.fields[0]?.id} as="section">
          <Heading level={2} className="heading compare__group">
            {group.block}
          </Heading>
          {group.fields.map(field => (
            <CompareRow key={field.id} field={field} {...sides} />
          ))}
        </Box>
      ))}
    </>
  )
}

interface SidesProps {
  village: string
  street: string
}

/** Shows the column heads on wide screens. */
export function CompareHead({ village, street }: SidesProps) {
  return (
    <Box decorative className="compare__columns">
      <Box>公开内容</Box>
      <Box>{village}</Box>
      <Box>{street}</Box>
    </Box>
  )
}

interface RowProps extends SidesProps {
  field: Pick<ComparedField, 'label' | 'village' | 'street' | 'status'>
}

/** Shows one field of both sides. */
export function CompareRow({ field, village, street }: RowProps) {
  const unlike = !['same', 'alone'].includes(field.status)
  const who = { 'village-missing': village, 'street-missing': street, same: '', differs: '', alone: '' }[
    field.status
  ]
  return (
    <Box className={`compare__row compare__row--${unlike ? 'unlike' : 'same'}`}>
      <Box className="compare__label">
        <Txt className="compare__name">{field.label}</Txt>
        <Txt className={`compare__status${unlike ? ' compare__status--unlike' : ''}`}>
          {`${unlike ? '! ' : ''}${who}${WORDS[field.status]}`}
        </Txt>
      </Box>
      <Side className="compare__side" who={village} value={field.village} />
      <Side className="compare__side compare__side--street" who={street} value={field.street} />
    </Box>
  )
}

interface SideProps {
  className: string
  who: string
  value: string | null
}

function Side({ className, who, value }: SideProps) {
  return (
    <Box className={className}>
      <Txt className="compare__who">{`${who}：`}</Txt>
      <Box className="compare__value">{value ?? '—'}</Box>
    </Box>
  )
}
