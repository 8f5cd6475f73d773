import sharp from 'sharp'
import type { Chance } from '../privacy/chance'

/** How a page came to be a picture, from a clean scan to a bad photograph. */
export const WAYS = ['scan', 'fax', 'small', 'photo', 'bad'] as const
export type Way = (typeof WAYS)[number]

interface Bend {
  /** Degrees. */
  turn: number
  /** Pixels by which the middle of a line is above its ends. */
  curl: number
  /** Share by which the far edge is shorter. */
  far: number
  /** Share of the light that the darkest corner has left. */
  light: number
  blur: number
  noise: number
  quality: number
}

const between = (chance: Chance, low: number, high: number): number => low + chance.next() * (high - low)
const either = (chance: Chance, value: number): number => (chance.next() < 0.5 ? -value : value)

const BENDS: Readonly<Record<Way, (chance: Chance) => Bend>> = {
  scan: c => ({ turn: either(c, between(c, 0, 1.5)), curl: 0, far: 0, light: 1, blur: 0, noise: 4, quality: 85 }),
  fax: c => ({ turn: either(c, between(c, 0, 1.5)), curl: 0, far: 0, light: 1, blur: 0.5, noise: 18, quality: 90 }),
  small: c => ({ turn: either(c, between(c, 0, 2)), curl: 0, far: 0, light: 1, blur: 0, noise: 4, quality: 60 }),
  photo: c => ({ turn: either(c, between(c, 1, 5)), curl: between(c, 0, 12), far: between(c, 0, 0.05), light: between(c, 0.6, 0.9), blur: 0.6, noise: 8, quality: 70 }),
  bad: c => ({ turn: either(c, between(c, 4, 8)), curl: between(c, 8, 24), far: between(c, 0.03, 0.09), light: between(c, 0.4, 0.7), blur: 1, noise: 12, quality: 45 }),
} // prettier-ignore

interface Grey {
  data: Buffer
  width: number
  height: number
}

/** Samples the page through the bend: for each pixel of the picture, where on the page it looks. */
function bent({ data, width, height }: Grey, { turn, curl, far, light, noise }: Bend, chance: Chance): Grey {
  const pad = Math.round(width * 0.09)
  const [w, h] = [width + 2 * pad, height + 2 * pad]
  const out = Buffer.alloc(w * h)
  const angle = (turn * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const desk = 120
  const corner = chance.next() < 0.5 ? 0 : 1
  for (let y = 0; y < h; y += 1) {
    for (let x = 0; x < w; x += 1) {
      const [u, v] = [x - w / 2, y - h / 2]
      const down = (-u * sin + v * cos) / height + 0.5
      const narrow = 1 - far * (1 - down)
      const px = (u * cos + v * sin) / narrow + width / 2
      const across = px / width - 0.5
      const py = down * height + curl * (1 - 4 * across * across)
      const shade = light + (1 - light) * Math.abs(corner - (x / w + y / h) / 2)
      const paper = px >= 0 && px < width - 1 && py >= 0 && py < height - 1
      const value = paper ? sampled(data, width, px, py) : desk
      out[y * w + x] = Math.max(0, Math.min(255, value * shade + (chance.next() - 0.5) * 2 * noise))
    }
  }
  return { data: out, width: w, height: h }
}

function sampled(data: Buffer, width: number, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  const [dx, dy] = [x - left, y - top]
  const at = top * width + left
  const above = data[at]! * (1 - dx) + data[at + 1]! * dx
  const below = data[at + width]! * (1 - dx) + data[at + width + 1]! * dx
  return above * (1 - dy) + below * dy
}

const FAX_THRESHOLD = 150
const SMALL_WIDTH = 850
const TURNS = [0, 0, 0, 0, 0, 0, 0, 90, 270, 180]

/** Makes the picture of a page as JPEG; three in ten are turned on a side or upside down. */
export async function pictureOf(
  svg: string,
  way: Way,
  chance: Chance,
): Promise<{ bytes: Buffer; turned: number }> {
  const bend = BENDS[way](chance)
  const { data, info } = await sharp(Buffer.from(svg)).flatten({ background: '#fff' }).greyscale().raw().toBuffer({ resolveWithObject: true }) // prettier-ignore
  const page = bent({ data, width: info.width, height: info.height }, bend, chance)
  const turned = chance.pick(TURNS)
  let picture = sharp(page.data, { raw: { width: page.width, height: page.height, channels: 1 } })
  if (bend.blur > 0) picture = picture.blur(Math.max(0.3, bend.blur))
  if (way === 'fax') picture = picture.threshold(FAX_THRESHOLD)
  if (way === 'small') picture = picture.resize(SMALL_WIDTH)
  const upright = await picture.png({ compressionLevel: 1 }).toBuffer()
  const bytes = await sharp(upright).rotate(turned).jpeg({ quality: bend.quality }).toBuffer()
  return { bytes, turned }
}
