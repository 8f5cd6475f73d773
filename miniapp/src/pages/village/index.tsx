import { VillageChooser } from '../../components/choose/VillageChooser'
import { Frame } from '../../components/page/Frame'
import { Box, Heading } from '../../elements/dom'
import { useVillage } from '../../state/village'

/** Selects the village of this phone 选村、换村. */
export default function VillagePage() {
  const current = useVillage()
  const title = current === null ? '您是哪个村的？' : '换一个村（社区）看'
  return (
    <Frame title={title} narrow>
      <Box as="header" className="board">
        <Heading level={1} className="board__name">
          {title}
        </Heading>
        <Box as="p" className="lead">
          选好以后，每次打开都先看它的公开栏。不用登录，不要定位。
        </Box>
      </Box>
      <VillageChooser />
    </Frame>
  )
}
