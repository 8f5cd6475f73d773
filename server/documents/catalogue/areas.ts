import { areaOfTitle } from '@server/domain/catalogue/rows/areas'
import type { ParsedCatalogue } from '@shared/contract/catalogues/catalogue'
import type { CatalogueFile } from '.'

export interface CatalogueInput extends CatalogueFile {
  /** 领域 of a file with one area, and of the rows of a mixed file that have none. */
  area?: string
  /** 领域 used when neither the file nor the row names one. */
  usualArea?: string
}

const without = (name: string) => name.replace(/\.[^.]+$/, '')

/** Returns the 领域 of a table with at most one: as given, or from its title or the file's name. */
export const areaOfTable = (
  { area, usualArea, file }: CatalogueInput,
  { areas, title }: ParsedCatalogue,
): string | undefined =>
  area ?? areas[0] ?? areaOfTitle(title ?? '') ?? areaOfTitle(without(file)) ?? usualArea

/** Returns the title of one area's part: the table's own, unless it names another area or several. */
export function titleOf(area: string, title: string | null, alone: boolean): string {
  const named = title === null ? undefined : areaOfTitle(title)
  if (title !== null && (alone || named === area)) return title
  return title === null || named !== undefined ? `${area}领域政务公开事项标准目录` : `${title}（${area}）`
}
