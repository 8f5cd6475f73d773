import type { ObjectionCounts } from '@shared/contract/participation/objection'

/** Says how many objected to a notice, and how many of them wait. */
export function objectionWords({ open, answered, settled }: ObjectionCounts): string {
  const all = open + answered + settled
  if (all === 0) return '还没有人提过'
  return open === 0 ? `提过 ${all} 件，都答复了` : `提过 ${all} 件，${open} 件在等答复`
}
