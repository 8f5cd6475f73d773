import { POWER_CLASSES, POWER_NATURES, powerClassLabel, powerRoleLabel } from '@shared/data/microPower/terms'
import { limitWords } from '@shared/domain/microPower/words'
import type { PowerItem } from '@shared/schemas/microPower'
import type { PowerItemPage, PowerList, PowerRef } from '@shared/schemas/powerList'
import type { PowerPlace } from '../queries/powers'
import { presentOrgRef } from './org'

function presentRef(item: PowerItem, { list }: PowerPlace): PowerRef {
  const { code, name, nature, summary, totalLimit } = item
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
    off: list.off.find(one => one.code === code)?.reason ?? null,
  }
}

const standing = ({ org, list }: PowerPlace) => ({
  org: presentOrgRef(org),
  version: list.version,
  adopted: list.adopted,
  inForce: list.inForce,
})

const classAt = (item: PowerItem): number => POWER_CLASSES.findIndex(({ code }) => code === item.class)

/** Public: a village's list, class by class, items that are switched off among them with the reason. */
export const presentPowers = (place: PowerPlace): PowerList => ({
  ...standing(place),
  items: [...place.list.items].sort((a, b) => classAt(a) - classAt(b)).map(item => presentRef(item, place)),
})

/** Public: one item whole, with whom to call. */
export const presentPower = (item: PowerItem, place: PowerPlace): PowerItemPage => ({
  ...standing(place),
  ref: presentRef(item, place),
  item,
  responsible: powerRoleLabel(item.responsible.role),
  contacts: place.org.contacts.map(({ name, duty, phone }) => ({ name, duty, phone })),
})
