import { useEffect } from 'react'
import type { Me } from '@shared/contract/people/auth'
import { api } from '../api/client'
import { rememberMe, useMe } from '../state/session'
import { useReshown } from './useReshown'
import { IN_WORK, useResource } from './useResource'

/** The logged-in user, asked for again whenever the page is shown: roles are given and ended after the login too. */
export function useFreshMe(): Me | null {
  const me = useMe()
  const { data, reload } = useResource<Me>(me && `me:${me.id}`, () => api('GET /me'), IN_WORK)
  useReshown(reload)
  useEffect(() => {
    if (data) rememberMe(data)
  }, [data])
  return me
}
