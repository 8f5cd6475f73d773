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
import type { ServiceGuide } from '@shared/contract/reading/serviceGuide'
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

/** Returns the stored difference of an item from the model; null when it has none. */
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

/** Returns the items of the model that a list leaves out, in the order of the classes. */
function absentIn(differences: readonly ModelDifference[], items: readonly PowerItem[]): PowerAbsent[] {
  const codes = new Set(items.map(({ code }) => code))
  return differences
    .flatMap(({ code, model, reason }) => (model && !codes.has(code) ? [{ model, why: reason }] : []))
    .sort((a, b) => classAt(a.model) - classAt(b.model))
    .map(({ model: { code, name }, why }) => ({ code, name, why }))
}

/** Public: a list by class, including switched-off items, and the items left out of it, with the reasons. */
export const presentPowers = (place: PowerPlace): PowerList => ({
  ...standing(place),
  items: [...place.list.items].sort((a, b) => classAt(a) - classAt(b)).map(item => presentRef(item, place)),
  absent: absentIn(place.list.taken?.differences ?? [], place.list.items),
})

/** Public: one whole item, with the phone numbers to call and its difference from the model. */
export function presentPower(
  item: PowerItem,
  place: PowerPlace,
  guide: ServiceGuide | null = null,
): PowerItemPage {
  const model = differenceOf(place, item.code)?.model
  return {
    ...standing(place),
    ref: presentRef(item, place),
    item,
    differences: model ? changedLines(model, item) : [],
    responsible: powerRoleLabel(item.responsible.role),
    contacts: place.org.contacts.map(({ name, jobTitle, phone }) => ({
      name,
      jobTitle,
      phone,
    })),
    guide,
  }
}

const labelled = (relation: ModelRelation) => ({ relation, relationLabel: MODEL_RELATIONS[relation] })

/** Staff: the changes of the model since the list was adopted. */
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
    mayKeep: can(actor, 'powerList.adopt', orgTarget(org)),
  }
}

interface ReadFile {
  count: number
  items: PowerItem[]
  issues: Issue[]
}

const NO_REASONS = new Map<string, string>()

/** Staff: an imported file compared with the model and the current list. */
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
