import type { PropsWithChildren } from 'react'
import { watchApp } from './elements/watch'
import { routes } from './routes'
import { reportFault } from './state/faults'
import { currentVillage } from './state/village'
import './styles/app.scss'

/** Replaces a page that no longer exists: the board of the chosen village, otherwise the choice of one. */
function pageForMissing(): string {
  const village = currentVillage()
  return village === null ? routes.village() : routes.home(village)
}

// Before the first page: WeChat reports a missing one as soon as the app has been launched.
watchApp(pageForMissing, reportFault)

export default function App({ children }: PropsWithChildren) {
  return <>{children}</>
}
