import type { AdoptPowers, PowerItemPage, PowerList, SwitchPower } from '../schemas/powerList'
import type { Caller } from './call'
import type { WriteOptions } from './call'

const segment = encodeURIComponent

/** Micro-power lists 小微权力清单. */
export function powerMethods({ read, write }: Pick<Caller, 'read' | 'write'>) {
  const at = (code: string) => `/orgs/${segment(code)}/powers`
  return {
    powers: (code: string) => read<PowerList>(at(code)),
    power: (code: string, itemCode: string) => read<PowerItemPage>(`${at(code)}/${segment(itemCode)}`),
    adoptPowers: (code: string, body: AdoptPowers, key: WriteOptions) =>
      write<PowerList>('POST', `${at(code)}/adopt`, body, key.idempotencyKey),
    switchPower: (code: string, body: SwitchPower, key: WriteOptions) =>
      write<PowerList>('POST', `${at(code)}/switch`, body, key.idempotencyKey),
  }
}
