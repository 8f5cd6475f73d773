import { useEffect, useState } from 'react'
import { isWide, watchSize } from '../elements/platform'

/** Is there room for a table beside a panel, now? */
export function useWide(): boolean {
  const [wide, setWide] = useState(isWide)
  useEffect(() => watchSize(() => setWide(isWide())), [])
  return wide
}
