import { Box, Press, Txt } from '../elements/dom'
import { restart, routes } from '../routes'
import { useVillage } from '../state/village'

export type MainPage = 'home' | 'catalogue' | 'search' | 'mine'

interface Props {
  /** The main page shown now; undefined on pages deeper in, where a narrow screen hides the bar. */
  current?: MainPage
}

/** The four main pages: a bar below on a phone, a head on a wide screen. Own, so that it grows with the text. */
export function Dock({ current }: Props) {
  const village = useVillage() ?? undefined
  const places: { page: MainPage; label: string; url: string }[] = [
    { page: 'home', label: '公开栏', url: routes.home(village) },
    { page: 'catalogue', label: '目录', url: routes.catalogue(village) },
    { page: 'search', label: '查找', url: routes.search(village) },
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
          {label}
        </Press>
      ))}
    </Box>
  )
}
