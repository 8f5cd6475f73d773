import asset from './asset.json'
import decision from './decision.json'
import employment from './employment.json'
import finance from './finance.json'
import party from './party.json'
import project from './project.json'
import purchase from './purchase.json'
import seal from './seal.json'
import service from './service.json'

/**
 * The core list 小微权力核心清单, one file per class or two classes; each `{ version, checkedOn, items }`, read by
 * `PowerFile` (shared/contract/power/item.ts). A number without a written source is marked as a local setting.
 */
export const CORE_POWER_FILES: readonly unknown[] = [
  decision,
  project,
  purchase,
  finance,
  asset,
  employment,
  seal,
  service,
  party,
]
