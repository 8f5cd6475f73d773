import { Box, Press, Txt } from '../../elements/dom'
import { restart, routes } from '../../routes'
import { useVillage } from '../../state/village'

export type MainPage = 'home' | 'catalogue' | 'search' | 'mine'

interface Props {
  /** The current main page; undefined on other pages, where narrow screens hide the bar. */
  current?: MainPage
}

/**
 * Shows the four main pages: a bar at the bottom on phones, at the top on wide screens. Custom, so that it
 * scales with the text size.
 */
export function BottomBar({ current }: Props) {
  const village = useVillage() ?? undefined
  const places: { page: MainPage; label: string; url: string }[] = [
    { page: 'home', label: '公开栏', url: routes.home(village) },
    { page: 'search', label: '查找', url: routes.search(village) },
    { page: 'catalogue', label: '目录', url: routes.catalogue(village) },
    { page: 'mine', label: '我的', url: routes.mine() },
  ]
  return (
    <Box as="nav" label="主要页面" className={`dock${current ? '' : ' dock--deep'}`}>
      <Txt className="dock__brand">明白栏</Txt>
      {places.map(({ page, label, url }) => (
        <Press
          key={page}
          className={`dock__item${page === current ? ' dock__item--on' : ''}`}
          label={label}
          url={url}
          current={page === current}
          selected={page === current}
          onPress={() => page !== current && restart(url)}
        >
          <Txt decorative className={`ic ic--${page}`} />
          <Txt>{label}</Txt>
        </Press>
      ))}
    </Box>
  )
}
