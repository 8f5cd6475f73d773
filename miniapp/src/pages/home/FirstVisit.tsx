import { VillageChooser } from '../../components/choose/VillageChooser'
import { Frame } from '../../components/page/Frame'
import { Box, Heading } from '../../elements/dom'
import { useShareCard } from '../../hooks/useShareCard'
import { routes } from '../../routes'

/** Asks for the village on a first visit: none is chosen without the person. */
export function FirstVisit() {
  useShareCard({ title: '明白栏：看村里的公开', path: routes.home() })
  return (
    <Frame title="明白栏" current="home">
      <Box as="header" className="board">
        <Heading level={1} className="board__name">
          您是哪个村的？
        </Heading>
        <Box as="p" className="lead">
          选一次就记住，以后可以换。不用登录，不要定位。
        </Box>
      </Box>
      <VillageChooser />
    </Frame>
  )
}
