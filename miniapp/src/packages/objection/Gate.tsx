import type { ReactNode } from 'react'
import type { ApiError } from '@shared/client'
import { Section } from '../../components/Section'
import { Box } from '../../elements/dom'
import { Account } from '../../components/account/Account'
import { useMe } from '../../state/session'

interface Props {
  error?: ApiError | null
  /** Why a login is needed here. */
  why: string
  children: ReactNode
}

/** Logs in on the spot: nothing that was written is lost on the way. */
export function Gate({ error, why, children }: Props) {
  const me = useMe()
  if (me && error?.status !== 401) return <>{children}</>
  return (
    <Section title="先登录">
      <Box as="p" className="lead">
        {why}
      </Box>
      <Account />
    </Section>
  )
}
