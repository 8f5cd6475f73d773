import { useEffect, useState } from 'react'
import { ApiError } from '@shared/client'
import type { LoginTicket, TicketState } from '@shared/contract/people/webLogin'
import { ACCOUNT_SECURITY } from '@shared/facts/people/accountSecurity'
import { api, collectTicket } from '../../api/client'
import { useAction } from '../../hooks/useAction'
import { rememberMe } from '../../state/session'

const POLL_MS = ACCOUNT_SECURITY.ticket.pollSeconds * 1000

type Step = 'start' | 'waiting' | 'opened' | 'expired' | 'refused'

export interface WebLogin {
  step: Step
  ticket: LoginTicket | null
  busy: boolean
  fault: string
  /** Asks for a new code. */
  start: () => void
}

/** Steps that the page shows; a confirmed ticket is collected by the same question. */
const STEPS: Record<TicketState, Step> = {
  waiting: 'waiting',
  opened: 'opened',
  confirmed: 'opened',
  refused: 'refused',
  expired: 'expired',
  used: 'expired',
}

const textOf = (error: unknown) => (error instanceof ApiError ? error.message : '没有成功，请再试一次。')

/** Logs this browser in by a ticket; its secret stays in the memory of this page. */
export function useWebLogin(): WebLogin {
  const [ticket, setTicket] = useState<LoginTicket | null>(null)
  const [step, setStep] = useState<Step>('start')
  const { busy, problems, run } = useAction()
  const [fault, setFault] = useState('')

  const start = () => {
    setFault('')
    void run(async () => {
      setTicket(await api('POST /auth/tickets', {}, { anonymous: true }))
      setStep('waiting')
    })
  }

  useEffect(() => {
    if (!ticket) return
    let timer: ReturnType<typeof setTimeout> | null = null
    let live = true
    const again = () => {
      if (live) timer = setTimeout(() => void ask(), POLL_MS)
    }
    const ask = async () => {
      const { id, secret } = ticket
      try {
        const { state, session } = await collectTicket({ id, secret })
        if (session) return rememberMe(session.me)
        if (!live) return
        setFault('')
        setStep(STEPS[state])
        if (STEPS[state] === 'waiting' || STEPS[state] === 'opened') again()
      } catch (error) {
        if (!live) return
        if (error instanceof ApiError && error.status === 404) return setStep('expired')
        setFault(textOf(error))
        again()
      }
    }
    again()
    return () => {
      live = false
      if (timer) clearTimeout(timer)
    }
  }, [ticket])

  return { step, ticket, busy, fault: fault || (problems[0] ?? ''), start }
}
