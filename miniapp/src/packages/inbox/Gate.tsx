import type { ReactNode } from 'react'
import type { ApiError } from '@shared/client'
import { EmptyState } from '../../components/page/EmptyState'
import { Link } from '../../components/controls/Link'
import { routes } from '../../routes'
import { useMe } from '../../state/session'

interface Props {
  /** Error of the page's data: an expired session leads to the login. */
  error: ApiError | null
  children: ReactNode
}

/** Requires a login, since messages are personal. */
export function Gate({ error, children }: Props) {
  const me = useMe()
  if (me && error?.status !== 401) return <>{children}</>
  return (
    <EmptyState title="请先登录" text="看公示不用登录；关注一个村、收消息才要登录。">
      <Link className="button" label="去登录" url={routes.mine()} />
    </EmptyState>
  )
}
