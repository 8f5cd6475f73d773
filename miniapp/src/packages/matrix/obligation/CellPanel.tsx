import type { MatrixCell } from '@shared/contract/disclosure/matrix'
import { api } from '../../../api/client'
import { EmptyState } from '../../../components/page/EmptyState'
import { Loaded } from '../../../components/page/Loaded'
import { Link } from '../../../components/controls/Link'
import { routes } from '../../../routes'
import { Box, Heading, Txt } from '../../../elements/dom'
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
      {({ village: place, name, obligations, notAdopted }) => (
        <Box as="section">
          <Box as="header" className={level === 1 ? 'board' : ''}>
            <Heading level={level} className="title">
              {name}
            </Heading>
            <Box as="p" className="lead">{`${place.name} · ${monthLabel(month)}`}</Box>
          </Box>
          {notAdopted && (
            <Box className="entry">
              <Txt className="state">! 村里没采用</Txt>
              <Txt className="row__text">
                {notAdopted.reason ? `理由：${notAdopted.reason}` : '村里还没有写理由。'}
              </Txt>
              <Link
                className="button button--plain"
                label="看村里的公开目录"
                url={routes.villageCatalogue(village, 'missing')}
              />
            </Box>
          )}
          {obligations.length === 0 && !notAdopted && (
            <EmptyState title="这个月没有要公开的" text="到时候会列在这里。" />
          )}
          {obligations.map(obligation => (
            <ObligationCard key={obligation.id} obligation={obligation} onChanged={changed} />
          ))}
        </Box>
      )}
    </Loaded>
  )
}
