import type { Issue } from '@shared/contract/common'
import type { PowerItem } from '@shared/contract/power/item'
import { type PlacedFault, headerOfPath, describePlace, readPowerFile } from '.'
import { wordsIssues } from '@server/domain/privacy/textIssues'

/** A parsed power list file, before anything is stored. */
export interface PreparedPowers {
  /** Number of items in the file, valid or not. */
  count: number
  items: PowerItem[]
  issues: Issue[]
}

/** Describes a fault with its position: sheet, row and column of a workbook; number and field of a JSON file. */
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

/**
 * Reads a power list for import like `readPowerFile`, and scans it for personal data.
 * @throws DocumentError
 */
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
