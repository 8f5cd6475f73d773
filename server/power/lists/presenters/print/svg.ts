import { escaped } from '@server/documents/html/markup'
import { arrowPoints } from '@server/documents/print/drawing'
import type { Shape } from '@server/documents/print/shapes'
import type { ChartDrawing } from './chart'

const pointsOf = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y]) => `${x},${y}`).join(' ')

function markOf(shape: Shape): string {
  switch (shape.kind) {
    case 'box':
      return `<rect x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}" rx="${shape.radius}" fill="${shape.fill}" stroke="${shape.line}"/>`
    case 'path':
      return `<polyline points="${pointsOf(shape.points)}" fill="none" stroke="${shape.line}" stroke-width="1.2"${shape.dashed ? ' stroke-dasharray="4 3"' : ''}/>`
    case 'arrow':
      return `<polygon points="${pointsOf(arrowPoints(shape.tip, shape.to))}" fill="${shape.fill}"/>`
    case 'text':
      return `<text x="${shape.x}" y="${shape.y + shape.size}" font-size="${shape.size}" fill="${shape.fill}"${shape.bold ? ' font-weight="bold"' : ''}>${escaped(shape.text)}</text>`
  }
}

/** Renders a drawing as SVG; `spoken` is its text for screen readers. */
export const svgOf = ({ width, height, shapes }: ChartDrawing, title: string, spoken: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="sans-serif">` +
  `<title>${escaped(title)}</title><desc>${escaped(spoken)}</desc>` +
  `<rect width="${width}" height="${height}" fill="#ffffff"/>${shapes.map(markOf).join('')}</svg>`
