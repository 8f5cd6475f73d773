import {
  MODEL_RELATIONS,
  POWER_CLASSES,
  POWER_NATURES,
  powerClassLabel,
  powerRoleLabel,
} from '@shared/facts/power/terms'
import {
  type ModelRelation,
  type ModelDifference,
  changedLines,
  differencesFrom,
  modelChanges,
  relationOf,
} from '@server/domain/power/model'
import { limitWords } from '@shared/power/words'
import type { Issue } from '@shared/contract/common'
import type { PowerItem } from '@shared/contract/power/item'
import type {
  PowerAbsent,
  PowerComparison,
  PowerImport,
  PowerItemPage,
  PowerList,
  PowerRef,
} from '@shared/contract/power/list'
import type { PowerModel, PowerPlace } from '../queries/powerLists'
import type { Actor } from '@server/platform/access/actor'
import { can } from '../policy'
import { orgTarget, presentOrgRef, type OrgRow } from '@server/people/orgs'

/** What the list keeps of its difference from the model, by an item's code; null: it says the same. */
const differenceOf = ({ list: { taken } }: PowerPlace, code: string) =>
  taken?.differences.find(one => one.code === code) ?? null

function presentRef(item: PowerItem, place: PowerPlace): PowerRef {
  const { code, name, nature, summary, totalLimit } = item
  const difference = differenceOf(place, code)
  return {
    code,
    name,
    class: item.class,
    classLabel: powerClassLabel(item.class),
    nature,
    natureLabel: POWER_NATURES.find(one => one.code === nature)?.label ?? '',
    summary,
    body: item.responsible.body,
    total: totalLimit ? limitWords(totalLimit) : '',
    off: place.list.off.find(one => one.code === code)?.reason ?? null,
    relation: !difference ? 'adopted' : difference.model ? 'adapted' : 'added',
    why: difference?.reason ?? null,
  }
}

const modelName = (street: OrgRow | null): string => (street ? `${street.name}示范清单` : '参考清单')

const standing = ({ org, list, basis }: PowerPlace) => ({
  org: presentOrgRef(org),
  version: list.version,
  adopted: list.adopted,
  inForce: list.inForce,
  model: { name: modelName(basis.street), version: basis.version },
})

const classAt = (item: PowerItem): number => POWER_CLASSES.findIndex(({ code }) => code === item.class)

/** Items of the model that a list leaves out, in the order of the classes. */
function absentIn(differences: readonly ModelDifference[], items: readonly PowerItem[]): PowerAbsent[] {
  const codes = new Set(items.map(({ code }) => code))
  return differences
    .flatMap(({ code, model, reason }) => (model && !codes.has(code) ? [{ model, why: reason }] : []))
    .sort((a, b) => classAt(a.model) - classAt(b.model))
    .map(({ model: { code, name }, why }) => ({ code, name, why }))
}

/** Public: a list, class by class, items that are switched off among them, and what it leaves out, with the reasons. */
export const presentPowers = (place: PowerPlace): PowerList => ({
  ...standing(place),
  items: [...place.list.items].sort((a, b) => classAt(a) - classAt(b)).map(item => presentRef(item, place)),
  absent: absentIn(place.list.taken?.differences ?? [], place.list.items),
})

/** Public: one item whole, with whom to call, and where it differs from the model. */
export function presentPower(item: PowerItem, place: PowerPlace): PowerItemPage {
  const model = differenceOf(place, item.code)?.model
  return {
    ...standing(place),
    ref: presentRef(item, place),
    item,
    differences: model ? changedLines(model, item) : [],
    responsible: powerRoleLabel(item.responsible.role),
    contacts: place.org.contacts.map(({ name, duty, phone }) => ({
      name,
      duty,
      phone,
    })),
  }
}

const labelled = (relation: ModelRelation) => ({ relation, relationLabel: MODEL_RELATIONS[relation] })

/** Staff: what the model has changed since the list was adopted. */
export function presentComparison(place: PowerPlace, model: PowerModel, actor: Actor): PowerComparison {
  const { list, org } = place
  const { street, version, items, off, inForce } = model
  return {
    ...standing(place),
    now: { name: modelName(street), version, inForce },
    changes: (list.taken ? modelChanges(list.items, list.taken, items) : []).map(
      ({ relation, ...change }) => ({
        ...change,
        ...labelled(relation),
        off: off.find(({ code }) => code === change.code)?.reason ?? null,
      }),
    ),
    mayKeep: can(actor, 'power.adopt', orgTarget(org)),
  }
}

interface ReadFile {
  count: number
  items: PowerItem[]
  issues: Issue[]
}

const NO_REASONS = new Map<string, string>()

/** Staff: a file that was read, beside the model and the list as it is. */
export function presentImport(
  { count, items, issues }: ReadFile,
  { list }: PowerPlace,
  model: PowerModel,
): PowerImport {
  const differences = differencesFrom(items, model.items, NO_REASONS, list.taken)
  const codes = new Set(items.map(({ code }) => code))
  return {
    count,
    faults: issues,
    items,
    preview: items.map(item => {
      const its = model.items.find(({ code }) => code === item.code) ?? null
      return {
        code: item.code,
        name: item.name,
        ...labelled(relationOf(item, its)),
        lines: its ? changedLines(its, item) : [],
        reason: differences.find(({ code }) => code === item.code)?.reason ?? null,
      }
    }),
    dropped: list.items.filter(({ code }) => !codes.has(code)).map(({ code, name }) => ({ code, name })),
    absent: absentIn(differences, items),
  }
}
