import type { GridProps } from './types'

/** The grid exists on wide screens in the browser alone: `GridEditor.h5.tsx`; phones show a form for each row. */
export const GridEditor = (_props: GridProps) => null
