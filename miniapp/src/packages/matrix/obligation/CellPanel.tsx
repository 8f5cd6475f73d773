import type { MatrixCell } from '@shared/contract/disclosure/matrix'
import { api } from '../../../api/client'
import { EmptyState } from '../../../components/page/EmptyState'
import { Loaded } from '../../../components/page/Loaded'
import { Box, Heading } from '../../../elements/dom'
import { IN_WORK, useResource } from '../../../hooks/useResource'
import { useReshown } from '../../../hooks/useReshown'
import type { CellPlace } from '../matrix/MatrixTable'
import { ObligationCard } from './ObligationCard'

interface Props {
  org: string
  cell: CellPlace
  level: 1 | 2
  onChanged?: () => void
}

const monthLabel = (month: string) => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`

/** Shows the obligations of one matrix cell. */
export function CellPanel({ org, cell, level, onChanged }: Props) {
  const { village, item, month } = cell
  const page = useResource<MatrixCell>(
    `cell:${org}:${village}:${item}:${month}`,
    () => api('GET /orgs/:code/matrix/cell', { params: { code: org }, query: cell }),
    IN_WORK,
  )
  useReshown(page.reload)
  const changed = () => {
    page.reload()
    onChanged?.()
  }
  return (
    <Loaded resource={page} lines={6}>
      {({ village: place, name, obligations }) => (
        <Box as="section">
          <Box as="header" className={level === 1 ? 'board' : ''}>
            <Heading level={level} className="title">
              {name}
            </Heading>
            <Box as="p" className="lead">{`${place.name} · ${monthLabel(month)}`}</Box>
          </Box>
          {obligations.length === 0 && <EmptyState title="这个月没有要公开的" text="到时候会列在这里。" />}
          {obligations.map(obligation => (
            <ObligationCard key={obligation.id} obligation={obligation} onChanged={changed} />
          ))}
        </Box>
      )}
    </Loaded>
  )
}
