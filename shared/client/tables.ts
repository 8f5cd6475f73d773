import type { TableFields, TableImport } from '../contract/disclosure/tableImport'
import type { Caller } from './call'
import type { Upload } from './files'

type Place = Omit<TableFields, 'name'>

const pathOf = (itemId: string) => `/catalogue-items/${encodeURIComponent(itemId)}/table`

/** Path of the template 表格模板 of an item's table, for `download`. */
export const templatePath = (itemId: string, { org, period, table }: Place): string =>
  `${pathOf(itemId)}?${Object.entries({ org, period, table })
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`

/** Methods for tables that are filled in elsewhere 表格导入. */
export const tableMethods = <File>({ call }: Caller, upload?: Upload<File>) => ({
  /** What a file gives to the form; nothing is kept. */
  readTable: (itemId: string, place: Place, file: File): Promise<TableImport> => {
    if (!upload) throw new Error('createClient was given no `upload`')
    return call<TableImport>({ method: 'POST', path: pathOf(itemId) }, request =>
      upload({ ...request, file, fields: { ...place } }),
    )
  },
})
