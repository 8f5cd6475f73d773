import { routes } from '../../routes'
import type { MainPage } from '../page/BottomBar'
import { EmptyState } from '../page/EmptyState'
import { Frame } from '../page/Frame'
import { Link } from '../controls/Link'

interface Props {
  title: string
  current: MainPage
}

/** Asks to choose a village, on a main page opened without one. */
export function NeedVillage({ title, current }: Props) {
  return (
    <Frame title={title} current={current}>
      <EmptyState title="先选一个村或社区" text="选好以后，这里显示它和所在街道公开的内容。">
        <Link className="button" label="去选" url={routes.village()} />
      </EmptyState>
    </Frame>
  )
}
