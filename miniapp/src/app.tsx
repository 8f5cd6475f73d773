import type { PropsWithChildren } from 'react'
import { watchApp } from './elements/watch'
import { routes } from './routes'
import './styles/app.scss'

// Before the first page: a missing one is reported as soon as the app has been launched.
watchApp(routes.missing)

export default function App({ children }: PropsWithChildren) {
  return <>{children}</>
}
