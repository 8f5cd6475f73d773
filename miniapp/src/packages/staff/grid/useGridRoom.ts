import { isBrowser } from '../../../elements/platform'
import { useWide } from '../../../hooks/useWide'

/** From this width a table with its checks fits, in px. */
const GRID_FROM_PX = 1024

/** True if tables are edited as a grid: in the browser, on a wide screen. */
export function useGridRoom(): boolean {
  const wide = useWide(GRID_FROM_PX)
  return isBrowser && wide
}
