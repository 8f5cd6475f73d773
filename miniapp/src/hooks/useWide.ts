import { useEffect, useState } from 'react'
import { isWide, watchSize } from '../elements/platform'

/** True if a table fits next to a panel; follows the window size. */
export function useWide(): boolean {
  const [wide, setWide] = useState(isWide)
  useEffect(() => watchSize(() => setWide(isWide())), [])
  return wide
}
