import type { PropsWithChildren } from 'react'
import { watchApp } from './elements/watch'
import { routes } from './routes'
import { reportFault } from './state/faults'
import './styles/app.scss'

// Before the first page: a missing one is reported as soon as the app has been launched.
watchApp(routes.missing, reportFault)

export default function App({ children }: PropsWithChildren) {
  return <>{children}</>
}
