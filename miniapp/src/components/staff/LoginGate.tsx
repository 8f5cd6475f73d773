import type { ReactNode } from 'react'
import type { ApiError } from '@shared/client'
import type { Me } from '@shared/contract/people/auth'
import { EmptyState } from '../page/EmptyState'
import { Link } from '../controls/Link'
import { routes } from '../../routes'
import { useMe } from '../../state/session'

interface Props {
  /** Error of the page's data: an expired session leads to the login. */
  error?: ApiError | null
  children: ReactNode
}

const waits = ({ secondFactor }: Me) => secondFactor === 'enrol' || secondFactor === 'verify'

/** Requires a login for work, and the second factor if configured. */
export function LoginGate({ error, children }: Props) {
  const me = useMe()
  if (me && (error?.code === 'second-factor-required' || waits(me))) {
    return (
      <EmptyState title="请先输入动态码" text="输入后接着做。没有存完的内容还在这部手机里。">
        <Link className="button" label="去输入动态码" url={routes.factor()} />
      </EmptyState>
    )
  }
  if (me && error?.status !== 401) return <>{children}</>
  return (
    <EmptyState title="请先登录" text="登录后接着做。没有存完的内容还在这部手机里。">
      <Link className="button" label="去登录" url={routes.mine()} />
    </EmptyState>
  )
}
