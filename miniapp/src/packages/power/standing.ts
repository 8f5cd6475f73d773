import { dateLabel } from '@shared/domain/period'
import type { PowerList } from '@shared/schemas/powerList'

/** Which meeting adopted the list, and from when it holds; a village without one is shown the model. */
export function standingWords({ adopted, inForce }: Pick<PowerList, 'adopted' | 'inForce'>): string {
  if (!adopted) return '村里还没有开会通过自己的清单，下面是参考清单。'
  const from = inForce ? `，${dateLabel(inForce)}起施行` : ''
  return `${dateLabel(adopted.on)}${adopted.meeting}通过${from}。`
}
