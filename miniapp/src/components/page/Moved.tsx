import { useEffect } from 'react'
import { useParams } from '../../hooks/useParams'
import { replace } from '../../routes'
import { Frame } from './Frame'
import { Skeleton } from './Skeleton'

interface Props {
  title: string
  /** Returns the present address for the parameters of the former one. */
  to: (params: Partial<Record<string, string>>) => string
}

/** Opens the present address of a page. Messages on phones and bookmarks still name the former one. */
export function Moved({ title, to }: Props) {
  const url = to(useParams())
  useEffect(() => replace(url), [url])
  return (
    <Frame title={title} narrow>
      <Skeleton />
    </Frame>
  )
}
