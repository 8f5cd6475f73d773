import { useState } from 'react'
import type { AlignmentPage } from '@shared/contract/catalogues/alignment'
import { api } from '../../../../api/client'
import { EmptyState } from '../../../../components/page/EmptyState'
import { Frame } from '../../../../components/page/Frame'
import { Link } from '../../../../components/controls/Link'
import { Loaded } from '../../../../components/page/Loaded'
import { Breadcrumbs } from '../../../../components/page/Breadcrumbs'
import { Box, Heading } from '../../../../elements/dom'
import { useParams } from '../../../../hooks/useParams'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { routes } from '../../../../routes'
import { Aligning } from '../../align/Aligning'
import { LoginGate } from '../../../../components/staff/LoginGate'
import '../../street.scss'

/** Links a village catalogue to the street's catalogue 目录对应. */
export default function AlignPage() {
  const { org = '', village = '' } = useParams()
  const [decided, setDecided] = useState<AlignmentPage | null>(null)
  const page = useResource<AlignmentPage>(
    org && village && `align:${org}:${village}`,
    () => api('GET /orgs/:code/alignment', { params: { code: org }, query: { village } }),
    IN_WORK,
  )
  const again = () => {
    setDecided(null)
    page.reload()
  }
  return (
    <Frame title="目录对应">
      <LoginGate error={page.error}>
        <Loaded resource={page} lines={10}>
          {loaded => <Village page={decided ?? loaded} onDecided={setDecided} onConflict={again} />}
        </Loaded>
      </LoginGate>
    </Frame>
  )
}

interface Props {
  page: AlignmentPage
  onDecided: (page: AlignmentPage) => void
  onConflict: () => void
}

function Village(props: Props) {
  const { village, issuer, hasCatalogue, adopted, items: lines } = props.page
  const open = lines.filter(line => line.open).length
  const told = open > 0 ? `还有 ${open} 项要定` : '✓ 都定好了'
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: `${issuer.name}各村目录`, url: routes.villageCatalogues(issuer.code) },
          { label: village.name },
        ]}
      />
      <Box as="header" className="board">
        <Heading level={1} className="board__name">
          {`${village.name}目录对应`}
        </Heading>
        {hasCatalogue && (
          <Box as="p" className="lead">
            {`直接采用街道的 ${adopted} 项，本来就对应；村里自己的 ${lines.length} 项，${told}。`}
          </Box>
        )}
        <Box className="buttons">
          <Link
            className="button button--plain"
            label="看村里的目录"
            url={routes.villageCatalogue(village.code)}
          />
        </Box>
      </Box>
      {hasCatalogue ? (
        <Aligning {...props} />
      ) : (
        <EmptyState
          title="村里还没有启用目录"
          text="村里编好、启用自己的公开目录以后，这里列出要对应的事项。"
        />
      )}
    </>
  )
}
