import type { ComponentType } from 'react'

/** A component in one of its states. */
interface State {
  /** What is shown, in words. */
  says: string
  show: ComponentType
}

/** A component of the design with all its states. */
export interface GalleryPage {
  name: string
  states: readonly State[]
  /** Also drawn at 1280 px, where it looks different. */
  wide?: true
}
