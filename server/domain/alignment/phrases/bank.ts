import countryside from './countryside.json'
import government from './government.json'
import accounts from './more/accounts.json'
import disasters from './more/disasters.json'
import farming from './more/farming.json'
import finances from './more/finances.json'
import housing from './more/housing.json'
import insurance from './more/insurance.json'
import residents from './more/residents.json'
import revitalisation from './more/revitalisation.json'
import services from './more/services.json'
import moreOfVillage from './more/village.json'
import moreWelfare from './more/welfare.json'
import village from './village.json'
import welfare from './welfare.json'

/** A matter 事项 with all that people call it. */
export interface Matter {
  id: string
  /** Area 领域 of the standard catalogues. */
  area: string
  /** The village decides on it by itself: self-government and the collective's property. */
  own: boolean
  names: readonly string[]
  /** Names of an earlier policy. */
  former: readonly string[]
  /** What villagers and accountants say. */
  say: readonly string[]
}

interface Source {
  areas: readonly {
    area: string
    own: boolean
    matters: readonly {
      id: string
      names: readonly string[]
      former?: readonly string[]
      say: readonly string[]
    }[]
  }[]
}

/** What the files say of a matter, in one. */
function merged(files: readonly Source[]): Matter[] {
  const found = new Map<string, Matter>()
  for (const { areas } of files) {
    for (const { area, own, matters } of areas) {
      for (const { id, names, former = [], say } of matters) {
        const known = found.get(`${area} ${id}`) ?? { id, area, own, names: [], former: [], say: [] }
        found.set(`${area} ${id}`, {
          ...known,
          names: [...known.names, ...names],
          former: [...known.former, ...former],
          say: [...known.say, ...say],
        })
      }
    }
  }
  return [...found.values()]
}

/** All matters. Extend the JSON files, never the code; each file names its source and the date of the check. */
export const MATTERS: readonly Matter[] = merged([
  welfare,
  countryside,
  government,
  village,
  moreWelfare,
  insurance,
  farming,
  revitalisation,
  residents,
  disasters,
  housing,
  services,
  finances,
  moreOfVillage,
  accounts,
])
