import { useEffect, useState } from 'react'
import { isWide, watchSize } from '../elements/platform'

/** True if a table fits next to a panel, or from a width in px; follows the window size. */
export function useWide(fromPx?: number): boolean {
  const [wide, setWide] = useState(() => isWide(fromPx))
  useEffect(() => watchSize(() => setWide(isWide(fromPx))), [fromPx])
  return wide
}
