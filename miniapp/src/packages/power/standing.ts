import { dateLabel } from '@shared/common/period'
import type { PowerList } from '@shared/contract/power/list'

/**
 * Describes which meeting adopted the list and since when it is valid; a village without one sees the model.
 */
export function standingWords({
  org,
  model,
  adopted,
  inForce,
}: Pick<PowerList, 'org' | 'model' | 'adopted' | 'inForce'>): string {
  if (!adopted) return `${org.name}还没有开会通过自己的清单，下面是${model.name}。`
  const from = inForce ? `，${dateLabel(inForce)}起施行` : ''
  return `${dateLabel(adopted.on)}${adopted.meeting}通过${from}。`
}
