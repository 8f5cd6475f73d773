import sharp from 'sharp'

const canvas = () =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: { r: 200, g: 30, b: 30 } } })

/** A photo as a phone makes it: with place, device and owner in its EXIF. */
export const photo = (kind: 'jpeg' | 'png' | 'webp' = 'jpeg'): Promise<Buffer> =>
  canvas()
    .withExif({
      IFD0: { Artist: '张建国', ImageDescription: '电话13812345678' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '34/1 20/1 30/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '108/1 56/1 12/1',
      },
    })
    .toFormat(kind)
    .toBuffer()

/** A picture that hardly packs: some megabytes. */
export const noise = (): Promise<Buffer> =>
  sharp({
    create: {
      width: 1_200,
      height: 900,
      channels: 3,
      background: 'white',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .png()
    .toBuffer()

/** A plain picture of so many pixels, as a large scanner makes it; it packs well. */
export const large = (width: number, height: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#7a8b4c' }, limitInputPixels: false })
    .jpeg()
    .toBuffer()

/** What an iPhone calls a photo: a HEIF container with the brand `heic`. */
export async function heic(): Promise<Buffer> {
  const container = await canvas().avif().toBuffer()
  container.write('heic', 8, 'latin1')
  return container
}

const DRAWINGS = { operation: ['VipsForeignLoadSvg'] }

/** A drawing as a png, turned by so many degrees. The server bars this decoder for its whole process. */
export async function drawn(svg: string, degrees: number): Promise<Buffer> {
  sharp.unblock(DRAWINGS)
  try {
    return await sharp(Buffer.from(svg)).rotate(degrees).png().toBuffer()
  } finally {
    sharp.block(DRAWINGS)
  }
}
