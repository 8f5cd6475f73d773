import { HAN } from '../common/characters'
import { COMPOUND_SURNAMES } from '../common/surnames'
import { FIELD_POLICY } from '../facts/disclosure/fieldPolicy'
import { ATTACHMENTS } from '../facts/disclosure/attachments'

/** Replaces the names of people once the publicity period is over. */
const PEOPLE = '有关人员'

const STARS = '[*＊×○]{1,3}'
const SURNAME = `(?:${COMPOUND_SURNAMES.join('|')}|[${HAN}])`
/** A masked name: 张*, 欧阳*, 李**, 王*明 before a mark or the end. */
const NAME = `${SURNAME}${STARS}(?:[${HAN}](?=$|[\\s、，。；：,;:）)]))?`
const HANDLER = FIELD_POLICY.rules.find(({ id }) => id === 'handler')!.header
const OFFICE = `(?:${HANDLER}|联系人|监督)`
const NAMES = new RegExp(`(${OFFICE}[：:\\s]*)?(${NAME}(?:\\s*[、，,和及]\\s*${NAME})*)`, 'gu')
const LABELLED = new RegExp(OFFICE)

/** True if a label is that of a person in office, whose name remains public 履职人员. */
export const isOffice = (label: string): boolean => LABELLED.test(label)

/** Replaces the masked names in a text, except those of people in office: 经手人陈* stays. */
export const foldWords = (text: string): string =>
  text.replace(NAMES, (found: string, office?: string) => (office ? found : PEOPLE))

/** True if a text names people who are not in office. */
export const namesPeople = (text: string): boolean => foldWords(text) !== text

const KEPT = new RegExp(ATTACHMENTS.keptNames)
const LISTS = new RegExp(ATTACHMENTS.listNames)

/** True if a file of a notice with names is withheld after the publicity period: it may hold the list itself. */
export const isWithheld = ({ name }: { name: string }): boolean => !KEPT.test(name) || LISTS.test(name)
