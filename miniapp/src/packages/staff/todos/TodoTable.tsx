import type { Many } from './useMany'
import type { Todos } from './useTodos'

/** The table exists on wide screens in the browser alone: `TodoTable.h5.tsx`. */
export const TodoTable = (_props: Todos & { many: Many }) => null
