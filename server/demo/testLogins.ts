import type { Meta } from '@shared/contract/reading/site'
import type { Clock } from '@server/platform/clock'
import { freshCode } from './fakeWechat'
import { PERSONAS } from './seed/personas'

/** Returns a fresh login code of the fake WeChat for each listed persona. */
export const testLogins = (clock: Clock): Meta['testLogins'] =>
  PERSONAS.filter(persona => persona.listed).map(({ code, name, jobTitle, orgName }) => ({
    code: freshCode(code, clock),
    name,
    jobTitle,
    orgName,
  }))
