/** Returns an item's full name: its levels 一级、二级事项, outermost first. */
export const nameOf = ({ path }: { path: readonly string[] }): string => path.join(' › ')
