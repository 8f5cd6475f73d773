import { useEffect } from 'react'
import type { NoticePage } from '@shared/contract/reading/site'
import { api } from '../api/client'
import { forgetPage, noticeKey } from '../state/archive'
import { type Resource, useResource } from './useResource'

/**
 * Loads a published notice, by default its newest edition; available offline once opened. Withdrawn notices are
 * removed from the phone's copies.
 */
export function useNotice(id: string, edition?: number): Resource<NoticePage> {
  const page = useResource<NoticePage>(noticeKey(id, edition), () =>
    api('GET /notices/:id', { params: { id }, query: { edition } }),
  )
  const editions = page.data?.editions
  useEffect(() => {
    const gone = editions?.filter(({ withdrawn }) => withdrawn) ?? []
    gone.forEach(one => forgetPage(noticeKey(id, one.edition)))
  }, [id, editions])
  return page
}
