import type { AreaDiff } from '@shared/contract/catalogues/catalogueDraft'

/** Sums the differences of all areas in one sentence. */
export function sumText(areas: readonly Pick<AreaDiff, 'counts'>[]): string {
  const sum = (name: keyof AreaDiff['counts']) => areas.reduce((total, { counts }) => total + counts[name], 0)
  return `增加 ${sum('added')} 项，去掉 ${sum('removed')} 项，改动 ${sum('changed')} 项，改名 ${sum('renamed')} 项，不变 ${sum('same')} 项${
    sum('kept') > 0 ? `，文件里没有写、照旧保留 ${sum('kept')} 项` : ''
  }。`
}
