import {
  defineCollection,
  instant,
  instantOrNull,
  text,
  textOrNull,
  texts,
  whole,
} from '@server/platform/store/collection'

/**
 * Imported holiday table of one year 放假安排: law as data. It counts once a second person has confirmed it; of several
 * for a year the one confirmed last.
 */
export interface HolidayYearRow {
  _id: string
  year: number
  /** Days off, weekends among them or not. */
  off: string[]
  /** Weekend days that are worked. */
  work: string[]
  /** The document, e.g. 国办发明电〔2026〕7号. */
  source: string
  url: string
  state: 'waiting' | 'confirmed'
  importedBy: string
  importedByName: string
  importedAt: Date
  confirmedBy: string | null
  confirmedByName: string | null
  confirmedAt: Date | null
}

export const HolidayYears = defineCollection<HolidayYearRow>({
  name: 'holidayYears',
  removable: true,
  fields: {
    _id: text,
    year: whole,
    off: texts,
    work: texts,
    source: text,
    url: text,
    state: text,
    importedBy: text,
    importedByName: text,
    importedAt: instant,
    confirmedBy: textOrNull,
    confirmedByName: textOrNull,
    confirmedAt: instantOrNull,
  },
  indexes: [
    { fields: { importedAt: 1, _id: 1 } },
    { fields: { state: 1, confirmedAt: 1, _id: 1 } },
    { fields: { year: 1 }, unique: true, partial: { state: 'waiting' } },
  ],
})
