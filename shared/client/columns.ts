import type { ColumnIndex, ColumnPage } from '../contract/reading/column'
import type { Caller } from './call'

const segment = encodeURIComponent

/** Columns 栏目: one item, its disclosures by all organisations. */
export function columnMethods({ read }: Pick<Caller, 'read'>) {
  return {
    columns: (code: string) => read<ColumnIndex>(`/orgs/${segment(code)}/columns`),
    column: (code: string, key: string) => read<ColumnPage>(`/orgs/${segment(code)}/columns/${segment(key)}`),
  }
}
