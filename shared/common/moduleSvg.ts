/** Draws the dark modules of a square code as an SVG data URL for an image; black on white in every theme. */
export function moduleSvg({
  size,
  dark,
}: {
  size: number
  dark: readonly (readonly [x: number, y: number])[]
}): string {
  const path = dark.map(([x, y]) => `M${x} ${y}h1v1h-1z`).join('')
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
