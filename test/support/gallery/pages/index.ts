import type { GalleryPage } from '../types'
import { COMPARED_PAGES } from './compared'
import { CONTROL_PAGES } from './controls'
import { FIGURE_PAGES } from './figures'
import { MONEY_PAGES } from './money'
import { STATE_PAGES } from './states'

/** All components of the design, each with its states. */
export const PAGES: readonly GalleryPage[] = [
  ...FIGURE_PAGES,
  ...MONEY_PAGES,
  ...COMPARED_PAGES,
  ...CONTROL_PAGES,
  ...STATE_PAGES,
]
