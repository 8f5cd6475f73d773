import type { GridProps } from './types'

/** Implements the grid for browsers: a table with sticky head and first column. */
export function Grid({ label, corner, columns, rows, onPress }: GridProps) {
  return (
    <div className="grid" role="region" aria-label={label} tabIndex={0}>
      <table className="grid__table">
        <thead>
          <tr>
            <th scope="col" className="grid__head grid__corner">
              {corner}
            </th>
            {columns.map(column => (
              <th key={column.id} scope="col" className="grid__head">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.id}>
              <th scope="row" className="grid__name">
                {row.label}
              </th>
              {row.cells.map((cell, index) => {
                const column = columns[index]!
                return (
                  <td key={column.id} className="grid__cell">
                    {cell && (
                      <button
                        type="button"
                        className={`grid__press grid__press--${cell.look}${cell.selected ? ' grid__press--on' : ''}`}
                        aria-label={`${row.label}，${column.label}，${cell.sign} ${cell.word}`}
                        aria-pressed={cell.selected}
                        onClick={() => onPress(row.id, column.id)}
                      >
                        <span className="grid__sign">{cell.sign}</span>
                        <span className="grid__word">{cell.word}</span>
                      </button>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
