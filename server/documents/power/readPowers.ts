import type { Issue } from '@shared/contract/common'
import type { PowerItem } from '@shared/contract/power/item'
import { type PlacedFault, headerOfPath, describePlace, readPowerFile } from '.'
import { wordsIssues } from '@server/domain/privacy/textIssues'

/** A file of a micro-power list that has been read, before anything is stored. */
export interface PreparedPowers {
  /** Items in the file, sound or not. */
  count: number
  items: PowerItem[]
  issues: Issue[]
}

/** A fault in words that say where it lies: sheet, row and column of a workbook; number and field of a JSON file. */
function issueOf({ code, at, path, place, message }: PlacedFault): Issue {
  if (place) {
    const { sheet, row, field } = place
    return {
      code: `power-${code}`,
      field: `${sheet}.${field}`,
      row,
      message: `${describePlace(place)}：${message}`,
    }
  }
  const where = `第${at + 1}个事项“${headerOfPath(path)}”`
  return { code: `power-${code}`, field: `items.${at}.${path}`, row: at + 1, message: `${where}：${message}` }
}

/** Reads a list for import, as `readPowerFile` does, and looks for personal data in it. @throws DocumentError */
export async function preparePowerFile(
  file: { name: string; bytes: Buffer },
  today: string,
): Promise<PreparedPowers> {
  const { count, items, faults } = await readPowerFile(file.name, file.bytes)
  const personal = items.flatMap(item =>
    wordsIssues({ [item.code]: JSON.stringify(item) }, today).map(issue => ({
      ...issue,
      message: `事项“${item.name}”：${issue.message}`,
    })),
  )
  return { count, items, issues: [...faults.map(issueOf), ...personal] }
}
