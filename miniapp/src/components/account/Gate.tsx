import type { ReactNode } from 'react'
import type { ApiError } from '@shared/client'
import { Section } from '../page/Section'
import { Box } from '../../elements/dom'
import { Account } from './Account'
import { useMe } from '../../state/session'

interface Props {
  error?: ApiError | null
  /** Reason for the login. */
  why: string
  children: ReactNode
}

/** Shows the login on the same page, so that entered text is not lost. */
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
