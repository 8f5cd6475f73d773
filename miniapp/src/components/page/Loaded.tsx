import type { ReactNode } from 'react'
import type { Resource } from '../../hooks/useResource'
import { ErrorState } from './ErrorState'
import { NothingAsked } from './NothingAsked'
import { Skeleton } from './Skeleton'

interface Props<T> {
  resource: Resource<T>
  lines?: number
  children: (data: T) => ReactNode
}

/** Shows a page's data in one of its states: available (new or cached), loading, failed, not asked for. */
export function Loaded<T>({ resource, lines, children }: Props<T>) {
  const { data, error, loading, reload } = resource
  if (data) return <>{children(data)}</>
  if (error) return <ErrorState error={error} onRetry={reload} />
  return loading ? <Skeleton lines={lines} /> : <NothingAsked />
}
