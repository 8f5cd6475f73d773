import type { OrgList } from '@shared/contract/reading/site'
import { api } from '../../api/client'
import { Frame } from '../../components/page/Frame'
import { Loaded } from '../../components/page/Loaded'
import { OrgSwitcher } from '../../components/controls/OrgSwitcher'
import { Box, Heading } from '../../elements/dom'
import { useResource } from '../../hooks/useResource'
import { useVillage } from '../../state/village'

/** Selects the village of this phone 切换村. */
export default function VillagePage() {
  const current = useVillage()
  const orgs = useResource<OrgList>('orgs', () => api('GET /orgs'))
  return (
    <Frame title="换一个村看" narrow stale={orgs}>
      <Box as="header" className="board">
        <Heading level={1} className="board__name">
          换一个村（社区）看
        </Heading>
        <Box as="p" className="lead">
          选好以后，每次打开都先看它的公开栏。
        </Box>
      </Box>
      <Loaded resource={orgs}>{({ items }) => <OrgSwitcher orgs={items} current={current} />}</Loaded>
    </Frame>
  )
}
