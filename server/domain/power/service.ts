import type { PowerItem } from '@shared/contract/power/item'

/** Words for what is done with a service, not for the service itself: 最低生活保障申请 → 最低生活保障. */
const HANDLING = /(?:申请|申报|办理|审批|审核|发放|登记|认定|备案).*$/
const FEWEST = 4

interface Matter {
  path: readonly string[]
}

const subjectOf = ({ name }: PowerItem): string => name.replace(HANDLING, '')

const isNamed = (service: PowerItem, { path }: Matter): boolean =>
  subjectOf(service).length >= FEWEST && path.some(step => step.includes(subjectOf(service)))

const isDisclosedUnder = ({ steps }: PowerItem, { path }: Matter): boolean =>
  steps.some(
    ({ disclosure }) =>
      disclosure !== null &&
      disclosure.path.length > 0 &&
      disclosure.path.every((part, at) => path[path.length - disclosure.path.length + at] === part),
  )

/**
 * Returns the service of a list that a catalogue item is about: the one named in its path, else the only one that is
 * disclosed under it. Null where there is none or where several are equally near.
 */
export function serviceOf(powers: readonly PowerItem[], matter: Matter): PowerItem | null {
  const services = powers.filter(({ nature }) => nature === 'service')
  const named = services.filter(service => isNamed(service, matter))
  const found = named.length > 0 ? named : services.filter(service => isDisclosedUnder(service, matter))
  return found.length === 1 ? found[0]! : null
}
