import type { ReactNode } from 'react'
import type { ApiError } from '@shared/client'
import { Account } from '../../components/account/Account'
import { Section } from '../../components/page/Section'
import { Box } from '../../elements/dom'
import { useMe } from '../../state/session'

interface Props {
  error?: ApiError | null
  why: string
  children: ReactNode
}

/** Shows the login on the same page, so that what was written stays. */
export function ApplicationGate({ error, why, children }: Props) {
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
